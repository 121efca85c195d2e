"""A hostile PO file: the lint names it, and what nobody linted is refused by the build or escaped."""

from pathlib import Path

import pytest

from checker.render.context import Context
from checker.render.page import place
from checker.tree.definition import TREE
from checker.tree.walk import parse_state, view
from hooks.publish.assemble import publish
from hooks.publish.inert import faults
from hooks.publish.render import BuildError
from hooks.translation.lint.markup import differences
from tests.site.small import write_small_project

SOURCE = "Read [the guide](guide.md) now."
HOSTILE = {
    "a script": "Les [veiledningen](guide.md) nå.<script>alert(1)</script>",
    "a handler": "Les [veiledningen](guide.md) nå.<img src=x onerror=alert(1)>",
    "a handler in an attribute list": "Les [veiledningen](guide.md){ onclick=alert(1) } nå.",
    "a script link": "Les [veiledningen](javascript:alert(1)) nå.",
    "a script link in HTML": 'Les <a href="javascript:alert(1)">veiledningen</a> nå.',
    "a picture from elsewhere": "Les [veiledningen](guide.md) nå. ![](https://elsewhere.example/x.png)",
    "a frame": 'Les [veiledningen](guide.md) nå.<iframe src="https://elsewhere.example/"></iframe>',
    "a link elsewhere": "Les [veiledningen](https://elsewhere.example/) nå.",
    "one more link": "Les [veiledningen](guide.md) nå. <https://elsewhere.example/>",
    "a style": "Les [veiledningen](guide.md) nå.<style>a{}</style>",
    "a comment": "Les [veiledningen](guide.md) nå.<!-- eller -->",
}
ONLY_WRONG = {"a link elsewhere", "one more link", "a comment"}
"""These mislead and run nothing: the lint is what stops them."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_lint_names_it(text: str) -> None:
    assert list(differences(SOURCE, text))


def test_an_honest_translation_is_left_alone() -> None:
    assert not list(differences(SOURCE, "Les [veiledningen](guide.md) nå."))


@pytest.mark.parametrize("what", [what for what in HOSTILE if what not in ONLY_WRONG])
def test_without_the_lint_the_build_refuses_it(tmp_path: Path, what: str) -> None:
    root = write_small_project(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(
        f"{config.read_text(encoding='utf-8')}\nmarkdown_extensions: [attr_list]\n", encoding="utf-8"
    )
    for folder in ("docs", "docs/guide"):  # the text lands on a page in each
        (root / folder / "guide.md").write_text("# Guide\n", encoding="utf-8")
    (root / "locales/nb/LC_MESSAGES/site.po").write_text(f"\n\n{HOSTILE[what]}\n", encoding="utf-8")
    with pytest.raises(BuildError, match="security policy would block"):
        publish(root, root / "site")
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "[x](javascript:a)"]
)
def test_a_text_of_the_checker_stays_text(text: str) -> None:
    context = Context(lang="nb", translate=lambda _: text, root="../")
    for node in TREE.nodes:
        html = place(view(parse_state(f"at={node.id}", TREE), TREE), context)
        assert faults(html) == [], node.id
        assert "<script" not in html
