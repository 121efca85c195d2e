"""Makes the folder that the browser starts Python from, out of Pyodide's npm package and the checker.

Two parts change at different times, so each is cached under the hash of what it was made of: the engine
(Pyodide and the standard library) and the checker (its byte code, tables and words).
"""

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyodide_lock import PackageSpec, PyodideLockSpec

from hooks.bundle import modules
from hooks.bundle.archive import write_zip
from hooks.bundle.node import HERE, PYODIDE, STOCK_STDLIB, BundleError, decode, run_inside
from hooks.bundle.package import Package, Packages, Words, read_packages

ROOT = HERE.parents[1]
ENGINE_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
STDLIB = "stdlib.zip"
MANIFEST = "manifest.json"
BASE = re.compile("[0-9a-f]{12}")
KEPT = 3  # cached variants of each part: enough to go back and forth between two branches


@dataclass(frozen=True)
class Sources:
    """Where everything is read from; tests put their own folders here."""

    package: Path = ROOT / "checker"
    contract: Path = ROOT / "tests" / "contract"
    listed: Path = modules.LIST
    more: Path = modules.MORE
    cache: Path = ROOT / "build" / "runtime"


DEFAULT = Sources()


def build_runtime(out: Path, words: Words, sources: Sources = DEFAULT) -> Path:
    """Write the runtime below `out` and return its manifest; what an earlier build left there goes away."""
    if not STOCK_STDLIB.exists():
        raise BundleError("Pyodide is not installed. Run: make setup")
    engine = _engine(sources)
    packages = _packages(words, sources)
    checkers = {
        package.name: _checker(package, engine, sources) for package in (packages.first, packages.whole)
    }
    return _write(out, engine, checkers)


def refresh_modules(words: Words, sources: Sources = DEFAULT) -> tuple[frozenset[str], frozenset[str]]:
    """Find the modules by a trial on the whole standard library, and write both lists."""
    packages = _packages(words, sources)
    first = used_modules(packages.first)
    more = used_modules(packages.whole) - first
    modules.write_list(first, sources.listed)
    modules.write_list(more, sources.more)
    return first, more


def used_modules(package: Package) -> frozenset[str]:
    """Name the modules that the package uses when all of the standard library is there."""
    reply = run_inside(package.job({}))
    _check_replies(package, reply["replies"])
    return frozenset(reply["modules"])


def _packages(words: Words, sources: Sources) -> Packages:
    return read_packages(sources.package, words, sources.contract)


def _engine(sources: Sources) -> Path:
    """Return the cached folder with Pyodide's files and the byte-compiled standard library."""
    parts = [PYODIDE / name for name in (*ENGINE_FILES, "package.json")]
    key = _hash(*(path.read_bytes() for path in (*parts, STOCK_STDLIB, sources.listed)), _recipe())
    folder = sources.cache / f"engine-{key}"
    if not folder.exists():
        text = modules.sources_of(modules.read_list(sources.listed), STOCK_STDLIB)
        code: Mapping[str, str] = run_inside({"do": "compile", "sources": text})
        _publish_engine(folder, write_zip(_unpacked(code)))
    return _touched(folder)


def _unpacked(code: Mapping[str, str]) -> dict[str, bytes]:
    return {f"{path}c": decode(pyc) for path, pyc in code.items()}


def _publish_engine(folder: Path, stdlib: bytes) -> None:
    with _scratch(folder.parent) as made:
        for name in ENGINE_FILES:
            shutil.copyfile(PYODIDE / name, made / name)
        (made / STDLIB).write_bytes(stdlib)
        try:
            made.rename(folder)
        except OSError:
            if not folder.exists():  # else another build was faster, with the same bytes
                raise


@contextmanager
def _scratch(cache: Path) -> Iterator[Path]:
    """Lend a folder beside the cached parts: of two builds at the same part neither may see half of it."""
    cache.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="new-", dir=cache))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _checker(package: Package, engine: Path, sources: Sources) -> Path:
    """Return the cached zip of the byte-compiled checker, tried out on the engine that it will run on."""
    path = sources.more if package.with_tools else sources.listed
    library = modules.sources_of(modules.read_list(path), STOCK_STDLIB) if package.with_tools else {}
    job = package.job(library)
    key = _hash(json.dumps([engine.name, job], sort_keys=True).encode(), _recipe())
    file = sources.cache / f"{package.name}-{key}.zip"
    if not file.exists():
        code = _tried(package, job, engine, path)
        with _scratch(file.parent) as made:
            (made / file.name).write_bytes(write_zip({**_unpacked(code), **package.data}))
            (made / file.name).replace(file)
    return _touched(file)


def _tried(package: Package, job: Mapping[str, Any], engine: Path, listed: Path) -> Mapping[str, str]:
    """Compile the package on the trimmed library and fail if the library is not exactly what it takes."""
    reply = _trial(job, engine)
    missing = frozenset(reply["unfound"]) & modules.names_in(STOCK_STDLIB)
    modules.check_drift(listed, frozenset(reply["extras" if package.with_tools else "modules"]), missing)
    _check_replies(package, reply["replies"])
    code: Mapping[str, str] = reply["code"]
    return code


def _trial(job: Mapping[str, Any], engine: Path) -> dict[str, Any]:
    try:
        return run_inside(job, engine / STDLIB)
    except BundleError as error:
        if "ModuleNotFoundError" not in str(error):
            raise
        raise BundleError(f"{error}\nIf that module is Python's own, run: {modules.REFRESH}") from error


def _check_replies(package: Package, replies: list[str]) -> None:
    for request, reply in zip(package.requests, replies, strict=True):
        if json.loads(reply).get("error") == "internal":
            raise BundleError(f"The packed checker answered 'internal' to {request}")


def _write(out: Path, engine: Path, checkers: Mapping[str, Path]) -> Path:
    """Lay the files out below a folder named by the engine's content; the manifest comes last."""
    files = {name: engine / name for name in (*ENGINE_FILES, STDLIB)}
    base = out / _hash(json.dumps(_described(files), sort_keys=True).encode())
    targets = {name: f"{name}-{_hash(path.read_bytes())}.zip" for name, path in checkers.items()}
    files |= {targets[name]: path for name, path in checkers.items()}
    described = _described(files)
    base.mkdir(parents=True, exist_ok=True)
    for name, path in files.items():
        _place(path, base / name, described[name])
    _remove_others(out, base, described)
    manifest = out / MANIFEST
    told = _manifest(base.name, described, _lock(targets, described))
    manifest.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return manifest


def _manifest(base: str, files: Mapping[str, object], lock: PyodideLockSpec) -> dict[str, object]:
    version = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))["version"]
    return {"pyodide": version, "base": f"{base}/", "files": files, "lock": lock.to_dict()}


def _lock(targets: Mapping[str, str], files: Mapping[str, Mapping[str, object]]) -> PyodideLockSpec:
    """Narrow Pyodide's own lock file to the checker in its two sizes, of which a page takes one.

    loadPyodide takes it as it is, and does not ask for the 120 KB list of packages that nobody loads.
    """
    stock = PyodideLockSpec.from_json(PYODIDE / "pyodide-lock.json")
    packages = {
        name: PackageSpec(
            name=name,
            version="0",
            file_name=file,
            install_dir="stdlib",
            sha256=str(files[file]["sha256"]),
            imports=["checker"],
        )
        for name, file in targets.items()
    }
    return PyodideLockSpec(info=stock.info, packages=packages)


def _described(files: Mapping[str, Path]) -> dict[str, dict[str, object]]:
    contents = {name: path.read_bytes() for name, path in files.items()}
    return {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in contents.items()
    }


def _place(source: Path, target: Path, facts: Mapping[str, object]) -> None:
    # The name or the folder says what the content is: a file of the right length is the right file.
    if not target.exists() or target.stat().st_size != facts["bytes"]:
        shutil.copyfile(source, target)


def _remove_others(out: Path, base: Path, files: Mapping[str, object]) -> None:
    """Remove what earlier builds left; a compressed neighbour (.br, .gz) goes or stays with its file."""
    for folder in out.iterdir():
        if folder.is_dir() and folder != base and BASE.fullmatch(folder.name):
            shutil.rmtree(folder)
    for path in base.iterdir():
        if path.name.removesuffix(".br").removesuffix(".gz") not in files:
            path.unlink()


def _touched(path: Path) -> Path:
    """Mark as used now, and forget the variants of the same part that were used longest ago."""
    path.touch()
    kind = path.name.rpartition("-")[0]
    siblings = sorted(
        path.parent.glob(f"{kind}-{'[0-9a-f]' * 12}*"), key=lambda sibling: sibling.stat().st_mtime
    )
    for old in siblings[:-KEPT]:
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    return path


def _recipe() -> bytes:
    """Return this room's own sources: a change of the packing is a change of the result."""
    return b"".join(path.read_bytes() for path in [*sorted(HERE.glob("*.py")), HERE / "run.mjs"])


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:12]
