"""Packing the runtime: what is in it, what is not, and that it comes out the same every time."""

import dataclasses
import gettext
import hashlib
import io
import json
import zipfile
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from hooks.bundle import build
from hooks.bundle.build import Sources, build_runtime, used_modules
from hooks.bundle.inside import without_lines
from hooks.bundle.modules import LIST, MORE, read_list
from hooks.bundle.node import PYODIDE, BundleError
from hooks.bundle.package import Words, read_packages
from tests.contract.small_checker import small_sources, small_words, write_small_checker

PYTHON_3_13 = b"\xf3\r\r\n"  # the magic number at the head of its byte code


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return small_sources(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def manifest(sources: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_runtime(tmp_path_factory.mktemp("site") / "runtime", small_words(), sources)


@pytest.fixture
def changeable(sources: Sources, tmp_path: Path) -> Sources:
    """The same sources with a package and a list of modules that a test may change; the cache stays warm."""
    modules, more = tmp_path / "modules.txt", tmp_path / "modules-tools.txt"
    modules.write_bytes(sources.listed.read_bytes())
    more.write_bytes(sources.more.read_bytes())
    return dataclasses.replace(sources, package=write_small_checker(tmp_path), listed=modules, more=more)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def zips(manifest: Path) -> dict[str, zipfile.ZipFile]:
    """The packed standard library and the packed checker in its two sizes, by their names."""
    found = (manifest.parent / json.loads(manifest.read_text())["base"]).glob("*.zip")
    return {path.stem.rpartition("-")[0] or path.stem: zipfile.ZipFile(path) for path in found}


def add_to_api(sources: Sources, code: str) -> None:
    with (sources.package / "api.py").open("a", encoding="utf-8") as file:
        file.write(code)


def test_two_builds_from_nothing_are_the_same_bytes(manifest: Path, sources: Sources, tmp_path: Path) -> None:
    again = dataclasses.replace(sources, cache=tmp_path / "cache")
    build_runtime(tmp_path / "out", small_words(), again)
    assert contents(tmp_path / "out") == contents(manifest.parent)


def test_the_manifest_tells_length_and_hash_of_every_file(manifest: Path) -> None:
    told = json.loads(manifest.read_text())
    found = contents(manifest.parent / told["base"])
    expected = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in found.items()
    }
    assert told["files"] == expected
    assert told["pyodide"] == json.loads((PYODIDE / "package.json").read_text())["version"]


def test_the_lock_file_names_the_checker_and_nothing_else(manifest: Path) -> None:
    told = json.loads(manifest.read_text())
    packages = told["lock"]["packages"]
    assert set(packages) == {"checker", "checker-whole"}
    for package in packages.values():
        assert package["sha256"] == told["files"][package["file_name"]]["sha256"]
    assert told["lock"]["info"]["python"].startswith("3.13.")


def test_the_checker_travels_without_sources_and_without_its_command_line(manifest: Path) -> None:
    assert zips(manifest)["checker"].namelist() == [
        "checker/__init__.pyc",
        "checker/api.pyc",
        "checker/browser.pyc",
        "checker/catalogues/nb.mo",
        "checker/tables/answers.toml",
    ]


def test_the_whole_has_the_tools_and_what_they_import_as_well(manifest: Path) -> None:
    packed = zips(manifest)
    first, whole = (set(packed[name].namelist()) for name in ("checker", "checker-whole"))
    assert whole - first == {"checker/tool.pyc", "colorsys.pyc"}
    assert first <= whole


def test_words_travel_with_the_code_that_says_them(manifest: Path) -> None:
    packed = zips(manifest)
    first, whole = (
        gettext.GNUTranslations(io.BytesIO(packed[name].read("checker/catalogues/nb.mo")))
        for name in ("checker", "checker-whole")
    )
    assert [first.gettext(text) for text in ("Question", "Tool")] == ["Spørsmål", "Tool"]
    said = ("Question", "Tool", "Nobody says this")
    assert [whole.gettext(text) for text in said] == ["Spørsmål", "Verktøy", "Nobody says this"]


def test_the_standard_library_is_what_the_list_names(manifest: Path, sources: Sources) -> None:
    names = [
        name.removesuffix(".pyc").removesuffix("/__init__") for name in zips(manifest)["stdlib"].namelist()
    ]
    assert {name.replace("/", ".") for name in names} == read_list(sources.listed)


def test_byte_code_is_for_pyodide_whatever_python_builds(manifest: Path) -> None:
    codes = [
        archive.read(name)
        for archive in zips(manifest).values()
        for name in archive.namelist()
        if name.endswith(".pyc")
    ]
    assert {code[:4] for code in codes} == {PYTHON_3_13}


def test_docstrings_stay_at_home(manifest: Path) -> None:
    assert b"Docstrings stay at home" not in zips(manifest)["checker"].read("checker/api.pyc")


def test_line_tables_go_and_the_code_still_works() -> None:
    code = without_lines(compile("def f():\n    return [g() for g in (lambda: 6,)]\n", "f.py", "exec"))
    (inner, *_) = (each for each in code.co_consts if isinstance(each, CodeType))
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102
    assert (code.co_linetable, inner.co_linetable, names["f"]()) == (b"", b"", [6])


def test_a_new_module_fails_the_build_and_says_what_to_run(changeable: Sources, tmp_path: Path) -> None:
    add_to_api(changeable, "\nimport sched\n")
    with pytest.raises(BundleError, match=r"sched[\s\S]*python -m hooks\.bundle --refresh"):
        build_runtime(tmp_path / "out", small_words(), changeable)


def test_an_import_that_the_code_could_do_without_counts_too(changeable: Sources, tmp_path: Path) -> None:
    add_to_api(changeable, "\ntry:\n    import sched\nexcept ImportError:\n    sched = None\n")
    with pytest.raises(BundleError, match=r"\+ sched"):
        build_runtime(tmp_path / "out", small_words(), changeable)


def test_a_module_that_nobody_needs_any_more_fails_the_build(changeable: Sources, tmp_path: Path) -> None:
    with changeable.listed.open("a") as file:
        file.write("sched\n")
    with pytest.raises(BundleError, match=r"- sched"):
        build_runtime(tmp_path / "out", small_words(), changeable)


def test_a_name_that_is_no_module_fails_the_build(changeable: Sources, tmp_path: Path) -> None:
    with changeable.listed.open("a") as file:
        file.write("no_such_module\n")
    with pytest.raises(BundleError, match="no_such_module"):
        build_runtime(tmp_path / "out", small_words(), changeable)


def test_a_checker_that_breaks_once_packed_is_not_published(changeable: Sources, tmp_path: Path) -> None:
    add_to_api(changeable, '\ndef handle(text):\n    return \'{"ok": false, "error": "internal"}\'\n')
    with pytest.raises(BundleError, match="internal"):
        build_runtime(tmp_path / "out", small_words(), changeable)
    assert not (tmp_path / "out").exists()


def test_a_second_build_starts_no_python(
    manifest: Path, sources: Sources, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(build, "run_inside", refuse)
    build_runtime(tmp_path / "out", small_words(), sources)
    assert contents(tmp_path / "out") == contents(manifest.parent)


def refuse(*_: object) -> dict[str, Any]:
    raise AssertionError("Everything should have come out of the cache.")


def test_new_words_leave_pyodide_where_browsers_have_it(changeable: Sources, tmp_path: Path) -> None:
    before = _written(changeable, tmp_path, small_words())
    (tmp_path / "runtime" / before["base"] / "stdlib.zip.br").touch()
    after = _written(changeable, tmp_path, small_words() | {"nn": small_words()["nb"]})
    assert after["base"] == before["base"]
    left = {path.name for path in (tmp_path / "runtime" / after["base"]).iterdir()}
    assert left == {*after["files"], "stdlib.zip.br"} != set(before["files"])


def _written(sources: Sources, root: Path, words: Words) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(build_runtime(root / "runtime", words, sources).read_text())
    return told


def test_what_earlier_builds_left_goes_away(sources: Sources, tmp_path: Path) -> None:
    (tmp_path / "runtime" / "0123456789ab").mkdir(parents=True)
    told = _written(sources, tmp_path, small_words())
    assert {path.name for path in (tmp_path / "runtime").iterdir()} == {
        "manifest.json",
        told["base"].rstrip("/"),
    }


def test_the_committed_lists_are_what_the_real_checker_uses() -> None:
    packages = read_packages(Sources().package, small_words(), Sources().contract)
    first = used_modules(packages.first)
    assert first == read_list(LIST)
    assert used_modules(packages.whole) - first == read_list(MORE)
