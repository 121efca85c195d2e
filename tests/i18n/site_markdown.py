"""Python-Markdown as the site configures it, without building the site."""

from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.utils import meta
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[2]
EVERYTHING = Path(__file__).with_name("everything.md")
# MkDocs' own three come before those of mkdocs.yml.
_BUILT_IN = ["toc", "tables", "fenced_code"]


@cache
def configured() -> tuple[list[str], dict[str, dict[str, Any]]]:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as stream:
        listed = yaml_load(stream)["markdown_extensions"]
    names = [*_BUILT_IN]
    configs: dict[str, dict[str, Any]] = {}
    for item in listed:
        name, config = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        names.append(name)
        configs[name] = config or {}
    return names, configs


def site_markdown(*more: Extension) -> Markdown:
    names, configs = configured()
    # Tabs are no part of the site yet, but the library knows them.
    return Markdown(extensions=[*names, "pymdownx.tabbed", *more], extension_configs=configs)


def render(text: str) -> str:
    """The HTML of a page, with white space that a browser would not show made equal."""
    body, _meta = meta.get_data(text)
    html = site_markdown().convert(body)
    return " ".join(html.replace("><", "> <").split()).replace("> ", ">").replace(" <", "<")
