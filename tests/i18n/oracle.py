"""Every block that Python-Markdown renders, seen from inside: what the library must find in the source."""

import re
from collections import Counter
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.utils import meta

from hooks.translation.segment import read_page
from hooks.translation.segments import ATTRIBUTES, Kind, has_words
from tests.i18n.site_markdown import site_markdown

# Raw HTML, code block titles and the like never reach the tree as text.
_NOT_IN_TREE = {
    Kind.PAGE_TITLE,
    Kind.PAGE_DESCRIPTION,
    Kind.CODE_TITLE,
    Kind.LINK_TITLE,
    Kind.ABBREVIATION,
    Kind.HTML_TEXT,
    Kind.HTML_ATTRIBUTE,
}
_STASHED = re.compile("\x02.*?\x03")
_TASK = re.compile(r"^\[[ xX]\]\s+")


class _Collect(Treeprocessor):
    def run(self, root: Element) -> None:
        self.texts = [
            text
            for element in root.iter()
            if element.tag not in {"pre", "code", "script", "style"}
            for text in (element.text, *(child.tail for child in element))
            if text and text.strip()
        ]


class _CollectExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        self.collect = _Collect(md)
        # Before 20, where inline Markdown becomes elements.
        md.treeprocessors.register(self.collect, "collect", 30)


def rendered_blocks(text: str) -> Counter[str]:
    extension = _CollectExtension()
    site_markdown(extension).convert(meta.get_data(text)[0])
    cleaned = (_clean(block) for block in extension.collect.texts)
    return Counter(block for block in cleaned if has_words(block))


def segmented_blocks(text: str) -> Counter[str]:
    segments = read_page(text).segments
    return Counter(_clean(segment.text) for segment in segments if segment.kind not in _NOT_IN_TREE)


def _clean(block: str) -> str:
    text = _TASK.sub("", " ".join(_STASHED.sub("", block).split()))
    return re.sub(rf"(?:\s*{ATTRIBUTES})+$", "", text)
