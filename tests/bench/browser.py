"""Measurements in a real browser: starting, stepping, and what the home page costs."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.bench.line import BenchServer, Line, serving
from tests.bench.slow_cpu import can_slow, family, slowed
from tests.bench.variants import stock_message

ROUNDS = 3
STEPS = 200
LINES = (("local", None, 0.0), ("10 Mbit/s, 40 ms", 10e6 / 8, 0.04))
PROCESSORS = (1, 4)  # times slower
STATES = ("", "role=marketer", "at=still_on_its_way&role=recipient&waited=minutes")
# What a page loads with itself is there before the reader means to start, in each of them.
OURS = """async (folder = "checker") => {
  const { Client } = await import(`/${folder}/client.js`);
  const begun = performance.now();
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
PYSCRIPT = """async (message) => {
  const { base, wheel, request } = JSON.parse(message);
  const { PyWorker } = await import(`${base}pyscript/core.js`);
  const begun = performance.now();
  const options = { type: "pyodide", version: `${base}pyodide.mjs`, config: { packages: [wheel] } };
  const worker = await PyWorker(`${base}pyscript/main.py`, options);
  await worker.ready;
  const text = await worker.sync.handle(JSON.stringify(request));
  if (!JSON.parse(text).ok) throw new Error(text);
  return performance.now() - begun;
}"""
WATCH = """
self.seen = { shift: 0, "longest task ms": 0 };
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("layout-shift", ({ value }) => (seen.shift += value));
watch("longtask", ({ duration }) => (seen["longest task ms"] = Math.max(seen["longest task ms"], duration)));
"""
SEEN = """() => ({
  "first paint ms": performance.getEntriesByName("first-contentful-paint")[0].startTime, ...seen
})"""
VARIANTS = {"stock": STOCK, "pyscript": PYSCRIPT, "ours": OURS, "snapshot": OURS}
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


def measure_starts(playwright: Playwright, site: Path) -> dict[str, dict[str, float] | str]:
    """Median milliseconds to the first view, kilobytes and peak memory, first and second visit, by cell."""
    found: dict[str, dict[str, float] | str] = {}
    for (name, rate, delay), times in product(LINES, PROCESSORS):
        cell = name if times == 1 else f"{name}, processor {times} times slower"
        if times > 1 and not can_slow():
            found[cell] = "not measured: this machine allows no quota (needs a writable cgroup)"
            continue
        runs = [_one_round(playwright, site, Line(name, rate, delay), times) for _ in range(ROUNDS)]
        found[cell] = _medians(runs)
    return found


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    found = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    # Neighbours in time share what else the machine was doing.
    for variant, key in product(("pyscript", "ours", "snapshot"), ("cold", "warm", "KB")):
        ratios = [run[f"{variant} {key}"] / run[f"stock {key}"] for run in runs]
        found[f"{key}, {variant} to stock"] = statistics.median(ratios)
    return found


def _one_round(playwright: Playwright, site: Path, line: Line, times: float) -> dict[str, float]:
    found: dict[str, float] = {}
    for variant in VARIANTS:
        with serving(site, line) as server, fresh_profile(playwright) as context:
            browser = browser_of(context)
            with slowed(browser, times):
                cold, peak = _visit(context, server, variant, browser)
                found[f"{variant} KB"] = sum(server.meter.sent.values()) / 1000
                warm, _ = _visit(context, server, variant, browser)
            found |= {f"{variant} cold": cold, f"{variant} warm": warm, f"{variant} peak MB": peak}
    return found


def browser_of(context: BrowserContext) -> int:
    """The process of a browser that runs on this profile."""
    page = context.new_page()
    session = context.browser.new_browser_cdp_session() if context.browser else context.new_cdp_session(page)
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    page.close()
    return int(next(one["id"] for one in processes if one["type"] == "browser"))


def peak_memory(browser: int) -> float:
    """The most megabytes that any renderer of now has held."""
    return max(map(_peak, family(browser)), default=0.0)


def _peak(pid: int) -> float:
    process = Path("/proc") / str(pid)
    with suppress(OSError):  # it has ended meanwhile
        if b"--type=renderer" in (process / "cmdline").read_bytes():
            lines = (process / "status").read_text(encoding="utf-8").splitlines()
            return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM:")), 0.0)
    return 0.0


def _visit(context: BrowserContext, server: BenchServer, variant: str, browser: int) -> tuple[float, float]:
    """Milliseconds, and the megabytes that it took at most."""
    page = context.new_page()
    page.goto(server.url)
    given = {"ours": "checker", "snapshot": "snapshot"}.get(variant) or stock_message(server.url)
    took = float(page.evaluate(VARIANTS[variant], given))
    page.wait_for_timeout(1500)  # browsers write compiled code to disk a moment after they are done
    peak = peak_memory(browser)
    page.close()
    return took, peak


def measure_steps(playwright: Playwright, site: Path) -> dict[str, float]:
    """Milliseconds from question to answer once Python is there."""
    with serving(site, Line("local")) as server, fresh_profile(playwright) as context:
        page = context.new_page()
        page.goto(server.url)
        page.evaluate(OURS, "checker")
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


def measure_first_question(playwright: Playwright, site: Path, page: str) -> dict[str, Any]:
    """What a reader waits for and notices on one page, by cell: the question, and the change to Python.

    `shift` is the layout shift of the whole visit (0 is none), `longest task` what could delay a tap.
    """
    found: dict[str, Any] = {}
    for (name, rate, delay), times in product(LINES, PROCESSORS if can_slow() else (1,)):
        with (
            serving(site, Line(name, rate, delay)) as server,
            fresh_profile(playwright) as context,
            slowed(browser_of(context), times),
        ):
            found[f"{name}, {times} ×"] = _first_question(context.new_page(), server, page)
    return found


def _first_question(opened: Page, server: BenchServer, page: str) -> dict[str, float]:
    opened.add_init_script(WATCH)
    opened.goto(server.url + page, wait_until="commit")
    option = opened.locator(".fr-option:visible").first
    option.wait_for()
    sent = sum(server.meter.sent.values()) / 1000
    opened.wait_for_load_state("networkidle")
    option.focus()  # the reader means to answer: now Python starts
    begun = time.monotonic()
    opened.locator(".fr-live .fr-option").first.wait_for(timeout=120_000)
    seen: dict[str, float] = opened.evaluate(SEEN)
    return {"KB before it": sent, **seen, "Python takes over after ms": (time.monotonic() - begun) * 1000}


def _open_and_settle(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
