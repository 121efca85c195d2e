"""One report's questions: side by side, cached, counted, limited and given up."""

from checker.lookup.ask import ask, together
from checker.lookup.drive import drive
from checker.lookup.model import Answer, Cause, Failure, Lookup, Query, RdType, Reply, query
from checker.lookup.session import Session
from checker.lookup.zone import Zone


def _one(name: str) -> Lookup[str]:
    reply = yield from ask(name, RdType.TXT)
    return reply.texts[0] if isinstance(reply, Answer) else reply.cause.value


def _chain(*names: str) -> Lookup[tuple[str, ...]]:
    found: tuple[str, ...] = ()
    for name in names:
        found = (*found, (yield from _one(name)))
    return found


def _pair() -> Lookup[tuple[tuple[str, ...], ...]]:
    return (
        yield from together(_chain("a.example", "b.example"), _chain("c.example", "d.example", "a.example"))
    )


def _texts(*names: str) -> Zone:
    return Zone({name: {"TXT": [name.upper()]} for name in names})


ALL = _texts("a.example", "b.example", "c.example", "d.example")


def _names(queries: tuple[Query, ...]) -> list[str]:
    return [asked.name for asked in queries]


def test_independent_questions_are_open_at_the_same_time() -> None:
    session = Session(_pair())
    assert _names(session.advance()) == ["a.example", "c.example"]


def test_one_may_go_on_while_the_other_waits() -> None:
    session = Session(_pair())
    for asked in session.advance()[1:]:
        session.supply(asked, ALL(asked))
    assert _names(session.advance()) == ["a.example", "d.example"]


def test_the_result_is_the_same_as_one_after_the_other() -> None:
    session = Session(_pair())
    while open_queries := session.advance():
        for asked in open_queries:
            session.supply(asked, ALL(asked))
    assert session.result == drive(_pair(), ALL)
    assert session.count == 4  # a.example is asked once, though two want it


def test_what_is_known_is_not_asked() -> None:
    first = query("a.example", RdType.TXT)
    session = Session(_chain("a.example", "b.example"), {first: ALL(first)})
    assert _names(session.advance()) == ["b.example"]


def test_over_the_limit_nothing_is_asked() -> None:
    session = Session(_chain("a.example", "b.example", "c.example"), most=2)
    asked: list[Query] = []
    while open_queries := session.advance():
        asked += open_queries
        for one in open_queries:
            session.supply(one, ALL(one))
    assert len(asked) == 2
    assert session.result == ("A.EXAMPLE", "B.EXAMPLE", Cause.LIMIT.value)


def test_a_session_that_is_given_up_ends_at_once() -> None:
    session = Session(_pair())
    session.advance()
    session.cancel(Cause.TIMEOUT)
    assert session.advance() == ()
    assert session.result == (("timeout", "timeout"), ("timeout", "timeout", "timeout"))


def test_a_name_that_fits_into_no_message_is_never_asked() -> None:
    session = Session(_chain("a" * 64 + ".example", "x..example", ""))
    assert session.advance() == ()
    assert session.result == ("nxdomain", "nxdomain", "nxdomain")


def test_an_alias_is_followed_and_a_loop_of_them_fails() -> None:
    zone = Zone(
        {
            "a.example": {"CNAME": ["b.example"]},
            "b.example": {"TXT": ["here"]},
            "c.example": {"CNAME": ["d.example"]},
            "d.example": {"CNAME": ["c.example"]},
            "e.example": {"CNAME": ["gone.example"]},
        }
    )

    def look(name: str) -> Reply:
        return zone(query(name, RdType.TXT))

    assert look("a.example") == Answer(query("a.example", RdType.TXT), ("here",), ("b.example",))
    assert look("c.example") == Failure(
        query("c.example", RdType.TXT), Cause.SERVFAIL, ("d.example", "c.example")
    )
    assert look("e.example") == Failure(query("e.example", RdType.TXT), Cause.NXDOMAIN, ("gone.example",))


def test_a_name_with_others_below_it_exists() -> None:
    zone = Zone({"x.y.example": {"A": ["192.0.2.1"]}})
    reply = zone(query("y.example", RdType.A))
    assert isinstance(reply, Failure)
    assert reply.cause is Cause.NODATA
