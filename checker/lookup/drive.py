"""Running a lookup to its end with a resolver that answers at once, one query after the other."""

from collections.abc import Callable

from checker.lookup.model import Lookup, Query, Reply

type Resolve = Callable[[Query], Reply]


def drive[T](lookup: Lookup[T], resolve: Resolve) -> T:
    """Answer every query of the lookup and return its result."""
    reply: object = None
    try:
        while True:
            asked = lookup.send(reply)
            if isinstance(asked, Query):
                reply = resolve(asked)
            else:
                reply = tuple(drive(one, resolve) for one in asked.lookups)
    except StopIteration as end:
        result: T = end.value
        return result
