"""Give MkDocs each page in the language of the build."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.translation.anchors import site_anchors
from hooks.translation.catalogue import messages
from hooks.translation.page import translate_page
from hooks.translation.sources import section_of

# MkDocs makes page.meta anew after it has read the source, so the counts wait here for the next event.
_counts: dict[str, dict[str, int]] = {}


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The page's source with its translations put in."""
    lang: str = config.extra["lang"]
    path = page.file.src_uri
    source_lang = next(iter(config.extra["languages"]))
    if lang == source_lang:  # taking the page apart to count its texts would cost a fifth of the build
        _counts[path] = {"done": 0, "total": 0}
        return page.file.content_string
    translations = messages(Path(config.config_file_path).parent / "locales", lang, section_of(path))
    anchors = site_anchors(config.markdown_extensions, config.mdx_configs)
    translated = translate_page(page.file.content_string, translations, anchors, source_lang)
    _counts[path] = {"done": translated.done, "total": translated.total}
    return translated.text


def on_page_markdown(markdown: str, page: Page, **_kwargs: Any) -> str:  # noqa: ANN401
    """Tell the templates how much of the page is translated."""
    page.meta["translation"] = _counts.pop(page.file.src_uri)
    return markdown
