"""SpamAssassin itself takes the lines, and a message through it gets the score that they promise."""

from pathlib import Path

import pytest

from checker.allowlist.write import write
from tests.conformance.allowlist.tools import INSIDE, OUTSIDE, WISH, run, tool

BASE = "dns_available no\nuse_bayes 0\nscore USER_IN_WELCOMELIST -100\n"


def message(address: str, sender: str = "news@example.com") -> str:
    return (
        f"Received: from out.example.com (out.example.com [{address}])\n"
        "\tby mx.example.org (Postfix) with ESMTP id 1\n"
        "\tfor <kari@example.org>; Wed, 25 Nov 2026 10:00:00 +0000\n"
        f"Return-Path: <{sender}>\nFrom: {sender}\nTo: kari@example.org\nSubject: News\n"
        "Date: Wed, 25 Nov 2026 10:00:00 +0000\nMessage-ID: <1@example.com>\n\nHello.\n"
    )


def lint(tmp_path: Path, text: str) -> str:
    program = tool("spamassassin")
    rules = tmp_path / "allow.cf"
    rules.write_text(BASE + text)
    found = run(program, "--lint", "-L", "-x", "--siteconfigpath", site(tmp_path), "-p", rules)
    return f"{found.returncode} {found.stdout}{found.stderr}".strip()


def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir(exist_ok=True)
    for name in ("init.pre", "v310.pre", "v320.pre", "v400.pre"):
        source = Path("/etc/spamassassin") / name
        if source.exists():
            (folder / name).write_text(source.read_text())
    return folder


@pytest.mark.parametrize("format_id", ["spamassassin_auth", "spamassassin_rcvd"])
def test_lint_has_nothing_to_say(tmp_path: Path, format_id: str) -> None:
    assert lint(tmp_path, write(WISH, format_id).text) == "0"


def test_lint_would_have_something_to_say(tmp_path: Path) -> None:
    assert not lint(tmp_path, "welcomelist_frm_rcvd *@example.com [192.0.2.0/24]\n").startswith("0")


def scored(tmp_path: Path, rules: str, mail: str) -> str:
    program = tool("spamassassin")
    path = tmp_path / "allow.cf"
    path.write_text(BASE + "trusted_networks 127.0.0.1\n" + rules)
    found = run(program, "-L", "-x", "-t", "--siteconfigpath", site(tmp_path), "-p", path, text=mail)
    assert found.returncode == 0, found.stderr
    return found.stdout


def test_a_message_from_the_networks_is_welcome_and_others_are_not(tmp_path: Path) -> None:
    rules = write(WISH, "spamassassin_rcvd").text
    for address in INSIDE:
        assert "USER_IN_WELCOMELIST" in scored(tmp_path, rules, message(address)), address
    assert "USER_IN_WELCOMELIST" not in scored(tmp_path, rules, message(OUTSIDE[0]))
    assert "USER_IN_WELCOMELIST" not in scored(tmp_path, rules, message(INSIDE[0], "news@example.net"))
