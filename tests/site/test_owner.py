"""The owner's settings: what is wrong is said, all of it at once, with what was found and what is allowed."""

import re
from pathlib import Path

import pytest

from hooks.publish.__main__ import main
from hooks.publish.owner import Owner, OwnerError, read_owner
from tests.site.small import write_small_project

COLOURS = {"light": "#7a1f5c", "dark": "#f0a8d8"}
FACTS = {
    "from_address": "nyhetsbrev@post.example.no",
    "sending_domain": "example.no",
    "platform": "Brevdue",
}
WHOLE = {
    "name": "Posthjelpen",
    "colours": COLOURS,
    **FACTS,
    "resolvers": ["one"],
    "support": {"name": "Kundeservice", "address": "mailto:hjelp@example.no"},
}


@pytest.mark.parametrize(
    "nothing", [None, {}, {"name": "", "platform": ""}, {"support": None, "resolvers": None, "colours": {}}]
)
def test_nothing_set_is_the_site_as_it_comes(nothing: object) -> None:
    assert read_owner(nothing, []) == Owner()


def test_everything_set() -> None:
    support = {"support_name": "Kundeservice", "support_address": "mailto:hjelp@example.no"}
    assert read_owner(WHOLE, ["one", "two"]) == Owner("Posthjelpen", COLOURS, FACTS | support, ("one",))


def test_the_domain_follows_from_the_address() -> None:
    facts = read_owner({"from_address": "a@Post.example.no"}, []).facts
    assert facts["sending_domain"] == "post.example.no"


def test_no_resolver_at_all_is_a_choice_too() -> None:
    assert read_owner({"resolvers": []}, ["one"]).resolvers == ()


WRONG = [
    ({"nmae": "x"}, "nmae: there is no such setting. There are name, colours"),
    ({"name": "<b>x</b>"}, "name is '<b>x</b>'; it must be text of one line"),
    ({"name": 7}, "name is 7; it must be text"),
    ({"name": "x" * 61}, "at most 60 characters"),
    ({"platform": "a\nb"}, r"platform is 'a\nb'; it must be text of one line"),
    ({"from_address": "example.no"}, "from_address is 'example.no'; it must be an e-mail address"),
    ({"from_address": 'a@example.no" onclick="x'}, "it must be an e-mail address"),
    ({"from_address": ["a@example.no"]}, "it must be an e-mail address"),
    ({"sending_domain": "https://example.no"}, "sending_domain is 'https://example.no'; it must be a domain"),
    ({"sending_domain": "blåbær.example"}, "in the form xn--"),
    ({"from_address": "a@example.com", "sending_domain": "example.no"}, "it must lie on sending_domain"),
    ({"from_address": "a@bexample.no", "sending_domain": "example.no"}, "it must lie on sending_domain"),
    ({"colours": "red"}, "colours is 'red'; it must have light and dark"),
    ({"colours": {"light": "#0b5c63"}}, "it must have light and dark"),
    ({"colours": COLOURS | {"dim": "#0b5c63"}}, "it must have light and dark"),
    ({"colours": COLOURS | {"dark": "url(x)"}}, "colours.dark is 'url(x)'; it must be a colour such as"),
    (
        {"colours": COLOURS | {"light": "#ffd700"}},
        "colours.light is #ffd700; on #f1efe7 it has a contrast of 1.22, and text needs 4.5. "
        "The nearest that reads is #7a6700.",
    ),
    ({"colours": COLOURS | {"dark": "#7a1f5c"}}, "colours.dark is #7a1f5c; on #172227 it has a contrast of 1.68"),
    ({"resolvers": "one"}, "resolvers is 'one'; it must be a list of ids out of one, two"),
    ({"resolvers": ["three"]}, "resolvers names 'three'; checker/tables/resolvers.toml has one, two"),
    ({"support": {"name": "x"}}, "support is {'name': 'x'}; it must have name and address"),
    ({"support": "x"}, "support is 'x'; it must have name and address"),
    ({"support": {"name": "x", "address": "javascript:alert(1)"}}, "it must be mailto: or https:// with"),
    ({"support": {"name": "", "address": "https://example.no/"}}, "support.name is ''; it must be text"),
    (["a"], "extra.fremme is ['a']; it must be settings"),
]


@pytest.mark.parametrize(("setting", "told"), WRONG)
def test_what_is_wrong_is_said(setting: object, told: str) -> None:
    with pytest.raises(OwnerError, match=re.escape(told)) as fault:
        read_owner(setting, ["one", "two"])
    assert len(str(fault.value).split("\n")) == 1
    assert str(fault.value).startswith("extra.fremme")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(OwnerError) as fault:
        read_owner({"name": "<", "resolvers": "one", "from_address": "x"}, [])
    assert len(str(fault.value).split("\n")) == 3


def test_the_command_says_it_and_builds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = write_small_project(tmp_path) / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "  fremme: {nmae: Posthjelpen}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith("mkdocs.yml: extra.fremme.nmae: there is no such setting.")
    assert not (tmp_path / "site").exists()
