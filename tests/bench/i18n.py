"""The translation pipeline: the library alone, and whole builds beside mkdocs-static-i18n in the same run."""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.bundle.build import ROOT
from hooks.publish.render import render_languages
from hooks.translation.anchors import site_anchors
from hooks.translation.catalogue import as_text, messages, po_path, read, template
from hooks.translation.extensions import read_extensions
from hooks.translation.merge import merge
from hooks.translation.message import Message
from hooks.translation.page import translate_page
from hooks.translation.sources import read_sources, section_of
from tests.bench.generated import Size, write_ours, write_theirs
from tests.bench.wheels import WORK, unpacked

THEIRS = "mkdocs_static_i18n"


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, and seconds of work on all cores with everything that was started."""

    wall: float
    work: float


def measure_i18n(arguments: Sequence[str]) -> dict[str, Any]:
    """Measure each size; the library is measured on this site's own pages as well."""
    options = _parser().parse_args(arguments)
    found: dict[str, Any] = {"this site (ms)": _library(ROOT, "nb")}
    for size in options.size:
        ours = write_ours(WORK / "ours", size)
        theirs = write_theirs(WORK / "theirs", ours, size)
        found[f"{size} · library (ms)"] = _library(ours, size.codes[1])
        found[f"{size} · build (s)"] = _builds(ours, theirs, size, options.rounds)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench i18n", description=__doc__)
    parser.add_argument("--size", type=_size, nargs="+", default=[Size(50, 2)], metavar="PAGESxLANGUAGES")
    parser.add_argument("--rounds", type=int, default=3, help="builds of each kind; the median counts")
    return parser


def _size(text: str) -> Size:
    pages, _, languages = text.partition("x")
    return Size(int(pages), int(languages))


def _library(root: Path, language: str) -> Mapping[str, float]:
    """Milliseconds of each step; merging finds everything in place, as it mostly does, and writes nothing."""
    sources, extract = _timed(lambda: read_sources(root))
    _, merging = _timed(lambda: [_merged(root, language, name, found) for name, found in sources.items()])
    pages = {
        path.relative_to(root / "docs").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "docs").rglob("*.md"))
    }
    extensions = read_extensions(root / "mkdocs.yml")
    anchors = site_anchors(extensions.names, extensions.configs)

    def translate() -> int:
        found = (
            translate_page(text, messages(root / "locales", language, section_of(name)), anchors)
            for name, text in pages.items()
        )
        return sum(page.total for page in found)

    texts, work = _timed(translate)
    return {
        "extract": extract * 1000,
        "merge": merging * 1000,
        "translate, a page": work / len(pages) * 1000,
        "translate, a text": work / texts * 1000,
    }


def _merged(root: Path, language: str, section: str, found: Sequence[Message]) -> str:
    path = po_path(root / "locales", language, section)
    return as_text(merge(template(found), read(path) if path.exists() else None, language))


def _timed[T](work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


def _builds(ours: Path, theirs: Path, size: Size, rounds: int) -> Mapping[str, float]:
    """In turns, so that what else the machine does meets both."""
    costs: dict[str, list[Cost]] = {"ours": [], "theirs": []}
    for _ in range(rounds):
        costs["ours"].append(_cost(lambda: _build_ours(ours, size)))
        costs["theirs"].append(_cost(lambda: _build_theirs(theirs)))
    _compare(ours / "site", theirs / "site", size)
    wall = {who: statistics.median(cost.wall for cost in found) for who, found in costs.items()}
    work = {who: statistics.median(cost.work for cost in found) for who, found in costs.items()}
    return {
        "clock, ours": wall["ours"],
        "clock, static-i18n": wall["theirs"],
        "clock, ours to theirs": wall["ours"] / wall["theirs"],
        "CPU, ours": work["ours"],
        "CPU, static-i18n": work["theirs"],
        "CPU, ours to theirs": work["ours"] / work["theirs"],
    }


def _cost(build: Callable[[], None]) -> Cost:
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    build()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - begun, work)


def _build_ours(root: Path, size: Size) -> None:
    shutil.rmtree(root / "site", ignore_errors=True)
    render_languages(root, size.codes, root / "site")


def _build_theirs(root: Path) -> None:
    shutil.rmtree(root / "site", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(unpacked(THEIRS)), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)


def _compare(ours: Path, theirs: Path, size: Size) -> None:
    """Both must have built every page in every language, or the figures mean nothing."""
    default = size.codes[0]
    for code in size.codes:
        # Without a prefix for the default language, which static-i18n does not know.
        folder = theirs if code == default else theirs / code
        skipped = set(size.codes) if code == default else set()
        found = {path.relative_to(folder) for path in folder.rglob("index.html")}
        found = {path for path in found if path.parts[0] not in skipped}
        wanted = {path.relative_to(ours / code) for path in (ours / code).rglob("index.html")}
        if found != wanted:
            raise SystemExit(f"The two builds differ in {code}: {len(found)} and {len(wanted)} pages.")
