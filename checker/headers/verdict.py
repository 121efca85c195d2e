"""What filters wrote into the header, by table; then one verdict: where it went, who decided, how sure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from checker.headers.encoded import decode_words
from checker.headers.model import (
    AuthenticationResults,
    Block,
    Certainty,
    Decider,
    Field,
    Place,
    Receiver,
    Signal,
    Trust,
    Verdict,
)
from checker.tables.headers import VerdictGroup, VerdictRow, verdict_groups

_ALLOWS = frozenset(
    (
        Decider.USER_SAFE,
        Decider.ADDRESS_BOOK,
        Decider.POLICY_ALLOW,
        Decider.IP_ALLOW,
        Decider.MAIL_RULE_ALLOW,
        Decider.INTERNAL,
        Decider.RELEASED,
    )
)
_EITHER = frozenset((Decider.CONTENT_FILTER, Decider.LOCAL_FILTER, Decider.GATEWAY, Decider.USER_RULE))
_HELD = frozenset((Place.JUNK, Place.SPAM, Place.BULK, Place.QUARANTINE))
_GOOD = frozenset((Place.INBOX, Place.PASSED))
_PLACES = {one.value: one for one in Place}
_DECIDERS = {one.value: one for one in Decider}
_CERTAINTIES = {one.value: one for one in Certainty}
_ACTIONS = frozenset(("quarantine", "oreject", "reject", "pct.quarantine", "pct.reject"))
_BY_POLICY = (Place.JUNK, Decider.DMARC_POLICY, Certainty.POSSIBLE)
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,9})?")
_RSPAMD = re.compile(r"\[\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*/\s*(-?\d{1,6}(?:\.\d{1,6})?)\s*\]")
_BARRACUDA = re.compile(r"(SCORE|TAG_LEVEL|QUARANTINE_LEVEL|KILL_LEVEL)=(-?\d{1,9}(?:\.\d{1,9})?)")
_TREND = re.compile(r"[A-Za-z0-9]{1,8}-(-?\d{1,6}(?:\.\d{1,9})?)-(-?\d{1,6}(?:\.\d{1,9})?)")
_EQUALS = re.compile(r"(?<![A-Za-z_])([A-Za-z_]{1,40}+)=([^\s;,]{0,200})")
_UNKNOWN_FILTER = re.compile(r"x-.{0,60}(?:spam|junk|bulk|phish)")
_ADD_HEADER = 6.0
"""From this score on rspamd marks an e-mail as spam, where nobody has set another limit."""
_LONGEST = 8000
_LONGEST_VALUE = 80
_SILENT = re.compile(
    r"-(?:level|checker-version|report|details-enc|virus|guid|scanned|bar|score-int|cause|info)|-id$"
)


def pairs(value: str) -> dict[str, str]:
    """Microsoft's `k:v;` pairs by their keys in upper case; "(null)" is what a server could not say."""
    parts = value[:_LONGEST].replace("(null)", ";").split(";")
    split = [part.partition(":") for part in reversed(parts) if ":" in part]
    return {key.strip().upper(): text.strip() for key, _, text in split}  # the first of a key counts


def signals(block: Block, trusts: Mapping[int, Trust]) -> list[Signal]:
    """Every value that the table knows, in the order of the fields; `trusts` says which fields to look at."""
    groups = verdict_groups()
    found: list[Signal] = []
    for index, trust in trusts.items():
        field = block.fields[index]
        known = groups.get(_plain_key(field.key) if trust is Trust.COPY else field.key)
        if known:
            found += _signals(known, field, trust, block.names)
    return found


def _plain_key(key: str) -> str:
    """The name that a field had before it was moved aside."""
    return (
        key.removesuffix("-original").removesuffix("-untrusted").removeprefix("x-old-").removeprefix("old-")
    )


def _signals(groups: Iterable[VerdictGroup], field: Field, trust: Trust, names: Set[str]) -> Iterator[Signal]:
    value = decode_words(field.value) if "=?" in field.value else field.value
    pieces: Mapping[str, str] | None = None
    for group in groups:
        if not group.unless.isdisjoint(names):
            continue
        if group.form == "pairs":  # several groups ask about the pairs of one field
            pieces = pairs(value) if pieces is None else pieces
            text = pieces.get(group.key.upper())
        else:
            text = read_value(group, value)
        row = None if text is None else matching_row(group, text)
        if text is not None and row is not None:
            yield _signal(group, row, text, field, trust)


def _signal(group: VerdictGroup, row: VerdictRow, text: str, field: Field, trust: Trust) -> Signal:
    return Signal(
        group.system,
        group.key or field.name,
        text[:_LONGEST_VALUE],
        _PLACES[row.place],
        _DECIDERS[row.decider],
        _CERTAINTIES[row.certainty],
        row.rank,
        field.line,
        field.quote,
        trust,
    )


def read_value(group: VerdictGroup, value: str) -> str | None:
    """The part of the value that the rows are about, or nothing where it is not there."""
    value = value[:_LONGEST]
    if group.form == "pairs":
        return pairs(value).get(group.key.upper())
    if group.form == "equals":
        if f"{group.key}=" not in value.lower():
            return None
        found = {key.upper(): text for key, text in _EQUALS.findall(value)}
        return found.get(group.key.upper())
    if group.form == "word":
        words = value.replace(",", " ").replace(";", " ").split(maxsplit=1)
        return words[0] if words else None
    if group.form == "number":
        match = _NUMBER.search(value[:200])
        return match[0] if match else None
    if group.form == "score":
        return _compared(value)
    return value.strip()


def _compared(value: str) -> str | None:
    """Whether a score is over its limit, under it, so high that the e-mail is held, or enough for a mark."""
    levels = {name: float(text) for name, text in _BARRACUDA.findall(value)}
    if "SCORE" in levels:
        if levels["SCORE"] >= levels.get("QUARANTINE_LEVEL", float("inf")):
            return "held"
        return "over" if levels["SCORE"] >= levels.get("TAG_LEVEL", float("inf")) else "under"
    if match := _RSPAMD.search(value):
        said = value.partition("[")[0].lower()
        score, limit = float(match[1]), float(match[2])
        if "true" in said or ("false" not in said and score >= limit):
            return "over"
        return "tagged" if score >= _ADD_HEADER else "under"
    if match := _TREND.match(value.strip()):
        return "over" if float(match[1]) >= float(match[2]) else "under"
    return None


def matching_row(group: VerdictGroup, text: str) -> VerdictRow | None:
    """The first row that the value fits."""
    low = text.lower()
    if group.by_value:
        return group.by_value.get(low)
    number = _to_number(text) if group.form == "number" or group.compare else None
    for row in group.rows:
        if row.contains is not None:
            if row.contains in low:
                return row
        elif row.value:
            if row.value == low:
                return row
        elif number is not None and row.low <= number <= row.high:
            return row
    return None


def _to_number(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip())
    return float(match[0]) if match else None


def unknown_filters(block: Block, trusts: Sequence[Trust]) -> list[Field]:
    """Fields of filters that no table knows: shown as they are, and nothing concluded."""
    unknown = {name for name in block.names if name.startswith("x-") and _is_unknown_filter(name)}
    if not unknown:
        return []
    return [
        field
        for field, trust in zip(block.fields, trusts, strict=True)
        if trust is Trust.RECEIVER and field.key in unknown
    ]


def _is_unknown_filter(key: str) -> bool:
    return (
        _UNKNOWN_FILTER.match(key) is not None
        and key not in verdict_groups()
        and not key.startswith(("x-ms-exchange-", "x-microsoft-"))
        and not _SILENT.search(key)
    )


def policy_signals(fields: Iterable[AuthenticationResults]) -> Iterator[Signal]:
    """What the receiving side did because of the sender's DMARC policy, where it says so."""
    for one in fields:
        if one.trust is not Trust.RECEIVER:
            continue
        for result in one.results:
            if result.method != "dmarc" or result.result == "pass":
                continue
            action = (result.value("action") or _disposition(result.comment)).lower()
            if action in _ACTIONS:
                system = "google" if "dis=" in result.comment.lower() else "microsoft"
                quote = f"Authentication-Results: {one.quote}"
                yield Signal(system, "dmarc", action, *_BY_POLICY, 40, one.line, quote)


def may_tell_policy(value: str) -> bool:
    """Say whether results can name such an action at all; the rest need not be taken apart for it."""
    low = value.lower()
    if "dis=quarantine" in low or "dis=reject" in low:
        return True
    return "action" in low and ("reject" in low or "quarantine" in low)


def _disposition(comment: str) -> str:
    """Google's `dis=`: what was done about a failure."""
    for word in comment.replace(",", " ").split():
        name, _, value = word.partition("=")
        if name.lower() == "dis":
            return value
    return ""


def conclude(found: Sequence[Signal], receiver: Receiver, hops: int) -> Verdict:
    """One verdict out of the receiving side's signals: the strongest place, and who decided it."""
    if not found:
        return Verdict(system=receiver.system)
    own = sorted((one for one in found if one.trust is Trust.RECEIVER), key=lambda one: -one.rank)
    placed = next((one for one in own if one.place is not Place.UNKNOWN), None)
    if placed is None:
        return Verdict(system=receiver.system, signals=tuple(own))
    decider = next((one.decider for one in own if _agrees(one, placed)), Decider.UNKNOWN)
    certainty = placed.certainty
    if not hops and certainty is Certainty.STATED:
        certainty = Certainty.LIKELY  # without a Received field nobody can tell who wrote it
    return Verdict(placed.place, decider, certainty, placed.system, tuple(own))


def perhaps(found: Iterable[Signal], nothing: Verdict) -> Verdict:
    """What a filter on the receiving server seems to have said below the line, where nothing better is known.

    Some are run after delivery and write there, where a sender could have written, too. So only what no
    sender says of its own e-mail counts, and it stays unproven.
    """
    bad = [one for one in found if one.decider is Decider.LOCAL_FILTER and one.place in _HELD]
    if not bad:
        return nothing
    bad.sort(key=lambda one: -one.rank)
    return Verdict(bad[0].place, Decider.LOCAL_FILTER, Certainty.UNPROVEN, bad[0].system, tuple(bad))


def _agrees(one: Signal, placed: Signal) -> bool:
    """Say whether this signal names somebody who can have decided so."""
    if one.decider is Decider.UNKNOWN:
        return False
    if one.decider in _EITHER:
        return (one.place in _GOOD) == (placed.place in _GOOD) or one.place is Place.UNKNOWN
    return (one.decider in _ALLOWS) == (placed.place in _GOOD)
