"""The way out: another renderer makes the same pages from what `tree` writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from hooks.translation.__main__ import main
from tests.i18n.conftest import edit
from tests.i18n.site_markdown import ROOT
from tests.site.reading import Element, read_pages


def write(root: Path, out: Path, *languages: str) -> int:
    return main(["--root", str(root), "tree", "--out", str(out), *languages])


@pytest.fixture
def translated(project: Path) -> Path:
    """The sample, with a few words in bokmål and an asset."""
    main(["--root", str(project), "update", "nb"])
    for section, text, translation in (
        ("site", "Start", "Begynn"),
        ("site", "Skip to the text", "Hopp til teksten"),
        ("guide", "How it works", "Slik virker det"),
    ):
        path = project / "locales" / "nb" / "LC_MESSAGES" / f"{section}.po"
        edit(path, f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"')
    (project / "docs" / "logo.bin").write_bytes(b"\xff\0")
    return project


def test_pages_are_plain_markdown_in_the_language(translated: Path, tmp_path: Path) -> None:
    assert write(translated, tmp_path / "out", "nb") == 0
    docs = tmp_path / "out" / "nb" / "docs"
    assert (docs / "guide/page.md").read_text(encoding="utf-8") == (
        "---\ntranslation: {done: 1, total: 4}\ntitle: The page\n---\n\n# The page { lang=en }\n\n"
        "<!-- i18n: a verb -->\n## Slik virker det { #how-it-works }\n\nBody text.\n{ lang=en }\n"
    )
    assert (
        (docs / "index.md")
        .read_text(encoding="utf-8")
        .startswith("---\ntranslation: {done: 0, total: 2}\n---\n\n")
    )
    assert (docs / "logo.bin").read_bytes() == b"\xff\0"
    assert not (docs / "dev").exists()


def test_the_source_language_is_the_source(translated: Path, tmp_path: Path) -> None:
    assert write(translated, tmp_path, "en") == 0
    text = (tmp_path / "en" / "docs" / "guide" / "page.md").read_text(encoding="utf-8")
    source = (translated / "docs" / "guide" / "page.md").read_text(encoding="utf-8")
    assert text == source


def test_the_configuration_is_that_of_the_language(
    translated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = 'extra:\n  symbols: !!python/name:os.sep ""\n  yes: "no"\n'
    edit(translated / "mkdocs.yml", "extra:\n", f"theme: {{name: material, custom_dir: theme}}\n{extra}")
    edit(translated / "mkdocs.yml", "nav:\n", "hooks: [hooks/choose_language.py, hooks/own.py]\nnav:\n")
    monkeypatch.setenv("NOWHERE", "https://elsewhere.example/base/")
    assert write(translated, tmp_path / "out", "nb") == 0
    text = (tmp_path / "out" / "nb" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "symbols: !!python/name:os.sep" in text
    config = yaml.safe_load(text.replace("!!python/name:os.sep", ""))
    up = os.path.relpath(translated, tmp_path / "out" / "nb")
    assert config["site_url"] == "https://elsewhere.example/base/nb/"
    assert config["nav"][0] == {"Begynn": "index.md"}
    assert config["hooks"] == [f"{up}/hooks/own.py"]
    assert (config["docs_dir"], config["site_dir"]) == ("docs", "site")
    assert config["theme"] == {"name": "material", "language": "nb", "custom_dir": f"{up}/theme"}
    assert config["extra"]["words"]["skip"] == "Hopp til teksten"
    assert (config["extra"]["lang"], config["extra"]["project"]) == ("nb", up)


def test_a_second_run_leaves_no_old_page(translated: Path, tmp_path: Path) -> None:
    write(translated, tmp_path, "nb")
    (translated / "docs" / "guide" / "other.md").unlink()
    write(translated, tmp_path, "nb")
    assert not (tmp_path / "nb" / "docs" / "guide" / "other.md").exists()


def test_an_unknown_language_is_refused(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write(project, tmp_path, "xx") == 1
    assert "'xx'" in capsys.readouterr().out


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site in bokmål, rendered by ProperDocs from the tree."""
    out = tmp_path_factory.mktemp("tree")
    assert write(ROOT, out, "nb") == 0
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    env = {**os.environ, "FREMME_LANG": "", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=out / "nb", env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return out / "nb" / "site"


@pytest.mark.site
def test_another_renderer_makes_the_same_pages(elsewhere: Path, built_site: Path) -> None:
    ours, theirs = read_pages(built_site / "nb"), read_pages(elsewhere)
    assert list(theirs) == list(ours)
    for address, page in ours.items():
        assert words(theirs[address]) == words(page), address
        assert anchors(theirs[address]) == anchors(page), address
    assert any("Ble den levert?" in words(page) for page in theirs.values())


def words(page: Element) -> list[str]:
    texts = page.xpath("//title/text() | //body//text()[not(ancestor::script or ancestor::style)]")
    assert isinstance(texts, list)
    return [" ".join(str(text).split()) for text in texts if str(text).strip()]


def anchors(page: Element) -> list[str]:
    found = page.xpath("//@id | //@href | //@lang")
    assert isinstance(found, list)
    return [str(each) for each in found]
