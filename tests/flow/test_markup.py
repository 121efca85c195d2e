"""The strict reader sees the faults that it is there for."""

import pytest

from tests.flow.markup import faults


@pytest.mark.parametrize(
    "html",
    [
        "<p>a",
        "<p><b>a</p></b>",
        "</p>",
        "<p>a < b</p>",
        "<p>a & b</p>",
        "<p>{subject}</p>",
        '<p title="{name}">a</p>',
        '<p id="a">a</p><p id="a">b</p>',
        '<p id="a" id="b">a</p>',
        '<p title="a"b">a</p>',
        "<p><!-- a --></p>",
        "<p><?php ?></p>",
        "<!doctype html>",
        "<p><![CDATA[a]]></p>",
    ],
)
def test_a_fault_is_told(html: str) -> None:
    assert faults(html)


def test_good_markup_has_none() -> None:
    text = "<p>a &lt; b &amp; &#x27;c&#x27; [d]<br>e</p>"
    assert faults(f'<div id="a">{text}<input type="checkbox" checked><path d="M0"/></div>') == []
