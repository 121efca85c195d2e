"""The two ways of starting Python, laid out side by side in one folder and compressed the same way."""

import base64
import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

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


def stock_message(url: str) -> str:
    """Tell the stock worker where its files lie."""
    request = {"id": 1, "do": "view", "lang": "nb", "root": "../", "state": ""}
    return json.dumps({"base": url + STOCK, "wheel": f"{url}{STOCK}{WHEEL}", "request": request})
