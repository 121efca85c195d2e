"""Two projects with the same pages in the same languages: one for our hooks, one for mkdocs-static-i18n.

A page has about 9 kB: headings, paragraphs, lists, boxes, tables, code, and links to headings of other pages.
"""

import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import yaml

from hooks.bundle.build import ROOT
from hooks.translation.anchors import site_anchors
from hooks.translation.catalogue import messages
from hooks.translation.extensions import read_extensions
from hooks.translation.page import translate_page
from hooks.translation.pseudo import pseudo
from hooks.translation.sources import read_sources, section_of
from hooks.translation.update import write_templates, write_translations

# English first; Material and its search know all of them.
LANGUAGES = ("en", "nb", "sv", "da", "de", "fr", "es", "it", "nl", "pt", "fi", "pl")
SECTIONS = 10
HEADINGS = 10
_WORDS = (  # noqa: SIM905  (a list of forty literals is no easier to read)
    "the e-mail was accepted by a server and waits for somebody who can release it from quarantine while "
    "rules of the recipient decide where each message ends and which filter says no before anybody sees "
    "what the sender has written"
).split()
_COMMON: Mapping[str, object] = {
    "site_name": "Bench",
    "site_url": "https://bench.example/",
    "use_directory_urls": True,
    "markdown_extensions": [
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "md_in_html",
        "tables",
        "pymdownx.details",
        "pymdownx.superfences",
    ],
}
_THEME: Mapping[str, object] = {"name": "material", "language": "en", "font": False}


@dataclass(frozen=True)
class Size:
    """How many pages, in how many languages."""

    pages: int
    languages: int

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages, English first."""
        return LANGUAGES[: self.languages]

    def __str__(self) -> str:
        return f"{self.pages} × {self.languages}"


def write_ours(root: Path, size: Size) -> Path:
    """The pages in English and a full set of PO files; the words are those of the made language."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in _pages(size.pages):
        _write(root / "docs" / name, text)
    hooks = [
        str(ROOT / "hooks" / name)
        for name in ("choose_language.py", "translate_pages.py", "keep_templates.py")
    ]
    config = {
        **_COMMON,
        "theme": {**_THEME},
        "hooks": hooks,
        "plugins": ["search"],
        "extra": {"languages": {code: code for code in size.codes}},
    }
    text = yaml.safe_dump(config, sort_keys=False)
    _write(root / "mkdocs.yml", f'{text}site_dir: !ENV [FREMME_SITE_DIR, "site/en"]\n')
    sources = read_sources(root)
    list(write_templates(root, sources))
    for code in size.codes[1:]:
        for path in write_translations(root, sources, code):
            _fill(path)
    return root


def write_theirs(root: Path, ours: Path, size: Size) -> Path:
    """The same pages as files of each language, as mkdocs-static-i18n wants them."""
    shutil.rmtree(root, ignore_errors=True)
    extensions = read_extensions(ours / "mkdocs.yml")
    anchors = site_anchors(extensions.names, extensions.configs)
    for path in sorted((ours / "docs").rglob("*.md")):
        name, text = path.relative_to(ours / "docs").as_posix(), path.read_text(encoding="utf-8")
        for code in size.codes:
            translations = messages(ours / "locales", code, section_of(name))
            _write(root / "docs" / code / name, translate_page(text, translations, anchors).text)
    languages = [
        {"locale": code, "name": code, "build": True, **({"default": True} if code == "en" else {})}
        for code in size.codes
    ]
    plugin = {"docs_structure": "folder", "languages": languages}
    config = {**_COMMON, "theme": {**_THEME}, "plugins": ["search", {"i18n": plugin}], "site_dir": "site"}
    _write(root / "mkdocs.yml", yaml.safe_dump(config, sort_keys=False))
    return root


def _fill(path: Path) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = pseudo(entry.msgid)
    catalogue.save()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _pages(count: int) -> Iterator[tuple[str, str]]:
    names = ["index.md", *(f"section-{number % SECTIONS}/page-{number}.md" for number in range(1, count))]
    for number, name in enumerate(names):
        yield name, _page(number, names)


def _page(number: int, names: list[str]) -> str:
    chance = random.Random(number)  # noqa: S311  (the same pages in every run)
    up = "../" if "/" in names[number] else ""
    blocks = [f"# Page {number}"]
    for heading in range(HEADINGS):
        target = chance.choice(names)
        link = f"[heading {heading}]({up}{target}#heading-{heading}-of-{names.index(target)})"
        blocks += [
            f"## Heading {heading} of {number}",
            f"{_sentence(chance, 40)} {link}",
            "\n".join(f"- {_sentence(chance, 10)} **{_sentence(chance, 2)}**" for _ in range(4)),
            f'!!! note "{_sentence(chance, 3)}"\n\n    {_sentence(chance, 25)} `code`',
        ]
        if heading % 3 == 0:
            rows = [f"| {_sentence(chance, 3)} | {_sentence(chance, 6)} |" for _ in range(5)]
            blocks.append("\n".join([rows[0], "| --- | --- |", *rows[1:]]))
    return "\n\n".join(blocks) + "\n"


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."
