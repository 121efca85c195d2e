"""Follows import statements from the browser's edge: what none of them names has no business in a browser."""

import ast
from collections.abc import Iterable, Iterator, Mapping


def reachable(sources: Mapping[str, str], start: str) -> dict[str, str]:
    """Keep the sources that `start` imports, and what those import, wherever in the code the import stands.

    `sources` are texts by path, `start` is a module's name. Imports are absolute, as everywhere in here.
    """
    paths = {_module_name(path): path for path in sources}
    found: set[str] = set()
    waiting = list(_with_parents([start]))
    while waiting:
        name = waiting.pop()
        if name in paths and name not in found:
            found.add(name)
            waiting += _with_parents(_imported(sources[paths[name]]))
    return {path: sources[path] for name, path in sorted(paths.items()) if name in found}


def _imported(text: str) -> Iterator[str]:
    """Name what a source imports; in `from a import b`, b may be a module as well as a name in a."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _with_parents(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
