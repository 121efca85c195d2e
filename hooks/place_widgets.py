"""Put the checker's parts where the pages have their markers."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from checker.i18n import from_mapping
from checker.render.context import Context
from hooks.publish.owner import Owner
from hooks.translation.catalogue import messages
from hooks.translation.site_config import project_root
from hooks.widgets import UnknownWidgetError, place_widgets


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_kwargs: Any) -> str:  # noqa: ANN401
    """Replace every marker of the page; an unknown one stops the build."""
    lang: str = config.extra["lang"]
    project = project_root(config.config_file_path, config.extra)
    root = get_relative_url(".", page.url)
    owner: Owner = config.extra["owner"]
    context = Context(
        lang=lang,
        translate=from_mapping(messages(project / "locales", lang, "checker")),
        root=root if root.endswith("/") else f"{root}/",
        languages=config.extra["languages"],
        owner=owner.facts,
        resolvers=owner.resolvers,
    )
    try:
        return place_widgets(html, context)
    except UnknownWidgetError as error:
        raise PluginError(f"{page.file.src_uri}: no widget is called {error}") from error
