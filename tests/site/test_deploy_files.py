"""The files under docs/dev/deploy: they parse, and name only what exists."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from hooks.publish.hosts import OUT
from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "dev" / "deploy"
_INSTRUCTIONS = {"FROM", "RUN", "WORKDIR", "COPY", "ARG", "ENV", "EXPOSE", "USER"}


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_only_targets_of_make_that_exist(path: Path) -> None:
    commands = re.findall(r"\bmake ([a-z][a-z-]+)", path.read_text(encoding="utf-8"))
    assert set(commands) <= _make_targets()


def test_the_container_is_built_of_known_instructions_and_parts() -> None:
    lines = [line.split() for line in (FOLDER / "Containerfile").read_text(encoding="utf-8").split("\n")]
    steps = [line for line in lines if line and line[0] != "#"]
    assert {step[0] for step in steps} == _INSTRUCTIONS
    stages = {step[3] for step in steps if step[0] == "FROM" and len(step) > 3}
    taken = [step[1:3] for step in steps if step[0] == "COPY" and step[1].startswith("--from=")]
    assert {stage.removeprefix("--from=") for stage, _ in taken} <= stages
    assert [source for _, source in taken] == ["/src/site", f"/src/{OUT}/Caddyfile"]


def test_nothing_that_was_made_here_gets_into_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    made = re.findall(r"^clean:.*\n\trm -rf (.+)$", makefile, re.MULTILINE)[0].split()
    assert ".venv" in made
    for path in made:
        assert path in ignored or f"**/{Path(path).name}" in ignored, path


def test_the_workflows_publish_what_make_writes() -> None:
    github, gitlab = _yaml("github-pages.yml"), _yaml("gitlab-ci.yml")
    steps = github["jobs"]["publish"]["steps"]
    (build,) = [step for step in steps if "run" in step]
    assert build["run"] == "make site"
    assert "base_url" in build["env"]["FREMME_URL"]
    assert [step["with"]["path"] for step in steps if "upload-pages" in step.get("uses", "")] == ["site"]
    assert gitlab["pages"]["script"][-2:] == ['FREMME_URL="$CI_PAGES_URL" make site', "mv site public"]
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]


def _yaml(name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
