"""python -m hooks.bundle --out site/runtime | --refresh."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from hooks.bundle.build import ROOT, build_runtime, refresh_modules
from hooks.bundle.modules import LIST
from hooks.bundle.node import BundleError
from hooks.translation.catalogue import compiled
from hooks.translation.sources import CHECKER


def main() -> int:
    """Build the runtime, or write the list of modules anew."""
    parser = argparse.ArgumentParser(prog="python -m hooks.bundle", description=main.__doc__)
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--out", type=Path, help="the folder to write, usually site/runtime")
    task.add_argument("--refresh", action="store_true", help=f"write {LIST.name} anew")
    options = parser.parse_args()
    try:
        print(_refresh() if options.refresh else build_runtime(options.out, catalogues()))
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _refresh() -> str:
    return f"{LIST}: {len(refresh_modules(catalogues()))} modules"


def catalogues() -> Mapping[str, bytes]:
    """Compile the checker's translations; publishing passes its own."""
    locales = ROOT / "locales"
    languages = sorted(path.parent.name for path in locales.glob("*/LC_MESSAGES"))
    return {language: compiled(locales, language, CHECKER) for language in languages}


if __name__ == "__main__":
    sys.exit(main())
