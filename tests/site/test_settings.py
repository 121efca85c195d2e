"""mkdocs.yml is read without running what it names."""

from pathlib import Path

import pytest

from hooks.publish.settings import SettingsError, read_settings


def write(tmp_path: Path, text: str) -> Path:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_first_language_is_the_source(small_project: Path) -> None:
    settings = read_settings(small_project)
    assert dict(settings.languages) == {"en": "English", "nb": "Norsk bokmål"}
    assert settings.source == "en"


def test_a_variable_of_the_environment_sets_the_address(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_settings(small_project).url == "https://small.example/help/"
    monkeypatch.setenv("FREMME_URL", "https://elsewhere.example")
    assert read_settings(small_project).url == "https://elsewhere.example/"


def test_a_python_tag_runs_nothing(tmp_path: Path) -> None:
    trap = tmp_path / "sprung"
    text = f"extra: {{languages: {{en: English}}}}\nx: !!python/object/apply:os.mkdir ['{trap}']\n"
    assert read_settings(write(tmp_path, text)).source == "en"
    assert not trap.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra: {languages: {no: Norsk}}", "quotes"),  # YAML's `no` is False
        ("extra: {}", "no languages"),
        ("extra: [a]", "mapping"),
        ("- a", "no settings"),
        ("a: [", "valid YAML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_settings(write(tmp_path, text))
