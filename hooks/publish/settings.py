"""What publishing needs from mkdocs.yml, read without running anything that the file names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import yaml
import yaml_env_tag  # type: ignore[import-untyped]

from hooks.publish.owner import Owner, OwnerError, read_owner
from hooks.publish.policy import resolver_ids

CONFIG = "mkdocs.yml"


class SettingsError(Exception):
    """mkdocs.yml lacks something that publishing cannot do without."""


@dataclass(frozen=True)
class Settings:
    """The languages and the few facts that stand outside any one language's pages."""

    name: str
    url: str  # ends with a slash
    languages: Mapping[str, str]  # code → the language's own name; the first is the source
    words: Mapping[str, str]  # key → English
    favicon: str | None = None
    owner: Owner = field(default_factory=Owner)

    @property
    def path(self) -> str:
        """The part of the address that the site lies below, such as `/` or `/help/`."""
        return urlsplit(self.url).path

    @property
    def source(self) -> str:
        """The language that the pages are written in."""
        return next(iter(self.languages))


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' own tags as far as values go; a tag that would import code becomes None."""


def _ignore(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
    return None


_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)


def read_settings(root: Path) -> Settings:
    """The settings of the project in `root`; variables of the environment count, as they do for MkDocs."""
    try:
        config = yaml.load((root / CONFIG).read_bytes(), Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.YAMLError as error:
        raise SettingsError(f"{CONFIG} is no valid YAML: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{CONFIG} holds no settings.")
    extra = _mapping(config, "extra")
    languages = _mapping(extra, "languages")
    if not languages:
        raise SettingsError(f"{CONFIG} names no languages under extra.languages.")
    owner = _owner(extra.get("fremme"), root)
    theme = config.get("theme")
    favicon = theme.get("favicon") if isinstance(theme, dict) else None
    return Settings(
        name=owner.name or str(config.get("site_name", "")),
        url=str(config.get("site_url") or "/").rstrip("/") + "/",
        languages=_texts(languages),
        words=_texts(_mapping(extra, "words")),
        favicon=favicon,
        owner=owner,
    )


def _owner(given: object, root: Path) -> Owner:
    try:
        return read_owner(given, resolver_ids(root))
    except OwnerError as error:
        raise SettingsError(f"{CONFIG}: {error}") from error


def _mapping(parent: Mapping[object, object], key: str) -> dict[object, object]:
    value = parent.get(key) or {}
    if not isinstance(value, dict):
        raise SettingsError(f"{CONFIG}: {key} must be a mapping.")
    return value


def _texts(mapping: Mapping[object, object]) -> dict[str, str]:
    # YAML reads an unquoted `no:` as False: say so instead of publishing a language called "False".
    wrong = [key for key in mapping if not isinstance(key, str)]
    if wrong:
        raise SettingsError(f"{CONFIG}: put quotes around the key {wrong[0]!r}.")
    return {cast(str, key): str(value) for key, value in mapping.items()}
