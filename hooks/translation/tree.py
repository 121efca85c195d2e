"""The way out: a language as plain Markdown and a configuration, for a renderer that knows nothing of us.

What stays ours are the hooks that place the checker and the status of the translations; they run in whatever
runs MkDocs' hooks.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from hooks.translation.anchors import site_anchors
from hooks.translation.catalogue import messages
from hooks.translation.extensions import read_extensions
from hooks.translation.localise import translate_nav, translate_texts
from hooks.translation.message import AuthoringError
from hooks.translation.page import Anchors, TranslatedPage, translate_page
from hooks.translation.site_config import FILE, languages
from hooks.translation.sources import SITE, is_published, section_of

OURS = ("choose_language.py", "translate_pages.py")  # the hooks whose work is done already
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*(\r\n|\r|\n)")


def write_tree(root: Path, language: str, out: Path) -> Path:
    """Write a language's pages, files and configuration into `out`; returns the configuration."""
    _write_docs(root, language, out / "docs")
    config = out / FILE
    config.write_text(_config(root, language, out), encoding="utf-8")
    return config


def _write_docs(root: Path, language: str, docs: Path) -> None:
    shutil.rmtree(docs, ignore_errors=True)
    extensions = read_extensions(root / FILE)
    anchors = site_anchors(extensions.names, extensions.configs)
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root / "docs").as_posix()
        if not path.is_file() or not is_published(name):
            continue
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            text = path.read_bytes().decode("utf-8-sig")
            target.write_bytes(_page(root, language, name, text, anchors).encode())
        else:
            shutil.copyfile(path, target)


def _page(root: Path, language: str, name: str, text: str, anchors: Anchors) -> str:
    source = languages(root)[0]
    if language == source:
        return text
    translations = messages(root / "locales", language, section_of(name))
    return _counted(translate_page(text, translations, anchors, source))


def _counted(page: TranslatedPage) -> str:
    """The page with what templates read of it, `page.meta.translation`, in its front matter."""
    line = f"translation: {{done: {page.done}, total: {page.total}}}"
    if start := _FRONT_MATTER.match(page.text):
        return f"{start[0]}{line}{start[1]}{page.text[start.end() :]}"
    return f"---\n{line}\n---\n\n{page.text}"


def _config(root: Path, language: str, out: Path) -> str:
    """The site's configuration as the language hook would have made it, tags such as `!ENV` kept."""
    with (root / FILE).open(encoding="utf-8") as stream:
        document = yaml.compose(stream, Loader=yaml.SafeLoader)
    words = messages(root / "locales", language, SITE)
    up = Path(os.path.relpath(root, out)).as_posix()
    top = _Mapping(document)
    for key in ("site_description", "copyright"):
        top.change(key, lambda value: translate_texts(value, words))
    top.change("nav", lambda value: translate_nav(value, words))
    top.change("site_url", lambda value: f"{value.rstrip('/')}/{language}/")
    top.change("hooks", lambda value: [f"{up}/{hook}" for hook in value if Path(hook).name not in OURS])
    top.put("docs_dir", "docs")
    top.put("site_dir", "site")  # inside the tree: not every renderer writes outside its own folder
    theme, extra = top.below("theme"), top.below("extra")
    theme.put("language", language)
    theme.change("custom_dir", lambda value: f"{up}/{value}")
    extra.put("lang", language)
    extra.put("project", up)
    extra.change("words", lambda value: translate_texts(value, words))
    return yaml.serialize(document, allow_unicode=True, width=10_000)


class _Loader(yaml.SafeLoader):
    """Reads a part of the configuration; variables of the environment count, as they do for MkDocs."""


_Loader.add_constructor("!ENV", construct_env_tag)


class _Mapping:
    """A mapping in a YAML document, changed in place so that the rest stays as it is written."""

    def __init__(self, node: yaml.Node | None) -> None:
        if not isinstance(node, yaml.MappingNode):
            raise AuthoringError(FILE, 1, "write the file, its theme and extra as mappings")
        self._node = node

    def below(self, key: str) -> "_Mapping":
        if self._value(key) is None:
            self.put(key, {})
        return _Mapping(self._value(key))

    def put(self, key: str, value: object) -> None:
        node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))
        if self._value(key) is None:
            self._node.value.append((yaml.ScalarNode("tag:yaml.org,2002:str", key), node))
        self._node.value = [(name, node if name.value == key else old) for name, old in self._node.value]

    def change(self, key: str, new: Callable[[Any], object]) -> None:
        """Replace a value if there is one."""
        if node := self._value(key):
            self.put(key, new(yaml.load(yaml.serialize(node), Loader=_Loader)))  # noqa: S506  (a SafeLoader)

    def _value(self, key: str) -> yaml.Node | None:
        return next((value for name, value in self._node.value if name.value == key), None)
