"""What Lighthouse says of the built site, phone and desktop, with the line and processor it simulates."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.line import Line, serving

HERE = Path(__file__).parent / "lighthouse"
PAGES = {"home": "nb/", "guide": "nb/guide/quarantine/", "checker": "nb/check/", "tool": "nb/tools/headers/"}
FORMS = {"phone": [], "desktop": ["--preset=desktop"]}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def measure_lighthouse(site: Path) -> dict[str, dict[str, int | str]]:
    """Points of 100 by page and form, and the ids of what cost points in the last three categories."""
    _install()
    found: dict[str, dict[str, int | str]] = {}
    with serving(site, Line("local")) as server:
        for page, path in PAGES.items():
            for form, how in FORMS.items():
                found[f"{page}, {form}"] = _points(_report(server.url + path, how))
    return found


def _install() -> None:
    """Lighthouse from its lock file; only this bench needs it, so no other command brings it along."""
    if not (HERE / "node_modules" / "lighthouse").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def _report(url: str, how: list[str]) -> dict[str, dict[str, dict[str, object]]]:
    """Lighthouse's own account of one page."""
    browser = next(path for path in map(shutil.which, BROWSERS) if path)
    only = f"--only-categories={','.join(CATEGORIES)}"
    command = ["node", "node_modules/lighthouse/cli/index.js", url, "--output=json", "--quiet", only, *how]
    ran = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"],
        cwd=HERE,
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        check=True,
    )
    report: dict[str, dict[str, dict[str, object]]] = json.loads(ran.stdout)
    return report


def _points(report: dict[str, dict[str, dict[str, object]]]) -> dict[str, int | str]:
    points: dict[str, int | str] = {
        name: round(100 * float(str(report["categories"][name]["score"] or 0))) for name in CATEGORIES
    }
    lost = [name for name, audit in report["audits"].items() if audit.get("score") == 0]
    return {**points, "fails": ", ".join(lost) or "–"}
