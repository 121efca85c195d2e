"""pyspf, another reading of RFC 7208, with its questions to the DNS answered from a zone of ours."""

import warnings
from functools import cache
from types import ModuleType
from typing import Any

from checker.lookup.model import Failure, Mx, RdType, query
from checker.lookup.zone import Zone


@cache
def load() -> ModuleType:
    """Import pyspf, whose regular expressions are written as newer Pythons warn of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spf  # type: ignore[import-untyped]
    module: ModuleType = spf
    return module


def check(zone: Zone, ip: str, mail_from: str, helo: str) -> str:
    """The result that pyspf comes to."""
    spf = load()
    vars(spf)["DNSLookup"] = _Lookup(zone, spf.TempError)
    result: str = spf.query(i=ip, s=mail_from, h=helo, strict=1, querytime=0).check()[0]
    return result


class _Lookup:
    def __init__(self, zone: Zone, temporary: type[Exception]) -> None:
        self._zone, self._temporary = zone, temporary

    def __call__(self, name: str, rdtype: str, _strict: object = 0, _timeout: object = 0) -> list[Any]:
        if rdtype not in RdType:
            return []
        reply = self._zone(query(name, RdType(rdtype)))
        if reply.aliases:
            # One step: pyspf follows aliases by asking again.
            return [((name, "CNAME"), reply.aliases[0])]
        if isinstance(reply, Failure):
            if reply.is_void:
                return []
            raise self._temporary(reply.cause)
        return [((name, rdtype), _value(record, rdtype)) for record in reply.records]


def _value(record: Mx | str, rdtype: str) -> Any:  # noqa: ANN401 - pyspf's values differ by type
    if isinstance(record, Mx):
        return record.preference, record.host
    return (record.encode("utf-8", "surrogateescape"),) if rdtype == RdType.TXT else record
