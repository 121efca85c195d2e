"""Fill the page that shows how far each language has come."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks.translation.anchors import site_anchors
from hooks.translation.message import AuthoringError
from hooks.translation.site_config import project_root
from hooks.translation.sources import read_sources
from hooks.translation.status import read_status
from hooks.translation.status_page import StatusView, fill, has_markers


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_kwargs: Any) -> str:  # noqa: ANN401
    """Replace the markers of the page, if it has any."""
    if not has_markers(html):
        return html
    root = project_root(config.config_file_path, config.extra)
    _source, *codes = languages = config.extra["languages"]
    try:
        anchors = site_anchors(config.markdown_extensions, config.mdx_configs)
        view = StatusView(
            parts=read_status(root, read_sources(root), codes, anchors),
            languages={code: languages[code] for code in codes},
            lang=config.extra["lang"],
            locales=root / "locales",
            words=config.extra["words"],
            url=lambda address: get_relative_url(address.lstrip("/"), page.url),
        )
        return fill(html, view)
    except AuthoringError as error:
        raise PluginError(str(error)) from error
