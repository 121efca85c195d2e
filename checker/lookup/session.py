"""One report's questions to the DNS: cached, counted, limited, side by side, and given up when asked to."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checker.lookup.model import Cause, Failure, Lookup, Query, Reply, Together, is_askable

MOST_QUERIES = 120
"""For one report. The RFCs allow far fewer for each check; this holds whatever a zone says."""


class Session[T]:
    """Runs a lookup as far as the replies known so far let it, and says what it wants to know next."""

    def __init__(
        self, lookup: Lookup[T], known: Mapping[Query, Reply] | None = None, most: int = MOST_QUERIES
    ) -> None:
        self._task = _Task(lookup)
        self._replies: dict[Query, Reply] = dict(known or {})
        self._asked: dict[Query, None] = {}
        self._most = most
        self._stopped: Cause | None = None

    @property
    def is_done(self) -> bool:
        """Whether the result is there."""
        return self._task.is_done

    @property
    def result(self) -> T:
        """What the lookup returned; only once it is done."""
        if not self._task.is_done:
            raise RuntimeError("the lookup still waits for replies")
        result: T = self._task.result
        return result

    @property
    def count(self) -> int:
        """How many different questions were asked of the DNS."""
        return len(self._asked)

    def supply(self, query: Query, reply: Reply) -> None:
        """Bring a reply to a query that `advance` named."""
        self._replies[query] = reply

    def cancel(self, cause: Cause = Cause.LIMIT) -> None:
        """Ask nothing more: what is still open is answered with the cause."""
        self._stopped = cause

    def advance(self) -> tuple[Query, ...]:
        """Go on with what is known; return every query whose reply is missing now."""
        open_queries = dict.fromkeys(self._task.advance(self._look))
        return tuple(open_queries)

    def _look(self, query: Query) -> Reply | None:
        """The reply, where it is known; a query over the limit is answered without asking."""
        if not is_askable(query.name):
            return Failure(query, Cause.NXDOMAIN)
        if query not in self._asked:
            if self._stopped or len(self._asked) >= self._most:
                return Failure(query, self._stopped or Cause.LIMIT)
            self._asked[query] = None
        reply = self._replies.get(query)
        return Failure(query, self._stopped) if reply is None and self._stopped else reply


class _Task:
    """A lookup, and what it waits for: a query or other tasks."""

    __slots__ = ("_children", "_lookup", "_query", "_started", "is_done", "result")

    def __init__(self, lookup: Lookup[Any]) -> None:
        self._lookup = lookup
        self._started = False
        self._query: Query | None = None
        self._children: tuple[_Task, ...] = ()
        self.is_done = False
        self.result: Any = None  # whatever the lookup returns

    def advance(self, look: Callable[[Query], Reply | None]) -> Iterator[Query]:
        """Run as far as the replies go; give the queries that are missing."""
        while not self.is_done:
            if self._query is not None:
                reply = look(self._query)
                if reply is None:
                    yield self._query
                    return
                self._send(reply)
            elif self._started:
                for child in self._children:
                    yield from child.advance(look)
                if not all(child.is_done for child in self._children):
                    return
                self._send(tuple(child.result for child in self._children))
            else:
                self._started = True
                self._send(None)

    def _send(self, value: object) -> None:
        self._query, self._children = None, ()
        try:
            asked = self._lookup.send(value)
        except StopIteration as end:
            self.is_done, self.result = True, end.value
            return
        if isinstance(asked, Together):
            self._children = tuple(map(_Task, asked.lookups))
        else:
            self._query = asked
