"""The edge to the terminal: `fremme TOOL FILE` reads a file or standard input and writes text or JSON.

Exit codes: 0 something was read, 1 nothing could be read in what was given, 2 the command was used wrongly.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checker import i18n
from checker.render.context import Context
from checker.render.plain_data import to_data
from checker.render.report import Report
from checker.render.report_text import report_text
from checker.render.terminal import walk

SITE = "https://fremme.example/"
"""Where the links in a text lead; `--site` names another."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool read: as data, as a report, and whether there was anything to read."""

    data: Any
    report: Report
    read: bool


type Options = argparse.Namespace
type Tool = Callable[[Options, Context], Result]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    context = _context(options)
    if options.tool == "check":
        return walk(options.state, context, _ask, print)
    try:
        result = _TOOLS[options.tool](options, context)
    except OSError as fault:
        print(f"fremme: {fault.strerror}: {fault.filename}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(to_data(result.data), ensure_ascii=False, indent=1))
    else:
        print(report_text(result.report, context), end="")
    return 0 if result.read else 1


def _bounce(options: Options, context: Context) -> Result:
    from checker.render.bounce import report
    from checker.smtp.model import Kind
    from checker.smtp.read import read

    found = read(_content(options))
    return Result(found, report(found, context), found.kind is not Kind.NOT_A_BOUNCE)


def _allowlist(options: Options, context: Context) -> Result:
    from checker.allowlist.kit import Asked, build
    from checker.render.allowlist import kit

    spf = Path(options.spf).read_text(encoding="utf-8", errors="replace") if options.spf else ""
    asked = Asked(
        _content(options).decode("utf-8", "replace"),
        options.domain,
        options.system,
        options.gateway,
        spf,
        options.note,
        shared=not options.own,
    )
    found = build(asked, datetime.now(UTC).date())
    return Result(found, kit(found, context), bool(len(found.entries) or found.wish.domain))


def _contacts(options: Options, context: Context) -> Result:
    from checker.contacts.model import Kind
    from checker.contacts.read import Reader
    from checker.render.contacts import reading
    from checker.tables.load import system_of_address

    reader = Reader(system_of_address)
    with sys.stdin.buffer if options.file == "-" else Path(options.file).open("rb") as file:
        while chunk := file.read(_CHUNK):
            reader.feed(chunk)
    found = reader.finish()
    return Result(found, reading(found, context), found.kind is Kind.LIST)


def _system(options: Options, context: Context) -> Result:
    from checker.render.systems import find_system, system_report, unknown_system

    system = find_system(options.name)
    if system is None:
        return Result({"name": options.name}, unknown_system(options.name, context), read=False)
    return Result(system, system_report(system, context), read=True)


_CHUNK = 1 << 20
_TOOLS: Mapping[str, Tool] = {
    "bounce": _bounce,
    "allowlist": _allowlist,
    "contacts": _contacts,
    "system": _system,
}


def _content(options: Options) -> bytes:
    """The file's bytes; a single dash is standard input."""
    if options.file == "-":
        return sys.stdin.buffer.read()
    return Path(options.file).read_bytes()


def _context(options: Options) -> Context:
    site = f"{options.site.rstrip('/')}/{options.lang}/"
    return Context(lang=options.lang, translate=i18n.load(options.lang), root=site)


def _ask(prompt: str) -> str:
    """One line from the terminal; its end is the end of the walk."""
    try:
        return input(prompt)
    except EOFError:
        return "q"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fremme", description="Why did nobody see the e-mail?")
    tools = parser.add_subparsers(dest="tool", required=True, metavar="TOOL")
    check = _add(tools, "check", "walk through the questions to a checklist")
    check.add_argument("--state", default="", help="start from the answers in this address")
    bounce = _add(tools, "bounce", "say why an e-mail came back")
    bounce.add_argument("file", help="the bounce, its text or one line of it; - for standard input")
    allowlist = _add(tools, "allowlist", "write a list of addresses in a mail system's own form")
    allowlist.add_argument("file", help="the list, as it was handed over; - for standard input")
    allowlist.add_argument("--for", dest="system", default="", help="where the mailboxes are, such as m365")
    allowlist.add_argument(
        "--behind", dest="gateway", default="", help="the filter in front, such as mimecast"
    )
    allowlist.add_argument("--domain", default="", help="the sending domain")
    allowlist.add_argument("--spf", default="", help="a file with the sender's SPF record, to compare with")
    allowlist.add_argument("--note", default="", help="a word on why, for the commands")
    allowlist.add_argument("--own", action="store_true", help="nobody else sends from these addresses")
    contacts = _add(
        tools, "contacts", "count a list of recipients by status, reason, system and organisation"
    )
    contacts.add_argument("file", help="the list as CSV; - for standard input")
    system = _add(tools, "system", "say how to find, release and allow e-mail in one mail system")
    system.add_argument("name", help="its name, its id, or the domain of an address")
    return parser


def _add(tools: Any, name: str, what: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse keeps its type private
    tool: argparse.ArgumentParser = tools.add_parser(name, help=what, description=what)
    tool.add_argument("--lang", default=i18n.SOURCE, help="language of the answer: en, nb or nn")
    tool.add_argument("--site", default=SITE, help="address of the site that links lead to")
    if name != "check":
        tool.add_argument("--json", action="store_true", help="write JSON, for other programs")
    return tool


if __name__ == "__main__":
    sys.exit(main())
