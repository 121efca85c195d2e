"""Follows import statements from the browser's edge: what none of them names has no business in a browser."""

import ast
from collections.abc import Iterable, Iterator, Mapping

_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def reachable(
    sources: Mapping[str, str], *starts: str, at_once: bool = False, without: Iterable[str] = ()
) -> dict[str, str]:
    """Keep the sources that `starts` import, and what those import, wherever in the code the import stands.

    `sources` are texts by path, `starts` are names of modules. With `at_once`, an import inside a function is
    not followed: it is for what comes later. Imports are absolute, as everywhere in here.
    """
    paths = {_module_name(path): path for path in sources}
    found: set[str] = set()
    left_out = set(without)
    waiting = list(_with_parents(starts))
    while waiting:
        name = waiting.pop()
        if name in paths and name not in found | left_out:
            found.add(name)
            waiting += _with_parents(_imported(sources[paths[name]], at_once=at_once))
    return {path: sources[path] for name, path in sorted(paths.items()) if name in found}


def _imported(text: str, *, at_once: bool) -> Iterator[str]:
    """Name what a source imports; in `from a import b`, b may be a module as well as a name in a."""
    for node in _nodes(ast.parse(text), at_once=at_once):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _nodes(tree: ast.Module, *, at_once: bool) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not (at_once and isinstance(node, _LATER)):
            waiting += ast.iter_child_nodes(node)


def _with_parents(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:count]) for count in range(1, len(parts) + 1))


def _module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
