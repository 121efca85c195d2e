"""A DNS made of a mapping: for tests, and for records that a reader pastes."""

from collections.abc import Mapping, Sequence

from checker.lookup.model import Answer, Cause, Failure, Query, RdType, Record, Reply

type Records = Sequence[Record] | Cause

MOST_ALIASES = 16


class Zone:
    """Every name that exists, with its records or the failure that asking for them gives."""

    def __init__(self, names: Mapping[str, Mapping[str, Records]]) -> None:
        self._names = {name.lower().removesuffix("."): dict(records) for name, records in names.items()}
        self._parents = {
            name[at + 1 :] for name in self._names for at, sign in enumerate(name) if sign == "."
        }

    def __call__(self, query: Query) -> Reply:
        """Answer as a resolver would, following aliases; a loop of them is a server's failure."""
        name = query.name
        aliases: list[str] = []
        while True:
            records = self._names.get(name)
            if records is None:
                cause = Cause.NODATA if name in self._parents else Cause.NXDOMAIN
                return Failure(query, cause, tuple(aliases))
            alias = self._alias(records, query)
            if alias is None:
                return _reply(query, records.get(query.rdtype, ()), tuple(aliases))
            if alias in aliases or alias == query.name or len(aliases) == MOST_ALIASES:
                return Failure(query, Cause.SERVFAIL, (*aliases, alias))
            aliases.append(alias)
            name = alias

    def _alias(self, records: Mapping[str, Records], query: Query) -> str | None:
        targets = records.get(RdType.CNAME, ())
        if query.rdtype == RdType.CNAME or isinstance(targets, Cause) or not targets:
            return None
        return str(targets[0]).lower().removesuffix(".")


def _reply(query: Query, records: Records, aliases: tuple[str, ...]) -> Reply:
    if isinstance(records, Cause):
        return Failure(query, records, aliases)
    if not records:
        return Failure(query, Cause.NODATA, aliases)
    return Answer(query, tuple(records), aliases)
