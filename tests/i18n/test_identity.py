"""A page translated with its own texts is itself, however its blocks stand in one another."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from hooks.translation.anchors import site_anchors
from hooks.translation.oracle import forced
from hooks.translation.page import translate_page
from hooks.translation.segment import read_page
from tests.i18n.site_markdown import configured, render

ANCHORS = site_anchors(*configured())

words = st.lists(st.sampled_from(["one", "two", "é", "50 % of", "(three)"]), min_size=1, max_size=3).map(
    " ".join
)
inline = st.one_of(
    words,
    words.map("**{}**".format),
    words.map("*{}*".format),
    words.map("`{}`".format),
    words.map("[{}](a.md#b)".format),
    words.map('<abbr title="Some words">{}</abbr>'.format),
)
line = st.lists(inline, min_size=1, max_size=3).map(" ".join)
# A word first, so that the line begins no other block; two spaces at the end break the line.
text = st.lists(line.map("word {}".format), min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "  \n"]).map(lambda end: end.join(lines))
)


def indented(block: str) -> str:
    return "\n".join(f"    {each}" if each else each for each in block.split("\n"))


def quoted(block: str) -> str:
    return "\n".join(
        f"> {each}".rstrip(" ") if not each.strip() else f"> {each}" for each in block.split("\n")
    )


def item(blocks: Sequence[str]) -> str:
    first, *rest = "\n\n".join(blocks).split("\n")
    return "\n".join([f"-   {first}", *(indented(each) for each in rest)])


def row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    return "\n".join([row(head), row(["---"] * len(head)), *map(row, body)])


leaf = st.one_of(
    text,
    st.tuples(st.sampled_from(["#", "##", "###"]), line).map(" ".join),
    st.tuples(line, st.sampled_from(["{ #own }", "{ .kind }"])).map(lambda pair: f"## {pair[0]} {pair[1]}"),
    st.lists(st.tuples(line, line), min_size=1, max_size=3).map(table),
    st.tuples(words, text).map(lambda pair: f"{pair[0]}\n:   {pair[1].replace(chr(10), chr(10) + '    ')}"),
    words.map('```text title="{}"\ncode stays\n```'.format),
    words.map('<p title="A title">{}</p>'.format),
    words.map("<!-- i18n: {} -->".format),
)


def containers(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(blocks, min_size=1, max_size=2)
    within = inside.map("\n\n".join)
    return st.one_of(
        within.map(quoted),
        st.tuples(words, within).map(lambda pair: f'!!! note "{pair[0]}"\n\n{indented(pair[1])}'),
        st.tuples(words, within).map(lambda pair: f'??? tip "{pair[0]}"\n\n{indented(pair[1])}'),
        st.tuples(text, inside).map(lambda pair: item([pair[0], *pair[1]])),
    )


pages = st.lists(st.recursive(leaf, containers, max_leaves=4), min_size=1, max_size=4).map(
    lambda blocks: "\n\n".join(blocks) + "\n"
)


@settings(deadline=None, max_examples=150)
@given(pages)
def test_translating_with_the_same_texts_changes_no_byte(page: str) -> None:
    same = {segment.text: segment.text for segment in read_page(page).segments}
    translated = translate_page(page, same, ANCHORS)
    assert translated.text == page
    assert translated.done == translated.total


@settings(deadline=None, max_examples=150)
@given(pages)
def test_writing_every_text_anew_changes_nothing_that_shows(page: str) -> None:
    written = forced(page)
    assert render(written) == render(page)
    assert [each.text for each in read_page(written).segments] == [
        each.text for each in read_page(page).segments
    ]
