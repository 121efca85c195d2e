"""Measurements in a real browser: starting, stepping, and what the home page costs."""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.bench.line import BenchServer, Line, serving
from tests.bench.variants import stock_message

ROUNDS = 5
STEPS = 200
LINES = (("local", None, 0.0), ("10 Mbit/s, 40 ms", 10e6 / 8, 0.04))
STATES = ("", "role=marketer", "at=still_on_its_way&role=recipient&waited=minutes")
OURS = """async () => {
  const begun = performance.now();
  const { Client } = await import("/checker/client.js");
  globalThis.client = new Client("/runtime/");
  const reply = await client.request({ do: "view", lang: "nb", root: "../", state: "" });
  if (!reply.ok) throw new Error(reply.error);
  return performance.now() - begun;
}"""
STOCK = """async (message) => {
  const begun = performance.now();
  const worker = new Worker("/checker/stock_worker.js", { type: "module" });
  worker.postMessage(message);
  const text = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  if (!JSON.parse(text).ok) throw new Error(text);
  return performance.now() - begun;
}"""
STEP = """async ([states, count]) => {
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const begun = performance.now();
    await client.request({ do: "view", lang: "nb", root: "../", state: states[index % states.length] });
    times.push(performance.now() - begun);
  }
  return times;
}"""


@contextmanager
def fresh_profile(playwright: Playwright) -> Iterator[BrowserContext]:
    """Open a browser with a profile on disk, as a reader's is: only there does it keep compiled code."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=found, args=quiet)
        yield context
        context.close()


def measure_starts(playwright: Playwright, site: Path) -> dict[str, dict[str, float]]:
    """Median milliseconds to the first view, and kilobytes: by line and variant, first and second visit."""
    found: dict[str, dict[str, float]] = {}
    for name, rate, delay in LINES:
        runs = [_one_round(playwright, site, Line(name, rate, delay)) for _ in range(ROUNDS)]
        found[name] = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        # Neighbours in time share what else the machine was doing.
        for key in ("cold", "warm", "KB"):
            ratios = [run[f"ours {key}"] / run[f"stock {key}"] for run in runs]
            found[name][f"{key}, ours to stock"] = statistics.median(ratios)
    return found


def _one_round(playwright: Playwright, site: Path, line: Line) -> dict[str, float]:
    found: dict[str, float] = {}
    for variant in ("stock", "ours"):
        with serving(site, line) as server, fresh_profile(playwright) as context:
            found[f"{variant} cold"] = _visit(context, server, variant)
            found[f"{variant} KB"] = sum(server.meter.sent.values()) / 1000
            found[f"{variant} warm"] = _visit(context, server, variant)
    return found


def _visit(context: BrowserContext, server: BenchServer, variant: str) -> float:
    page = context.new_page()
    page.goto(server.url)
    script = OURS if variant == "ours" else STOCK
    took = float(page.evaluate(script, stock_message(server.url)))
    page.wait_for_timeout(1500)  # browsers write compiled code to disk a moment after they are done
    page.close()
    return took


def measure_steps(playwright: Playwright, site: Path) -> dict[str, float]:
    """Milliseconds from question to answer once Python is there."""
    with serving(site, Line("local")) as server, fresh_profile(playwright) as context:
        page = context.new_page()
        page.goto(server.url)
        page.evaluate(OURS)
        page.evaluate(STEP, [STATES, STEPS])  # the first round trips warm up both engines
        times: list[float] = page.evaluate(STEP, [STATES, STEPS])
    cuts = statistics.quantiles(times, n=100)
    return {"p50": cuts[49], "p95": cuts[94]}


def measure_home(playwright: Playwright, site: Path, languages: list[str]) -> dict[str, Any]:
    """Kilobytes over the line until the home page is quiet, by language; Python's files counted apart."""
    found: dict[str, Any] = {}
    for language in languages:
        with serving(site, Line("local")) as server, fresh_profile(playwright) as context:
            _open_and_settle(context.new_page(), f"{server.url}{language}/")
            sent = server.meter.sent
        python = sum(size for path, size in sent.items() if path.startswith("/runtime/"))
        found[language] = {"page KB": (sum(sent.values()) - python) / 1000, "runtime KB": python / 1000}
    return found


def _open_and_settle(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
