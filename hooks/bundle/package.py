"""What of the checker travels: the modules that its edge imports, the tables, and each language's words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hooks.bundle.imports import reachable
from hooks.bundle.node import encode

EDGE = "browser"
DATA = frozenset({".toml"})


@dataclass(frozen=True)
class Package:
    """The checker as it goes to the browser, and the requests that prove it works there."""

    name: str
    sources: Mapping[str, str]
    data: Mapping[str, bytes]
    requests: tuple[str, ...]

    def job(self) -> dict[str, object]:
        """Say it as the job that inside.py does."""
        data = {path: encode(content) for path, content in self.data.items()}
        edge = f"{self.name}.{EDGE}"
        return {"do": "try", "sources": self.sources, "data": data, "requests": self.requests, "edge": edge}


def read_package(root: Path, catalogues: Mapping[str, bytes], contract: Path) -> Package:
    """Read the package below `root`; `catalogues` are compiled gettext files by language."""
    files = {f"{root.name}/{path.relative_to(root).as_posix()}": path for path in _files(root)}
    data = {name: path.read_bytes() for name, path in files.items() if path.suffix in DATA}
    words = {f"{root.name}/catalogues/{language}.mo": content for language, content in catalogues.items()}
    sources = {name: path.read_text(encoding="utf-8") for name, path in files.items() if path.suffix == ".py"}
    travelling = reachable(sources, f"{root.name}.{EDGE}")
    return Package(root.name, travelling, data | words, read_requests(contract))


def read_requests(contract: Path) -> tuple[str, ...]:
    """Read the requests of the contract, as the text that the page would send."""
    samples = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(contract.glob("*.json")))
    return tuple(request_text(sample) for sample in samples)


def request_text(sample: Mapping[str, Any]) -> str:
    """Return a sample's request: written out as text where it is not JSON."""
    return str(sample["text"]) if "text" in sample else json.dumps(sample["request"])


def _files(root: Path) -> list[Path]:
    return sorted(
        path for path in root.rglob("*") if path.suffix in DATA | {".py"} and "__pycache__" not in path.parts
    )
