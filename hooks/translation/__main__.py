"""The translator's command: `python -m hooks.translation`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from hooks.translation.check import check
from hooks.translation.message import AuthoringError
from hooks.translation.site_config import languages
from hooks.translation.sources import read_sources
from hooks.translation.update import write_templates, write_translations


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 when there is something to repair."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options.command, options.root, options.languages)
    except AuthoringError as error:
        print(error, file=sys.stderr)
        return 1


def _run(command: str, root: Path, wanted: Sequence[str]) -> int:
    sources = read_sources(root)
    if command == "extract":
        return _report_written(list(write_templates(root, sources)), root)
    targets = _targets(root, wanted)
    if command == "check":
        return _report_findings([finding for code in targets for finding in check(root, code, sources)])
    written = [*write_templates(root, sources)]
    for code in targets:
        written += write_translations(root, sources, code)
    return _report_written(written, root)


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


def _report_findings(findings: Sequence[str]) -> int:
    for finding in findings:
        print(finding)
    print(f"{len(findings)} to repair" if findings else "all translations are complete")
    return 1 if findings else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m hooks.translation",
        description="Keep the translations of this site: they are the .po files below locales/.",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="folder of mkdocs.yml (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("extract", help="write the empty templates, locales/*.pot").set_defaults(languages=[])
    for name, what in (
        ("update", "bring the .po files up to date with the pages; nothing you translated is lost"),
        ("check", "say what is not translated, out of date or broken, by file and line"),
    ):
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("languages", nargs="*", metavar="LANGUAGE", help="for example nb (default: all)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
