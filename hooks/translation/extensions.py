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
    """Reads any mkdocs.yml; what it cannot or may not resolve becomes `_UNKNOWN`."""


_UNKNOWN = object()


def _python(_loader: yaml.SafeLoader, suffix: str, _node: yaml.Node) -> object:
    kind, _, name = suffix.partition(":")
    if kind != "name" or not _TRUSTED.fullmatch(name):
        return _UNKNOWN  # `object/apply:` would call something
    module, _, attribute = name.rpartition(".")
    try:
        found: object = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError):
        return _UNKNOWN
    return found


def _unknown(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> object:
    return _UNKNOWN


_Loader.add_multi_constructor("!", _unknown)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _python)


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
    configs.update((_short(name), _known(options or {})) for name, options in items)
    missing = [name for name in configs if not _installed(name)]
    names = [name for name in configs if name not in missing]
    return Extensions(names, {name: configs[name] for name in names}, missing)


def _item(item: Any) -> tuple[str, Any]:  # noqa: ANN401  (whatever YAML holds)
    return next(iter(item.items())) if isinstance(item, dict) else (str(item), None)


def _known(value: Any) -> Any:  # noqa: ANN401  (whatever YAML holds)
    """The options without those that could not be resolved; a list loses the entries that hold one."""
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items() if item is not _UNKNOWN}
    if isinstance(value, list):
        whole = (item for item in value if not (isinstance(item, dict) and _UNKNOWN in item.values()))
        return [_known(item) for item in whole if item is not _UNKNOWN]
    return value


def _short(name: str) -> str:
    return name.removeprefix("markdown.extensions.")


def _installed(name: str) -> bool:
    try:
        Markdown(extensions=[name])
    except (ImportError, AttributeError):
        return False
    return True
