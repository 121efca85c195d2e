"""Before anything else reads the configuration: make it the configuration of one language."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority

from hooks.translation.catalogue import messages
from hooks.translation.localise import UnknownLanguageError, choose_language, translate_nav, translate_texts
from hooks.translation.sources import SITE


@event_priority(100)  # Material's search plugin reads the theme's language in the same event
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the language of the theme, the address, the navigation and the words around the pages."""
    try:
        lang = choose_language(list(config.extra["languages"]), os.environ.get("FREMME_LANG"))
    except UnknownLanguageError as error:
        raise ConfigurationError(str(error)) from error
    words = messages(Path(config.config_file_path).parent / "locales", lang, SITE)
    config.theme["language"] = lang
    config.extra["lang"] = lang
    config.extra["words"] = translate_texts(config.extra.get("words", {}), words)
    config.nav = translate_nav(config.nav, words)
    config.site_description = translate_texts(config.site_description, words)
    config.copyright = translate_texts(config.copyright, words)
    if config.site_url:
        config.site_url = f"{config.site_url.rstrip('/')}/{lang}/"
    return config
