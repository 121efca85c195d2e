"""What the packed checker is given, and what becomes of its complaints; the packing is tried elsewhere."""

from pathlib import Path

import pytest

from hooks.bundle import BundleError
from hooks.bundle.package import Words
from hooks.publish import runtime
from hooks.publish.render import BuildError
from hooks.publish.settings import Settings

_SETTINGS = Settings("Small", "/", {"en": "English", "nb": "Norsk"}, {})


def test_the_checker_gets_every_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[Path, Words] = {}
    monkeypatch.setattr(runtime, "build_runtime", given.__setitem__)
    (tmp_path / "checker").mkdir()
    catalogue = tmp_path / "locales/nb/LC_MESSAGES/checker.po"
    catalogue.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalogue.write_text(f'{header}msgid "Junk"\nmsgstr "Søppelpost"\n', encoding="utf-8")
    runtime.add_runtime(tmp_path, _SETTINGS, tmp_path / "site")
    assert [*given] == [tmp_path / "site/runtime"]
    assert [*given[tmp_path / "site/runtime"]] == ["nb"]
    assert given[tmp_path / "site/runtime"]["nb"]["Junk"] == "Søppelpost"


def test_a_complaint_of_the_packing_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BundleError("no Node")

    monkeypatch.setattr(runtime, "build_runtime", refuse)
    (tmp_path / "checker").mkdir()
    with pytest.raises(BuildError, match="no Node"):
        runtime.add_runtime(tmp_path, _SETTINGS, tmp_path / "site")
