"""Frozen values as what JSON can say."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any


def to_data(value: Any) -> Any:  # noqa: ANN401 - whatever an evaluator returns
    """Turn dataclasses and named tuples into objects, sets and tuples into lists, the rest into text.

    Fields that begin with an underscore are nobody's business; lengths of time are seconds.
    """
    if isinstance(value, bool | int | float | None):
        return value
    if is_dataclass(value):
        shown = (field.name for field in fields(value) if not field.name.startswith("_"))
        return {name: to_data(getattr(value, name)) for name in shown}
    if isinstance(value, Mapping):
        return {str(key): to_data(each) for key, each in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_data(each) for name, each in value._asdict().items()}
    if isinstance(value, list | tuple):
        return [to_data(each) for each in value]
    if isinstance(value, set | frozenset):
        return sorted(to_data(each) for each in value)
    return _said(value)


def _said(value: Any) -> str | float:  # noqa: ANN401 - as above
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.isoformat() if isinstance(value, date) else str(value)
