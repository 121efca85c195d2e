"""python -m tests.bench: measures, prints one table, and writes build/bench.json. It judges nothing.

A part writes build/bench-PART.json: `i18n` measures the translation pipeline, `domain` look-ups in the
DNS, `lists` long recipient lists, `headers` the header reader, `lighthouse` asks Lighthouse about `site/`.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from hooks.bundle.build import ROOT
from hooks.publish.settings import read_settings
from tests.bench.browser import measure_first_question, measure_home, measure_starts, measure_steps
from tests.bench.builds import measure_pages, measure_runtime
from tests.bench.domain import measure_domain
from tests.bench.headers import measure_headers
from tests.bench.i18n import measure_i18n
from tests.bench.lighthouse import measure_lighthouse
from tests.bench.lists import measure_lists
from tests.bench.variants import lay_out, measure_rooms

SITE = ROOT / "site"


def main() -> None:
    """Run everything, the browser first: building heats the machine."""
    languages = list(read_settings(ROOT).languages)
    variants = lay_out()
    with sync_playwright() as playwright:
        found: dict[str, Any] = {
            "start (ms, KB)": measure_starts(playwright, variants),
            "packed (KB)": measure_rooms(variants),
            "step (ms)": measure_steps(playwright, variants),
            "home page": _home(playwright, languages),
            "first question": _first_question(playwright),
        }
    found["pages (s)"] = measure_pages(languages)
    found["runtime (s)"] = measure_runtime()
    _report("bench.json", found)


def _report(name: str, found: Mapping[str, Any]) -> None:
    (ROOT / "build" / name).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for row, value in _rows(found):
        print(f"{row:<52}{value:>24}")


def _home(playwright: Playwright, languages: list[str]) -> dict[str, Any] | str:
    if not (SITE / "nb" / "index.html").exists():
        return "skipped: run `make site` first"
    return measure_home(playwright, SITE, languages)


def _first_question(playwright: Playwright) -> Mapping[str, Any] | str:
    if not (SITE / "nb" / "index.html").exists():
        return "skipped: run `make site` first"
    return measure_first_question(playwright, SITE, "nb/check/")


def _rows(found: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield from _rows(value, f"{prefix}{name} · ")
        else:
            yield prefix + name, f"{value:,.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    if sys.argv[1:2] == ["domain"]:
        _report("bench-domain.json", measure_domain())
    elif sys.argv[1:2] == ["i18n"]:
        _report("bench-i18n.json", measure_i18n(sys.argv[2:]))
    elif sys.argv[1:2] == ["lists"]:
        _report("bench-lists.json", measure_lists())
    elif sys.argv[1:2] == ["headers"]:
        _report("bench-headers.json", measure_headers())
    elif sys.argv[1:2] == ["lighthouse"]:
        _report("bench-lighthouse.json", measure_lighthouse(SITE))
    else:
        main()
