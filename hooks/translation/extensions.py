"""The Markdown extensions that a site's configuration names, read without running anything of that site."""

import importlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from markdown.extensions import Extension

# MkDocs' own three come before those of the file.
_BUILT_IN = ("toc", "tables", "fenced_code")
# `!!python/name:` may lead to what is installed with the renderer, never to code of the site.
_TRUSTED = re.compile(r"(markdown|pymdownx|material)\.[\w.]+")
_PYTHON = "tag:yaml.org,2002:python/"


@dataclass(frozen=True)
class Extensions:
    """What `Markdown(...)` takes, and the extensions that are not installed here."""

    names: Sequence[str]
    configs: Mapping[str, Mapping[str, Any]]
    missing: Sequence[str] = ()

    def markdown(self, *more: Extension) -> Markdown:
        """A renderer as the site has it, with further extensions for whoever looks into it."""
        return Markdown(extensions=[*self.names, *more], extension_configs={**self.configs})

    def without(self, name: str) -> "Extensions":
        """The same, less one extension."""
        return Extensions([each for each in self.names if each != name], self.configs, self.missing)


class _Loader(yaml.SafeLoader):
    """Reads any mkdocs.yml; what it cannot or may not resolve becomes None."""


def _python(_loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:  # noqa: ANN401  (any object)
    kind, _, name = suffix.partition(":")
    if not _TRUSTED.fullmatch(name):
        return None
    module, _, attribute = name.rpartition(".")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError):
        return None
    return found if kind == "name" else found(**_keywords(node))


def _keywords(node: yaml.Node) -> dict[str, Any]:
    value = yaml.safe_load(yaml.serialize(_untagged(node))) if isinstance(node, yaml.MappingNode) else {}
    keywords = value.get("kwds") or {}
    return {str(key): each for key, each in keywords.items()}


def _untagged(node: yaml.MappingNode) -> yaml.MappingNode:
    return yaml.MappingNode("tag:yaml.org,2002:map", node.value)


def _ignore(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor(_PYTHON, _python)


def read_extensions(config: Path) -> Extensions:
    """The extensions that a mkdocs.yml lists, with MkDocs' own; without a file, MkDocs' own alone."""
    listed: Sequence[Any] = ()
    if config.exists():
        with config.open(encoding="utf-8") as stream:
            document = yaml.load(stream, Loader=_Loader)  # noqa: S506  (a SafeLoader)
        listed = (document or {}).get("markdown_extensions") or ()
    configs: dict[str, Mapping[str, Any]] = {name: {} for name in _BUILT_IN}
    # As a list of names and one-entry mappings, or as one mapping.
    items = listed.items() if isinstance(listed, dict) else (_item(item) for item in listed)
    configs.update((_short(name), options or {}) for name, options in items)
    missing = [name for name in configs if not _installed(name)]
    names = [name for name in configs if name not in missing]
    return Extensions(names, {name: configs[name] for name in names}, missing)


def _item(item: Any) -> tuple[str, Any]:  # noqa: ANN401  (whatever YAML holds)
    return next(iter(item.items())) if isinstance(item, dict) else (str(item), None)


def _short(name: str) -> str:
    return name.removeprefix("markdown.extensions.")


def _installed(name: str) -> bool:
    try:
        Markdown(extensions=[name])
    except (ImportError, AttributeError):
        return False
    return True
