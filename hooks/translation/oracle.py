"""What the renderer sees on a page, against what this library finds there: for any folder of Markdown.

The one module that asks the renderer, because the renderer is the judge.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.utils import meta

from hooks.translation.extensions import Extensions
from hooks.translation.page import rebuild, translate_page
from hooks.translation.segment import read_page
from hooks.translation.segments import ATTRIBUTES, Kind, has_words

# Raw HTML, titles of code blocks and the like never reach the renderer's tree as text.
_NOT_IN_TREE = {
    Kind.PAGE_TITLE,
    Kind.PAGE_DESCRIPTION,
    Kind.CODE_TITLE,
    Kind.LINK_TITLE,
    Kind.ABBREVIATION,
    Kind.HTML_TEXT,
    Kind.HTML_ATTRIBUTE,
}
# The text of a snippet belongs to the snippet's file, not to every page that shows it.
_ELSEWHERE = "pymdownx.snippets"
_STASHED = re.compile("\x02.*?\x03")
_BOXES = re.compile(
    "abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote"
    "|success|tip|warning",
    re.IGNORECASE,
)
_TASK = re.compile(r"^\[[ xX]\]\s+")


@dataclass(frozen=True)
class Judgement:
    """One page: its blocks, those that only one side sees, and whether it survives being written back."""

    path: str
    blocks: int
    not_segments: Sequence[str]
    not_rendered: Sequence[str]
    is_identical: bool  # without translations, byte for byte
    is_same_html: bool  # with every text written anew

    @property
    def found(self) -> int:
        """The rendered blocks that are segments."""
        return self.blocks - len(self.not_segments)


class _Collect(Treeprocessor):
    def run(self, root: Element) -> None:
        self.texts = [
            text
            for element in root.iter()
            if element.tag not in {"pre", "code", "script", "style"} and not _is_invented(element)
            for text in (element.text, *(child.tail for child in element))
            if text and text.strip()
        ]


def _is_invented(element: Element) -> bool:
    """Say whether this is the title that the renderer gives a box without one: nobody wrote it."""
    is_title = element.get("class") == "admonition-title"
    return is_title and _BOXES.fullmatch(element.text or "") is not None


class _CollectExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        self.collect = _Collect(md)
        # Before 20, where inline Markdown becomes elements.
        md.treeprocessors.register(self.collect, "collect", 30)


class Oracle:
    """Judges pages by a site's own Markdown."""

    def __init__(self, extensions: Extensions) -> None:
        self._collector = _CollectExtension()
        self._looking = extensions.without(_ELSEWHERE).markdown(self._collector)
        self._plain = extensions.without(_ELSEWHERE).markdown()

    def rendered(self, text: str) -> Counter[str]:
        """The blocks with words that the renderer makes of a page."""
        self._looking.reset()
        self._looking.convert(_body(text))
        cleaned = (_clean(block) for block in self._collector.collect.texts)
        return Counter(block for block in cleaned if has_words(block))

    def html(self, text: str) -> str:
        """The HTML of a page, with white space that a browser would not show made equal."""
        self._plain.reset()
        html = self._plain.convert(_body(text))
        return " ".join(html.replace("><", "> <").split()).replace("> ", ">").replace(" <", "<")

    def judge(self, text: str, path: str = "") -> Judgement:
        """Compare both sides on one page."""
        rendered, found = self.rendered(text), segmented(text)
        return Judgement(
            path,
            rendered.total(),
            sorted((rendered - found).elements()),
            sorted((found - rendered).elements()),
            translate_page(text, {}).text == text,
            self.html(forced(text)) == self.html(text),
        )


def judge_folder(folder: Path, extensions: Extensions) -> Iterator[Judgement]:
    """Every page below a folder, in order."""
    oracle = Oracle(extensions)
    for path in sorted(folder.rglob("*.md")):
        # As they are, returns included: reading as text would make every line end the same.
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        yield oracle.judge(text, path.relative_to(folder).as_posix())


def segmented(text: str) -> Counter[str]:
    """The texts of a page that the renderer's tree must show as well."""
    segments = read_page(text).segments
    return Counter(_clean(segment.text) for segment in segments if segment.kind not in _NOT_IN_TREE)


def forced(text: str) -> str:
    """The page with every text written anew, each as itself."""
    page = read_page(text)
    return rebuild(page, [(segment, segment.text) for segment in page.segments], {})


def _body(text: str) -> str:
    body, _meta = meta.get_data(text)
    return body


def _clean(block: str) -> str:
    text = _TASK.sub("", " ".join(_STASHED.sub("", block).split()))
    return re.sub(rf"(?:\s*{ATTRIBUTES})+$", "", text)
