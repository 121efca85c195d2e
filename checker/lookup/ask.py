"""How an evaluator asks: one query, several side by side, or several evaluators side by side."""

from checker.lookup.model import Answer, Lookup, Query, RdType, Reply, Together, query


def ask(name: str, rdtype: RdType) -> Lookup[Reply]:
    """Ask one question."""
    reply: Reply = yield query(name, rdtype)
    return reply


def together[T](*lookups: Lookup[T]) -> Lookup[tuple[T, ...]]:
    """Run lookups side by side; the results come in their order."""
    results: tuple[T, ...] = yield Together(lookups)
    return results


def ask_all(queries: tuple[Query, ...]) -> Lookup[tuple[Reply, ...]]:
    """Ask several independent questions side by side."""
    return (yield from together(*(ask(one.name, one.rdtype) for one in queries)))


def texts(reply: Reply) -> tuple[str, ...]:
    """The text records of a reply; none where it is a failure."""
    return reply.texts if isinstance(reply, Answer) else ()
