"""A page that would run, load or send something of its own is refused by the build."""

from pathlib import Path

import pytest

from hooks.publish.assemble import publish
from hooks.publish.inert import faults, require_inert
from hooks.publish.render import BuildError

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "a module": "<script type='module'>alert(1)</script>",
    "a script from elsewhere": "<script src='//elsewhere.example/x.js'></script>",
    "a handler": "<img src='a.png' onerror='alert(1)'>",
    "a handler in odd case": "<svg/OnLoad=alert(1)>",
    "a script link": "<a href='javascript:alert(1)'>x</a>",
    "a script link with a gap": "<a href='\x01java\tscript:alert(1)'>x</a>",
    "a script link in entities": "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "a data link": "<a href='data:text/html,x'>x</a>",
    "a link in a picture": "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "an animation": "<svg><set attributeName='href' to='javascript:alert(1)'/></svg>",
    "an image from elsewhere": "<img src='https://elsewhere.example/x.png'>",
    "a backslashed host": "<img src='\\\\elsewhere.example/x.png'>",
    "a style sheet from elsewhere": "<link rel='Stylesheet' href='https://elsewhere.example/x.css'>",
    "a style": "<style>a{}</style>",
    "a style attribute": "<p style='color: red'>x</p>",
    "a frame": "<iframe src='a.html'></iframe>",
    "a frame in a string": "<p srcdoc='x'>x</p>",
    "another base": "<base href='https://elsewhere.example/'>",
    "a redirect": "<meta http-equiv='Refresh' content='0;url=https://elsewhere.example/'>",
    "a form": "<form action='https://elsewhere.example/'></form>",
    "a button that sends": "<button formaction='https://elsewhere.example/'>x</button>",
    "a ping": "<a href='a' ping='https://elsewhere.example/'>x</a>",
}
HARMLESS = """<!doctype html><meta charset="utf-8"><link rel="canonical" href="https://fremme.example/">
<link rel="stylesheet" href="../a.css"><script src="../a.js"></script><script type="application/json">{}</script>
<a href="https://elsewhere.example/">x</a><a href="mailto:a@example.com">y</a><a href="../b/?c#d:e">z</a>
<p>&lt;script&gt;alert(1)&lt;/script&gt; <code>onerror=</code></p><form><button>x</button></form>
<svg><use href="#a"/></svg><!-- <script>alert(1)</script> -->"""


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_what_could_do_harm_is_a_fault(html: str) -> None:
    assert len(faults(f"<p>x</p>\n{html}")) == 1
    assert faults(f"<p>x</p>\n{html}")[0].startswith("line 2: ")


def test_what_does_no_harm_is_none() -> None:
    assert faults(HARMLESS) == []


def test_the_complaint_names_page_and_line(tmp_path: Path) -> None:
    (tmp_path / "nb/guide").mkdir(parents=True)
    (tmp_path / "nb/guide/index.html").write_text("\n<b onclick=x>" * 9, encoding="utf-8")
    with pytest.raises(BuildError, match=r"nb/guide/index\.html: line 2: .*\n(.*\n)+… and 4 more"):
        require_inert(tmp_path / "nb")


def test_a_hostile_page_fails_the_build_and_leaves_the_old_site(small_project: Path) -> None:
    publish(small_project, small_project / "site")
    words = small_project / "locales/nb/LC_MESSAGES/site.po"
    words.write_text("# Ord\n\nHei <img src=x onerror=alert(1)>\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"nb/.*the attribute onerror is not allowed"):
        publish(small_project, small_project / "site")
    assert "onerror" not in (small_project / "site/nb/index.html").read_text(encoding="utf-8")
