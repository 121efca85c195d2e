"""The pages of mail systems: steps with source and date, and goals where no source tells the way."""

import re

import pytest

from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import unbroken
from checker.render.report_text import report_text
from checker.render.systems import (
    ADMIN_TASKS,
    EXPECTED,
    USER_TASKS,
    find_system,
    system_page,
    system_report,
    systems_index,
    unknown_system,
)
from checker.render.words import KINDS, TASKS
from checker.render.words_lists import FOR_ADMINS, FOR_USERS, GOALS, TASKS_HERE, VARIES
from checker.tables.allow import formats
from checker.tables.load import MailSystem, systems
from tests.flow.guide import ROOT, page_text

ENGLISH = Context()
EVERY = pytest.mark.parametrize("system", systems().values(), ids=lambda system: system.id)
WANTED = (
    *(
        "gmail",
        "google_workspace",
        "outlook_com",
        "m365",
        "yahoo",
        "icloud",
        "proton",
        "telenor",
        "altibox",
        "onecom",
    ),
    *(
        "domeneshop",
        "proofpoint",
        "proofpoint_essentials",
        "mimecast",
        "barracuda",
        "cisco",
        "trendmicro",
        "hornet",
    ),
    *("vipre", "sophos", "fortinet", "heimdal", "checkpoint"),
)


def test_the_systems_that_matter_are_there() -> None:
    assert set(WANTED) <= set(systems())


def test_every_task_and_kind_is_known() -> None:
    assert set(USER_TASKS) | set(ADMIN_TASKS) == set(TASKS)
    assert set(EXPECTED) == set(KINDS) == {system.kind for system in systems().values()}
    assert {task for tasks in EXPECTED.values() for task in tasks} <= set(GOALS)


@EVERY
def test_every_system_has_its_page_and_is_in_the_menu(system: MailSystem) -> None:
    assert f"<!-- checker:system {system.id} -->" in page_text(f"systems/{system.id}")
    assert f"      - systems/{system.id}.md\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"systems/{system.id}/" in systems_index(ENGLISH)


def test_no_page_is_about_a_system_that_is_not_there() -> None:
    pages = {path.stem for path in (ROOT / "docs/systems").glob("*.md")} - {"index"}
    assert pages == set(systems())


@EVERY
def test_each_task_has_either_steps_with_a_date_or_the_goal(system: MailSystem) -> None:
    page = system_page(system.id, ENGLISH)
    for title, tasks in ((FOR_USERS, USER_TASKS), (FOR_ADMINS, ADMIN_TASKS)):
        told = {*system.steps, *EXPECTED[system.kind]} & {*tasks}
        part = page.partition(f"<h2>{title}</h2>")[2].partition("<h2>")[0]
        assert bool(part) == bool(told)
        for task in told & {*system.steps}:
            steps = part.split(f">{unbroken(shown(task))}</h3>")[1].split("<h3>")[0]
            assert re.search(r'class="fr-source".*checked \d+ \w+ 20\d\d', steps), task
        for task in told - {*system.steps}:
            assert f"<strong>{shown(task)}.</strong> {escape(GOALS[task])}" in part
        assert part.count(VARIES) == bool(told - {*system.steps})
    for fact in system.facts:
        assert fact.source.checked


def shown(task: str) -> str:
    """The title on a page that says apart who a task is for."""
    return TASKS_HERE.get(task, TASKS[task])


@EVERY
def test_the_page_leads_on(system: MailSystem) -> None:
    page = system_page(system.id, ENGLISH)
    assert 'href="./check/"' in page
    has_ways = any(row.system == system.id for row in formats().values())
    assert ('href="./tools/allowlist/"' in page) == has_ways


@EVERY
def test_the_terminal_shows_the_same(system: MailSystem) -> None:
    said = report_text(system_report(system, ENGLISH), ENGLISH)
    for task, steps in system.steps.items():
        assert TASKS[task] in said
        assert str(steps.source.checked.year) in said


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("m365", "m365"),
        ("Gmail", "gmail"),
        ("kari@hotmail.no", "outlook_com"),
        ("online.no", "telenor"),
        ("forti", "fortinet"),
        ("x.example", ""),
        ("", ""),
    ],
)
def test_a_system_is_found_by_id_name_or_address(name: str, found: str) -> None:
    system = find_system(name)
    assert (system.id if system else "") == found
    assert "Known are" in report_text(unknown_system(name, ENGLISH), ENGLISH)


def test_no_two_systems_claim_a_domain() -> None:
    domains = [domain for system in systems().values() for domain in system.domains]
    assert len(domains) == len(set(domains))
