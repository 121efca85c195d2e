"""Where text could become markup or code, in the scripts and templates that we ship: one place, and no more."""

import re

from tests.conftest import ROOT

_SINK = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTML"
    r"|srcdoc|\beval\b|new Function|\|\s*safe\b|set(?:Timeout|Interval)\(\s*[\"'`]"
)
_SHIPPED = ("docs/assets/**/*.js", "hooks/publish/**/*.js", "hooks/publish/front/*.jinja", "hooks/theme/**/*.html")


def test_markup_is_put_in_at_one_place() -> None:
    files = sorted(path for pattern in _SHIPPED for path in ROOT.glob(pattern))
    assert len(files) > 20
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").split("\n")
        if _SINK.search(line)
    ]
    assert found == ["docs/assets/trust.js: place.innerHTML = ours?.createHTML(html) ?? html;"]
