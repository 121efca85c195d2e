"""The commands for developers: the made language, the way out, and the oracle."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from hooks.translation.extensions import read_extensions
from hooks.translation.oracle import Judgement, judge_folder
from hooks.translation.pseudo import LANGUAGE, write_pseudo
from hooks.translation.site_config import languages
from hooks.translation.sources import read_sources
from hooks.translation.tree import write_tree

type Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_commands(commands: Commands) -> None:
    """Add the commands of this module; each sets `run`, a function from the options to the exit code."""
    _add_pseudo(commands)
    _add_tree(commands)
    _add_oracle(commands)


def _add_pseudo(commands: Commands) -> None:
    what = f"write catalogues in a made language ({LANGUAGE}) that shows what no translator can reach"
    command = commands.add_parser("pseudo", help=what, description=what)
    command.add_argument(
        "--out", type=Path, required=True, help="the folder to write, laid out like locales/"
    )
    command.set_defaults(run=_pseudo)


def _add_tree(commands: Commands) -> None:
    what = "write each language as plain Markdown with a configuration of its own, for other renderers"
    command = commands.add_parser("tree", help=what, description=what)
    command.add_argument("--out", type=Path, default=Path("build"), help="the folder to write (%(default)s)")
    command.add_argument("languages", nargs="*", metavar="LANGUAGE", help="for example nb (default: all)")
    command.set_defaults(run=_tree)


def _add_oracle(commands: Commands) -> None:
    what = "say how much of a folder of Markdown can be translated, judged by what its renderer shows"
    command = commands.add_parser("oracle", help=what, description=what)
    command.add_argument("folder", type=Path, help="any folder of Markdown pages")
    command.add_argument("--config", type=Path, help="the mkdocs.yml that names the extensions of Markdown")
    command.add_argument("--verbose", action="store_true", help="name every block that only one side sees")
    command.set_defaults(run=_oracle)


def _pseudo(options: argparse.Namespace) -> int:
    for path in write_pseudo(read_sources(options.root), options.out):
        print(f"wrote {path.as_posix()}")
    return 0


def _tree(options: argparse.Namespace) -> int:
    known = languages(options.root)
    if unknown := [code for code in options.languages if code not in known]:
        print(f"mkdocs.yml has no language {unknown[0]!r}; it has {', '.join(known)}.")
        return 1
    for code in options.languages or known:
        print(f"wrote {write_tree(options.root, code, options.out / code).as_posix()}")
    return 0


def _oracle(options: argparse.Namespace) -> int:
    """Report, and fail only for a page that does not come back as it was: that is a fault of ours."""
    if not options.folder.is_dir():
        print(f"There is no folder {options.folder}.")
        return 1
    extensions = read_extensions(options.config or options.root / "mkdocs.yml")
    for name in extensions.missing:
        print(f"{name} is not installed: left out")
    pages = list(judge_folder(options.folder, extensions))
    if options.verbose:
        _print_differences(pages)
    folders = sorted({_folder(page) for page in pages})
    rows = [(folder, [page for page in pages if _folder(page) == folder]) for folder in folders]
    print(f"{'pages':>6}{'blocks':>8}{'found':>9}{'same bytes':>12}{'same HTML':>11}  folder")
    for folder, found in [*rows, ("all", pages)]:
        print(f"{_row(found)}  {folder}")
    return 0 if all(page.is_identical for page in pages) else 1


def _print_differences(pages: Sequence[Judgement]) -> None:
    for page in pages:
        for text in page.not_segments:
            print(f"{page.path}: shown, not found: {text[:80]}")
        for text in page.not_rendered:
            print(f"{page.path}: found, not shown: {text[:80]}")
        if not page.is_same_html:
            print(f"{page.path}: other HTML when written anew")


def _folder(page: Judgement) -> str:
    return page.path.rpartition("/")[0] or "."


def _row(pages: Sequence[Judgement]) -> str:
    blocks = sum(page.blocks for page in pages)
    found = _percent(sum(page.found for page in pages), blocks)
    identical = _percent(sum(page.is_identical for page in pages), len(pages))
    same = _percent(sum(page.is_same_html for page in pages), len(pages))
    return f"{len(pages):>6}{blocks:>8}{found:>9}{identical:>12}{same:>11}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
