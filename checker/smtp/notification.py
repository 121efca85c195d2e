"""Bounces that a sending service reports as JSON (Amazon SES, also through SNS)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from checker.smtp.mime import Line
from checker.smtp.model import Evidence, Excerpt, Kind

_LARGEST = 400_000
_MOST_BRACKETS = 2_000  # json nests by recursion
_KINDS = {
    "bounce": Kind.BOUNCE,
    "complaint": Kind.FEEDBACK,
    "delivery": Kind.DELIVERED,
    "deliverydelay": Kind.DELAY,
}
_LISTS = {
    "bounce": "bouncedRecipients",
    "complaint": "complainedRecipients",
    "deliveryDelay": "delayedRecipients",
    "delivery": "recipients",
}
_ACTIONS = {"bounce": "failed", "deliveryDelay": "delayed", "delivery": "delivered", "complaint": ""}


def read_notification(lines: Sequence[Line]) -> tuple[Kind, list[Evidence]] | None:
    """Read it, or say that this is none."""
    start = next(
        (position for position, (_, text) in enumerate(lines[:100]) if text.lstrip().startswith("{")), -1
    )
    if start < 0:
        return None
    text = "\n".join(line for _, line in lines[start:])[:_LARGEST]
    if "notificationType" not in text and "eventType" not in text:
        return None
    event = _event(text.replace("\n ", "").rpartition("}")[0] + "}")
    kind = _KINDS.get(_text(event, "notificationType", "eventType").lower())
    if kind is None:
        return None
    return kind, _evidence(event, lines[start][0])


def _event(text: str) -> Mapping[str, Any]:
    """Read the object; SNS wraps it as text in another one."""
    outer = _parse(text)
    message = outer.get("Message")
    return _parse(message) if isinstance(message, str) else outer


def _parse(text: str) -> Mapping[str, Any]:
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return {}
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _evidence(event: Mapping[str, Any], line: int) -> list[Evidence]:
    for name, recipients in _LISTS.items():
        report = event.get(name)
        if isinstance(report, dict) and isinstance(report.get(recipients), list):
            common = _text(report, "smtpResponse", "bounceSubType", "complaintFeedbackType")
            return [_one(entry, common, _ACTIONS[name], line) for entry in report[recipients]]
    return []


def _one(entry: object, common: str, action: str, line: int) -> Evidence:
    fields = entry if isinstance(entry, dict) else {"emailAddress": entry}
    said = _text(fields, "diagnosticCode") or common
    said = said.partition(";")[2].strip() if said[:8].lower().startswith("smtp;") else said
    status = _text(fields, "status")
    return Evidence(
        _text(fields, "emailAddress"), _text(fields, "action") or action, status, Excerpt(said, line, line)
    )


def _text(fields: Mapping[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := fields.get(name), str) and value), "")
