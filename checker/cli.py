"""The edge to the terminal: `fremme TOOL FILE` reads a file or standard input and writes text or JSON.

Exit codes: 0 something was read, 1 nothing could be read in what was given, 2 the command was used wrongly.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker import i18n
from checker.render.context import Context
from checker.render.plain_data import to_data
from checker.render.report_text import report_text
from checker.render.terminal import walk
from checker.tools import FEEDS, TOOLS, Given, Pending, Result

SITE = "https://fremme.example/"
"""Where the links in a text lead; `--site` names another."""


_PIECE = 1 << 20
type Options = argparse.Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    context = _context(options)
    if options.tool == "check":
        return walk(options.state, context, _ask, print)
    try:
        result = _read(options, context)
    except OSError as fault:
        print(f"fremme: {fault.strerror}: {fault.filename}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(to_data(result.data), ensure_ascii=False, indent=1))
    else:
        print(report_text(result.report, context), end="")
    return 0 if result.read else 1


def _read(options: Options, context: Context) -> Result:
    if options.tool == "domain":
        return _domain(options, context)
    made = TOOLS[options.tool](_given(options), context)
    if isinstance(made, Pending):
        raise TypeError(options.tool)  # only what reads a file comes here, and that asks nobody
    return made


def _domain(options: Options, context: Context) -> Result:
    from checker.domain.report import report as look_up
    from checker.domain.subject import subject_of
    from checker.mx.receive import receiving
    from checker.render.domain import nothing, report
    from checker.render.domain_receiver import receiver_report
    from checker.resolver import Resolver, run

    resolve = Resolver(*_address(options.resolver))
    given = {name: value for name, value in vars(options).items() if isinstance(value, str)}
    subject = subject_of({**given, "domain": options.name, "selector": " ".join(options.selector)})
    if not subject.domain:
        return Result({}, nothing(options.name, context), read=False)
    if options.receives:
        receives = run(receiving(subject.domain), resolve)
        return Result(receives, receiver_report(receives, context), receives.cause is None)
    found = run(look_up(subject), resolve)
    return Result(found, report(found, context), found.silence is None)


def _address(text: str) -> tuple[str, int]:
    """HOST, HOST:PORT or [IPV6]:PORT."""
    host, colon, port = text.rpartition(":")
    if colon and port.isdigit() and (host.startswith("[") or ":" not in host):
        return host.strip("[]"), int(port)
    return text.strip("[]"), 53


def _given(options: Options) -> Given:
    """What the tool works on, and its options as a page would send them; a long list goes in by pieces."""
    fields = {name: value for name, value in vars(options).items() if isinstance(value, str)}
    if options.tool == "system":
        return Given(options.name, fields)
    if options.tool not in FEEDS:
        return Given(_content(options), fields)
    with sys.stdin.buffer if options.file == "-" else Path(options.file).open("rb") as file:
        FEEDS[options.tool](file.read(_PIECE), begin=True)
        while piece := file.read(_PIECE):
            FEEDS[options.tool](piece, begin=False)
    return Given("", {**fields, "fed": "yes"})


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
    headers = _add(tools, "headers", "say where an e-mail went, who decided, and how it came")
    headers.add_argument("file", help="the headers, or the whole e-mail as a file; - for standard input")
    _add_domain(tools)
    allowlist = _add(tools, "allowlist", "write a list of addresses in a mail system's own form")
    allowlist.add_argument("file", help="the list, as it was handed over; - for standard input")
    allowlist.add_argument("--for", dest="system", default="", help="where the mailboxes are, such as m365")
    allowlist.add_argument(
        "--behind", dest="gateway", default="", help="the filter in front, such as mimecast"
    )
    allowlist.add_argument("--domain", default="", help="the sending domain")
    allowlist.add_argument("--spf", default="", help="the sender's SPF record, to compare with")
    allowlist.add_argument("--why", default="", help="a word on why, for the commands")
    allowlist.add_argument("--review", default="", help="when to look at the rule again, such as 2027-02-01")
    allowlist.add_argument(
        "--own",
        dest="shared",
        action="store_const",
        const="no",
        help="nobody else sends from these addresses",
    )
    contacts = _add(
        tools, "contacts", "count a list of recipients by status, reason, system and organisation"
    )
    contacts.add_argument("file", help="the list as CSV; - for standard input")
    contacts.add_argument(
        "--addresses", dest="button", action="store_const", const="addresses", help="list those not reached"
    )
    system = _add(tools, "system", "say how to find, release and allow e-mail in one mail system")
    system.add_argument("name", help="its name, its id, or the domain of an address")
    return parser


def _add_domain(tools: Any) -> None:  # noqa: ANN401 - argparse keeps its type private
    domain = _add(tools, "domain", "look up who sends and receives for a domain, and what to put right")
    domain.add_argument("name", help="a domain or an address")
    domain.add_argument("--from", dest="from_address", default="", help="the From address, where it differs")
    domain.add_argument("--mail-from", default="", help="the envelope sender, to see whether it agrees")
    domain.add_argument("--ip", default="", help="an address that sends, to check SPF for")
    domain.add_argument("--selector", action="append", default=[], help="a DKIM selector; may be repeated")
    domain.add_argument("--hub-id", default="", help="HubSpot's number for the account")
    domain.add_argument("--receives", action="store_true", help="only say who receives for the domain")
    domain.add_argument("--resolver", default="", help="HOST or HOST:PORT; else the system's")


def _add(tools: Any, name: str, what: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse keeps its type private
    tool: argparse.ArgumentParser = tools.add_parser(name, help=what, description=what)
    tool.add_argument("--lang", default=i18n.SOURCE, help="language of the answer: en, nb or nn")
    tool.add_argument("--site", default=SITE, help="address of the site that links lead to")
    if name != "check":
        tool.add_argument("--json", action="store_true", help="write JSON, for other programs")
    return tool


if __name__ == "__main__":
    sys.exit(main())
