"""The command against a name server in Python, which needs no package of the system."""

import json
from collections.abc import Iterator

import pytest

from checker.cli import _address, main
from tests.dns import responder
from tests.unit.domain.zones import zone


@pytest.fixture
def server() -> Iterator[str]:
    with responder.serve(zone()) as port:
        yield f"127.0.0.1:{port}"


def test_it_writes_a_report(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["domain", "kari@example.no", "--resolver", server, "--ip", "198.51.100.1"]) == 0
    text = capsys.readouterr().out
    assert "We found nothing to put right." in text
    assert "May 198.51.100.1 send for example.no?" in text


def test_it_says_who_receives(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["domain", "example.no", "--receives", "--resolver", server, "--lang", "nb", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["receivers"][0]["id"] == "m365"


@pytest.mark.parametrize("name", ["", "localhost", "no domain", "192.0.2.1"])
def test_what_is_no_domain_is_an_answer_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["domain", name, "--resolver", "127.0.0.1:1"]) == 1
    assert "is no domain" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("", ("", 53)),
        ("192.0.2.1", ("192.0.2.1", 53)),
        ("192.0.2.1:5353", ("192.0.2.1", 5353)),
        ("2001:db8::1", ("2001:db8::1", 53)),
        ("[2001:db8::1]:5353", ("2001:db8::1", 5353)),
    ],
)
def test_an_address_may_have_a_port(text: str, is_: tuple[str, int]) -> None:
    assert _address(text) == is_
