"""What of the checker travels, in two sizes: `first` answers the questions, `whole` has the tools as well.

The first is what the edge imports at once; the whole is all that it ever imports, packages of others too.
Tables and words travel with the code that names them.
"""

import ast
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polib

from hooks.bundle.imports import reachable
from hooks.bundle.node import encode

EDGE = "browser"
TABLES = "tables"
OTHERS = ("dns", "dkim")
"""Packages of others that the tools may import; what is not reached stays behind."""
BY_NAME = tuple(f"dns.rdtypes.IN.{kind}" for kind in ("A", "AAAA")) + tuple(
    f"dns.rdtypes.ANY.{kind}" for kind in ("CNAME", "MX", "NS", "PTR", "SOA", "TXT", "SPF")
)
"""Modules that dnspython finds by the name of a record, which no import statement tells."""
REPLACED = {
    "dkim/dnsplug.py": "def get_txt(name, timeout=5):\n    raise RuntimeError('keys are handed in')\n",
    "dkim/asyncsupport.py": "",
}
"""dkimpy would bring resolvers along, which have no sockets in a browser."""

type Words = Mapping[str, Mapping[str, str]]
"""Translations: language to message to what it says there."""


@dataclass(frozen=True)
class Package:
    """One size of the checker as it goes to the browser, and the requests that prove it works there."""

    name: str
    edge: str
    sources: Mapping[str, str]
    data: Mapping[str, bytes]
    requests: tuple[str, ...]
    with_tools: bool = False

    def job(self, library: Mapping[str, str]) -> dict[str, object]:
        """Say it as the job that inside.py does; `library` are modules of Python's own that come along."""
        return {
            "do": "try",
            "edge": self.edge,
            "sources": self.sources,
            "library": library,
            "data": {path: encode(content) for path, content in self.data.items()},
            "requests": self.requests,
        }


@dataclass(frozen=True)
class Packages:
    """Both sizes."""

    first: Package
    whole: Package


def read_packages(root: Path, words: Words, contract: Path) -> Packages:
    """Read the package below `root` in both sizes."""
    sources = {
        f"{root.name}/{path.relative_to(root).as_posix()}": _text(path) for path in _files(root, ".py")
    }
    tables = {path.stem: path for path in _files(root / TABLES, ".toml")} if (root / TABLES).is_dir() else {}
    edge = f"{root.name}.{EDGE}"
    first = reachable(sources, edge, at_once=True)
    whole = _whole({**sources, **_others()}, edge)
    asked = read_requests(contract)
    return Packages(
        _package(root.name, edge, first, tables, words, asked[False]),
        _package(
            f"{root.name}-whole", edge, whole, tables, words, asked[False] + asked[True], with_tools=True
        ),
    )


def _whole(sources: Mapping[str, str], edge: str) -> dict[str, str]:
    found = reachable(sources, edge)
    return reachable(sources, edge, *BY_NAME) if "dns/message.py" in found else found


def _package(
    name: str,
    edge: str,
    sources: Mapping[str, str],
    tables: Mapping[str, Path],
    words: Words,
    requests: tuple[str, ...],
    *,
    with_tools: bool = False,
) -> Package:
    package = edge.partition(".")[0]
    said = frozenset(_said(sources.values()))
    named = {
        f"{package}/{TABLES}/{stem}.toml": path.read_bytes() for stem, path in tables.items() if stem in said
    }
    for content in named.values():
        said |= frozenset(_strings(tomllib.loads(content.decode())))
    catalogues = {
        f"{package}/catalogues/{language}.mo": _compiled(
            {text: messages[text] for text in messages if text in said}
        )
        for language, messages in words.items()
    }
    return Package(name, edge, sources, named | catalogues, requests, with_tools)


def _said(sources: Iterable[str]) -> Iterator[str]:
    """Every text that stands in the code."""
    for source in sources:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  (whatever TOML holds)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _compiled(messages: Mapping[str, str]) -> bytes:
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=text, msgstr=says) for text, says in sorted(messages.items()))
    return catalogue.to_binary()


def _others() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in OTHERS:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            root = Path(spec.origin).parent
            found |= {
                f"{name}/{path.relative_to(root).as_posix()}": _text(path) for path in _files(root, ".py")
            }
    return found | {path: text for path, text in REPLACED.items() if path in found}


def read_requests(contract: Path) -> dict[bool, tuple[str, ...]]:
    """Read the requests of the contract as the page would send them, by whether they need the whole."""
    samples = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(contract.glob("*.json"))]
    return {
        whole: tuple(request_text(sample) for sample in samples if sample.get("whole", False) == whole)
        for whole in (False, True)
    }


def request_text(sample: Mapping[str, Any]) -> str:
    """Return a sample's request: written out as text where it is not JSON."""
    return str(sample["text"]) if "text" in sample else json.dumps(sample["request"])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _files(root: Path, suffix: str) -> list[Path]:
    return sorted(path for path in root.rglob(f"*{suffix}") if "__pycache__" not in path.parts)
