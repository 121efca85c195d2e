"""The command: a file or standard input in, text or JSON out, and a code that scripts can use."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.cli import main
from checker.messages.bounce import MESSAGES, PROBLEMS
from checker.smtp.model import Problem, Reason
from checker.tree.definition import TREE

BOUNCE = b"550 5.1.1 <kari@example.com>: Recipient address rejected: User unknown\n"

type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        text = io.StringIO(stdin.decode())
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin), readline=text.readline))
        code = main(arguments)
        return code, *capsys.readouterr()

    return run


def test_a_file_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bounce.eml").write_bytes(BOUNCE)
    code, out, err = run("bounce", str(tmp_path / "bounce.eml"))
    assert (code, err) == (0, "")
    assert MESSAGES[Reason.UNKNOWN_USER].title in out
    assert "https://fremme.example/en/check/#at=bounced_address" in out


def test_a_dash_is_standard_input(run: Run) -> None:
    code, out, _ = run("bounce", "-", "--json", stdin=BOUNCE)
    (recipient,) = json.loads(out)["recipients"]
    assert code == 0
    assert (recipient["address"], recipient["reason"]) == ("kari@example.com", "unknown_user")


def test_links_lead_to_the_site_that_is_named(run: Run) -> None:
    _, out, _ = run("bounce", "-", "--site", "https://help.example.no/", "--lang", "nb", stdin=BOUNCE)
    assert "https://help.example.no/nb/check/#" in out


def test_what_cannot_be_read_has_a_code_of_its_own(run: Run) -> None:
    code, out, _ = run("bounce", "-", stdin=b"Lunch at noon?")
    assert code == 1
    assert PROBLEMS[Problem.NOTHING_FOUND].title in out


def test_a_missing_file_is_a_wrong_use(run: Run, tmp_path: Path) -> None:
    code, out, err = run("bounce", str(tmp_path / "none.eml"))
    assert (code, out) == (2, "")
    assert "none.eml" in err


def test_a_missing_tool_is_a_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["no-such-tool"])
    assert stopped.value.code == 2


def test_the_questions_can_be_walked(run: Run) -> None:
    start = "at=domain_connected&role=marketer&scope=one&status=delivered&contact_looked=junk_empty"
    state = f"{start}&contact_system=m365&contact_gateway=none"
    code, out, _ = run("check", "--state", state, stdin=b"x\n1\n")
    node = TREE.question("domain_connected")
    assert out.count(node.text) == 2
    assert "# " in out.partition(node.options[0].label)[2]
    assert code == 0


def test_a_walk_that_stops_says_how_to_go_on(run: Run) -> None:
    code, out, _ = run("check", stdin=b"2\nb\n1\nq\n")
    assert code == 1
    assert "at=waited&role=recipient" in out


def test_an_allowlist_is_written_for_a_system(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("192.0.2.0/24 198.51.100.7")
    options = ("--for", "m365", "--domain", "example.com", "--review", "2027-03-01")
    code, out, _ = run("allowlist", str(tmp_path / "list.txt"), *options)
    assert code == 0
    assert "-SenderDomainIs 'example.com'" in out
    assert "@{Add='192.0.2.0/24','198.51.100.7'}" in out
    assert "DTSTART;VALUE=DATE:20270301" in out
    assert run("allowlist", "-", stdin=b"nothing")[0] == 1


def test_a_list_is_counted_and_its_addresses_shown_only_if_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Email,Bounce Reason\nkari@example.com,SPAM\n")
    code, out, _ = run("contacts", str(tmp_path / "list.csv"), "--json")
    assert code == 0
    assert "kari@" not in out
    assert json.loads(out)["common"]["pattern"] == "one_person"
    assert "kari@example.com" in run("contacts", str(tmp_path / "list.csv"), "--addresses")[1]
    assert run("contacts", "-", stdin=b"PK\x03\x04" + b" " * 100)[0] == 1


def test_a_system_is_found_by_its_name_or_by_an_address(run: Run) -> None:
    assert "Microsoft 365" in run("system", "m365")[1]
    assert run("system", "online.no")[1].startswith("Telenor")
    assert run("system", "nobody")[0] == 1
