"""The translator's command: `python -m hooks.translation`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from hooks.translation.catalogue import compiled
from hooks.translation.check import check
from hooks.translation.lint.checks import EXPLAINED, JUDGED, Finding
from hooks.translation.message import AuthoringError
from hooks.translation.site_config import languages
from hooks.translation.sources import CHECKER, read_sources
from hooks.translation.status import as_json, as_lines, read_status
from hooks.translation.tools import add_commands
from hooks.translation.update import write_templates, write_translations

_DESCRIPTION = """\
Keep the translations of this site. They are the .po files below locales/, one folder a language.

  make messages     gets new texts into them
  then              translate, in an editor for PO files or in any text editor
  check nb          says what is still to do in nb (Norwegian Bokmål), by file and line
"""
_ABOUT_CHECKS = """\
Each line says where (file:line), what is wrong, which check found it, and how the English text begins:

{checks}

A check with a star can be wrong. If it is, write a comment on the message in the .po file, with a reason:

  # term: the name of a button
  # same
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 when there is something to repair."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1


def _extract(options: argparse.Namespace) -> int:
    return _report_written(list(write_templates(options.root, read_sources(options.root))), options.root)


def _update(options: argparse.Namespace) -> int:
    root, sources = options.root, read_sources(options.root)
    targets = _targets(root, options.languages)
    written = [*write_templates(root, sources)]
    for code in targets:
        written += write_translations(root, sources, code)
    return _report_written(written, root)


def _check(options: argparse.Namespace) -> int:
    root, sources = options.root, read_sources(options.root)
    targets = _targets(root, options.languages)
    return _report_findings([finding for code in targets for finding in check(root, code, sources)])


def _status(options: argparse.Namespace) -> int:
    targets = _targets(options.root, options.languages)
    parts = read_status(options.root, read_sources(options.root), targets)
    print(as_json(parts, targets) if options.json else "\n".join(as_lines(parts, targets)))
    return 0


def _compile(options: argparse.Namespace) -> int:
    folder = options.root / CHECKER / "catalogues"
    folder.mkdir(exist_ok=True)
    for code in _targets(options.root, options.languages):
        (folder / f"{code}.mo").write_bytes(compiled(options.root / "locales", code, CHECKER))
    return 0


def _targets(root: Path, wanted: Sequence[str]) -> Sequence[str]:
    _source, *known = languages(root)
    for code in wanted:
        if code not in known:
            raise AuthoringError("mkdocs.yml", 1, f"extra.languages has no translated language “{code}”")
    return wanted or known


def _report_written(paths: Sequence[Path], root: Path) -> int:
    for path in paths:
        print(f"wrote {path.relative_to(root).as_posix()}")
    if not paths:
        print("everything is up to date")
    return 0


def _report_findings(findings: Sequence[Finding]) -> int:
    for finding in findings:
        print(finding)
    print(f"{len(findings)} to repair" if findings else "all translations are complete")
    return 1 if findings else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m hooks.translation",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of mkdocs.yml (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("extract", help="write the empty templates, locales/*.pot").set_defaults(run=_extract)
    for name, run, what in (
        ("update", _update, "bring the .po files up to date with the pages; nothing you translated is lost"),
        ("check", _check, "say what is not translated, out of date or wrong, by file and line"),
        ("compile", _compile, "compile the checker's words for the command `fremme`, as .mo files beside it"),
        ("status", _status, "count what is translated, page by page"),
    ):
        command = commands.add_parser(
            name, help=what, description=what, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.set_defaults(run=run)
        command.add_argument("languages", nargs="*", metavar="LANGUAGE", help="for example nb (default: all)")
        if run is _check:
            command.epilog = _ABOUT_CHECKS.format(checks=_checks())
        elif run is _status:
            command.add_argument("--json", action="store_true", help="write JSON, for other programs")
    add_commands(commands)
    return parser


def _checks() -> str:
    stars = {check: "*" if check in JUDGED else " " for check in EXPLAINED}
    return "\n".join(f"  {check:11}{stars[check]} {what}" for check, what in EXPLAINED.items())


if __name__ == "__main__":
    sys.exit(main())
