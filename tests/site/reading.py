"""Reads built pages the way the tests of this room need them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

type Element = etree._Element
type Pages = Mapping[str, Element]  # address below the language's folder → its tree

_BLOCK_NAMES = (
    "h1 h2 h3 h4 h5 h6 p li dt dd td th caption summary label legend button figcaption option title"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "svg"})


def read_page(path: Path) -> Element:
    return etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def read_pages(folder: Path) -> Pages:
    """Every page below a language's folder, the 404 page as well."""
    files = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix().removesuffix("index.html"): read_page(path) for path in files}


def elements(tree: Element, tags: frozenset[str] | None = None) -> Iterator[Element]:
    """The elements with one of these names; comments are none."""
    return (one for one in tree.iter() if isinstance(one.tag, str) and (tags is None or one.tag in tags))


def blocks(
    tree: Element, *, quoted: bool = True, labels: bool = True, tags: frozenset[str] = BLOCKS
) -> Iterator[str]:
    """The words of each block and of each link in the navigation; a block within a block stands for itself.

    Code is no language. Without `quoted`, neither is what the page marks as being in another language; without
    `labels`, neither is what stands in bold, which is what other people's menus are called.
    """
    for one in elements(tree):
        in_nav = one.tag == "a" and any(True for _ in one.iterancestors("nav"))
        if (one.tag in tags or in_nav) and (quoted or not _marked(one)) and not _silent(one):
            text = " ".join("".join(_words(one, quoted=quoted, labels=labels)).split())
            if text:
                yield text


def _words(block: Element, *, quoted: bool, labels: bool) -> Iterator[str]:
    yield block.text or ""
    for child in block:
        if isinstance(child.tag, str) and child.tag not in _SILENT and child.tag not in BLOCKS:
            if (quoted or child.get("lang") is None) and (labels or child.tag != "strong"):
                yield from _words(child, quoted=quoted, labels=labels)
            else:
                yield " … "
        elif child.tag in _SILENT:
            yield " … "
        yield child.tail or ""


def _marked(one: Element) -> bool:
    return any(each.get("lang") is not None for each in (one, *one.iterancestors()) if each.tag != "html")


def _silent(one: Element) -> bool:
    return any(each.tag in _SILENT for each in one.iterancestors())
