"""`python -m hooks.publish build` and `… serve`, run in the project's folder."""

import argparse
import signal
import sys
from pathlib import Path

from hooks.publish.assemble import assemble, publish
from hooks.publish.hosts import write_server_files
from hooks.publish.render import BuildError
from hooks.publish.serve import Desk, serve
from hooks.publish.settings import CONFIG, SettingsError, read_settings


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    root = Path.cwd()
    if not (root / CONFIG).is_file():
        print(f"There is no {CONFIG} here; run this in the project's folder.", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as cleanly as Ctrl-C
    try:
        _run(root, options)
    except (BuildError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
        return 0 if options.command == "serve" else 130  # that is how serving ends
    return 0


def _run(root: Path, options: argparse.Namespace) -> None:
    if options.command == "build":
        publish(root, options.out.resolve())
        examples = write_server_files(root, read_settings(root))
        print(f"The site is in {options.out}; for nginx and Caddy see {examples.relative_to(root)}.")
    elif options.command == "stage":
        out, old = options.out.resolve(), options.old.resolve()
        assemble(root, out, only=options.languages, within=options.within, old=old, quick=True)
    else:
        desk = Desk(root, tuple(options.within), preview=options.preview)
        serve(desk, options.out.resolve(), options.host, options.port)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hooks.publish", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="write the finished site")
    stage = commands.add_parser("stage", help="write a site to look at, with unchanged parts of an old one")
    stage.add_argument("--old", type=Path, required=True, help="the site to take unchanged languages from")
    stage.add_argument("languages", nargs="*", help="the languages to build; all when none is named")
    server = commands.add_parser("serve", help="build, serve, and build again on every edit")
    server.add_argument("--host", default="127.0.0.1")
    server.add_argument("--port", type=int, default=8000)
    server.add_argument("--preview", action="store_true", help="show which message a text comes from")
    for command in (stage, server):
        command.add_argument("--within", type=str.split, default=(), help="the languages of the site (all)")
    for command in (build, stage, server):
        command.add_argument(
            "--out", type=Path, default=Path("site"), help="the folder of the site (%(default)s)"
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
