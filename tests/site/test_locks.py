"""What others have made comes in the version and with the bytes that the locks name, and runs nothing on arrival."""

import json
import re
import tomllib

import pytest

from tests.conftest import ROOT

PYTHON = ["hooks/requirements.txt", "tests/requirements.txt"]
NODE = [f"{room}/package-lock.json" for room in ("hooks/bundle", "tests/js", "tests/bench/lighthouse")]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", PYTHON)
def test_every_python_package_is_held_by_its_hash(lock: str) -> None:
    packages = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert len(packages) > 30
    for package in packages:
        assert re.match(r"[a-z0-9][a-z0-9.-]*==\S+", package), package
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", package), package


@pytest.mark.parametrize("lock", NODE)
def test_every_node_package_is_held_by_its_hash(lock: str) -> None:
    packages: dict[str, dict[str, str]] = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    others = {name: facts for name, facts in packages.items() if name}
    assert others
    for name, facts in others.items():
        assert facts["integrity"].startswith("sha512-"), name
        assert "resolved" not in facts, f"{name}: the registry is the reader's own choice"


def test_no_script_of_a_package_is_run() -> None:
    assert "--require-hashes" in re.findall(r"^PIP := (.+)$", MAKEFILE, re.MULTILINE)[0]
    bench = (ROOT / "tests/bench/lighthouse.py").read_text(encoding="utf-8")
    installs = re.findall(r"\$\(NPM\) ci\b.*", MAKEFILE) + re.findall(r'"npm", "ci".*', bench)
    assert len(installs) == len(NODE)
    assert all("--ignore-scripts" in install for install in installs)


def test_dependencies_md_names_all_that_we_ask_for() -> None:
    page = (ROOT / "docs/dev/dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["site"]]
    names = [re.match(r"[\w-]+", one)[0] for one in asked]  # type: ignore[index]
    names += json.loads((ROOT / "hooks/bundle/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert [name for name in names if f"`{name}`" not in page] == []
