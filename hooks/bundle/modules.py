"""The committed list of standard-library modules that travel, and what to say when it is wrong."""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from hooks.bundle.node import BundleError

LIST = Path(__file__).parent / "modules.txt"
MORE = Path(__file__).parent / "modules-tools.txt"
REFRESH = "python -m hooks.bundle --refresh"
HEADERS = {
    LIST.name: f"# The standard-library modules that start-up and the questions use. Written by: {REFRESH}\n",
    MORE.name: f"# Those that the tools use on top. Written by: {REFRESH}\n",
}


def read_list(path: Path) -> frozenset[str]:
    """Read the module names; lines that start with # are remarks."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def write_list(modules: Iterable[str], path: Path) -> None:
    """Write the names, one a line, sorted, so that a diff shows what a change of the checker costs."""
    path.write_text(HEADERS[path.name] + "".join(f"{name}\n" for name in sorted(modules)), encoding="utf-8")


def check_drift(path: Path, used: frozenset[str], missing: frozenset[str]) -> None:
    """Fail unless the list at `path` is exactly what was used.

    A missing module need not have failed the trial: code that tries an import and lives without it behaves
    differently in the browser, so it counts too.
    """
    listed = read_list(path)
    drift = [f"+ {name}" for name in sorted((used | missing) - listed)]
    drift += [f"- {name}" for name in sorted(listed - used - missing)]
    if drift:
        raise BundleError(
            f"{path.name} is not what the checker uses (+ is needed, - is no longer needed):\n  "
            + "\n  ".join(drift)
            + f"\nRun: {REFRESH}"
        )


def sources_of(modules: Iterable[str], stdlib: Path) -> Mapping[str, str]:
    """Take the sources of the modules out of the stock standard library, by path."""
    with zipfile.ZipFile(stdlib) as archive:
        paths = _paths(archive)
        unknown = sorted(set(modules) - set(paths))
        if unknown:
            raise BundleError(f"{stdlib.name} has no {', '.join(unknown)}. Run: {REFRESH}")
        return {paths[name]: archive.read(paths[name]).decode("utf-8") for name in sorted(modules)}


def names_in(stdlib: Path) -> frozenset[str]:
    """Name every module that the stock standard library holds."""
    with zipfile.ZipFile(stdlib) as archive:
        return frozenset(_paths(archive))


def _paths(archive: zipfile.ZipFile) -> dict[str, str]:
    return {
        path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): path
        for path in archive.namelist()
        if path.endswith(".py")
    }
