"""python -m hooks.bundle --out site/runtime | --refresh."""

import argparse
import sys
from pathlib import Path

from hooks.bundle.build import ROOT, build_runtime, refresh_modules
from hooks.bundle.modules import LIST, MORE
from hooks.bundle.node import BundleError
from hooks.bundle.package import Words
from hooks.translation.catalogue import messages
from hooks.translation.sources import CHECKER


def main() -> int:
    """Build the runtime, or write the list of modules anew."""
    parser = argparse.ArgumentParser(prog="python -m hooks.bundle", description=main.__doc__)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--out", type=Path, help="the folder to write, usually site/runtime")
    task.add_argument("--refresh", action="store_true", help=f"write {LIST.name} anew")
    options = parser.parse_args()
    try:
        print(_refresh() if options.refresh else build_runtime(options.out, words()))
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _refresh() -> str:
    first, more = refresh_modules(words())
    return f"{LIST.name}: {len(first)} modules; {MORE.name}: {len(more)}"


def words() -> Words:
    """The checker's translations; publishing passes its own."""
    locales = ROOT / "locales"
    languages = sorted(path.parent.name for path in locales.glob("*/LC_MESSAGES"))
    return {language: messages(locales, language, CHECKER) for language in languages}


if __name__ == "__main__":
    sys.exit(main())
