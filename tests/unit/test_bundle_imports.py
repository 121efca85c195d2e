"""Which modules travel: those that an import statement leads to."""

import pytest

from hooks.bundle.imports import reachable


def kept(**sources: str) -> set[str]:
    """Follow a.edge; a name's double underscore stands for a slash."""
    paths = {f"a/{name.replace('__', '/')}.py": text for name, text in sources.items()} | {
        "a/__init__.py": ""
    }
    return {path.removeprefix("a/").removesuffix(".py") for path in reachable(paths, "a.edge")}


@pytest.mark.parametrize(
    "statement",
    ["import a.b", "from a import b", "from a.b import c", "import json, a.b", "def f():\n    import a.b"],
)
def test_every_form_of_import_is_followed(statement: str) -> None:
    assert kept(edge=statement, b="") == {"__init__", "edge", "b"}


def test_what_nobody_imports_stays_behind() -> None:
    assert kept(edge="import a.b", b="import a.c", c="", cli="import a.edge") == {
        "__init__",
        "edge",
        "b",
        "c",
    }


def test_circles_end() -> None:
    assert kept(edge="import a.b", b="import a.edge") == {"__init__", "edge", "b"}


def test_modules_of_others_are_none_of_ours() -> None:
    assert kept(edge="import json.b", b="") == {"__init__", "edge"}


def test_a_package_comes_with_its_module() -> None:
    paths = {
        "a/__init__.py": "",
        "a/edge.py": "import a.p.m",
        "a/p/__init__.py": "",
        "a/p/m.py": "",
        "a/p/n.py": "",
    }
    assert set(reachable(paths, "a.edge")) == set(paths) - {"a/p/n.py"}
