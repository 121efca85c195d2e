"""The sample headers, which lie beside the project and not in it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parents[4] / "shared" / "cases"

needs_cases = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"the sample headers are not there: {CASES.parent.name}/{CASES.name}"
)


def load(name: str, *keys: str) -> list[dict[str, Any]]:
    """The rows under any of these keys of a file of cases; none where the cases are missing."""
    path = CASES / name
    if not path.is_file():
        return []
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = data if isinstance(data, list) else [row for key in keys for row in data.get(key, ())]
    return list(rows)


def text_of(case: dict[str, Any]) -> str | bytes:
    """The input of a nasty case: as text, as bytes in base64, or as a recipe."""
    import base64

    if "b64" in case:
        return base64.b64decode(case["b64"])
    if "recipe" in case:
        recipe = case["recipe"]
        return f"{recipe['prefix']}{recipe['repeat'] * recipe['times']}{recipe['suffix']}"
    return str(case["text"])


def arc_suite() -> dict[str, tuple[dict[str, Any], dict[str, str]]]:
    """Every case of the ARC validation suite with the keys of its scenario."""
    path = CASES / "arc" / "valimail" / "arc-draft-validation-tests.yml"
    if not path.is_file():
        return {}
    found = {}
    for scenario in yaml.safe_load_all(path.read_text(encoding="utf-8")):
        for name, case in ((scenario or {}).get("tests") or {}).items():
            found[name] = (case, scenario.get("txt-records") or {})
    return found
