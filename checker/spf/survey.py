"""Where the look-ups of a record go, whoever sends: its tree of includes, counted without an address."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.lookup.ask import ask_all
from checker.lookup.model import Answer, Cause, Failure, Lookup, Query, RdType, Reply, is_askable, query
from checker.spf.model import ASKING, MOST_LOOKUPS, MOST_NAMES, Mechanism, Problem, SpfRecord, Term
from checker.spf.parse import is_spf, parse_record

_LEADING_ON = (Mechanism.INCLUDE, Mechanism.REDIRECT)


@dataclass(frozen=True, slots=True)
class Branch:
    """A domain's record in the tree; `term` is what led here, and `lookups` counts it and all below."""

    domain: str
    term: Term | None = None
    reply: Reply | None = None
    """None where it was not asked: behind a macro, in a loop, or over the limit."""
    record: SpfRecord | None = None
    problem: Problem | None = None
    is_loop: bool = False
    lookups: int = 0
    branches: tuple["Branch", ...] = ()

    def walk(self) -> Iterator["Branch"]:
        """This branch and all below, in the order of evaluation."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class Survey:
    """The tree of a domain's SPF record; where it is not complete, `lookups` is the least there are."""

    root: Branch
    lookups: int
    is_complete: bool
    hosts: tuple[tuple[Term, Reply], ...] = ()
    """What the terms a and mx name, as far as that could be asked."""

    @property
    def dead(self) -> tuple[tuple[Term, Failure], ...]:
        """Terms whose name has nothing for them: each is a void look-up."""
        return tuple(
            (term, reply) for term, reply in self.hosts if isinstance(reply, Failure) and _is_dead(reply)
        )

    @property
    def crowded(self) -> tuple[tuple[Term, int], ...]:
        """Terms mx with more mail servers than may be looked at (RFC 7208 section 4.6.4)."""
        counted = ((term, len(reply.servers)) for term, reply in self.hosts if isinstance(reply, Answer))
        return tuple((term, count) for term, count in counted if count > MOST_NAMES)


@dataclass(slots=True)
class _Node:
    domain: str
    term: Term | None = None
    above: tuple[str, ...] = ()
    reply: Reply | None = None
    record: SpfRecord | None = None
    problem: Problem | None = None
    is_loop: bool = False
    own: int = 0
    nodes: list["_Node"] = field(default_factory=list)

    def frozen(self) -> Branch:
        branches = tuple(node.frozen() for node in self.nodes)
        lookups = (self.term is not None) + self.own + sum(branch.lookups for branch in branches)
        return Branch(
            self.domain, self.term, self.reply, self.record, self.problem, self.is_loop, lookups, branches
        )


def survey(domain: str) -> Lookup[Survey]:
    """Walk the includes level by level; as in an evaluation, at most ten of the terms are looked up."""
    root = _Node(domain)
    level, left, complete = [root], MOST_LOOKUPS, True
    hosts: list[tuple[Term, Query]] = []
    while level:
        replies = yield from ask_all(tuple(query(node.domain, RdType.TXT) for node in level))
        following: list[_Node] = []
        for node, reply in zip(level, replies, strict=True):
            hosts += _read(node, reply)
            following += node.nodes
        # The one who evaluates stops at the limit; so do we, and say that there may be more.
        askable = [node for node in following if _can_be_asked(node)]
        complete = complete and len(askable) <= left
        level = askable[:left]
        left -= len(level)
    known = hosts[:left]
    replies = yield from ask_all(tuple(asked for _, asked in known))
    tree = root.frozen()
    found = tuple((term, reply) for (term, _), reply in zip(known, replies, strict=True))
    return Survey(tree, tree.lookups, complete, found)


def terms_in_use(record: SpfRecord) -> tuple[Term, ...]:
    """The terms that can be reached: up to an `all`, else with the redirect at the end (section 6.1)."""
    for at, term in enumerate(record.terms):
        if term.mechanism is Mechanism.ALL:
            return record.terms[: at + 1]
    return (*record.terms, record.redirect) if record.redirect else record.terms


def _read(node: _Node, reply: Reply) -> list[tuple[Term, Query]]:
    """Put the record into the node with the nodes below; return what asks for hosts."""
    node.reply = reply
    records = [text for text in reply.texts if is_spf(text)] if isinstance(reply, Answer) else []
    if len(records) != 1:
        node.problem = _missing(reply, len(records))
        return []
    node.record = parse_record(records[0])
    if node.record.wrong:
        node.problem = Problem.SYNTAX
    hosts: list[tuple[Term, Query]] = []
    for term in terms_in_use(node.record):
        if term.mechanism in _LEADING_ON:
            node.nodes.append(_below(node, term))
        elif term.mechanism in ASKING:
            node.own += 1
            hosts += _host(term, node.domain)
    return hosts


def _missing(reply: Reply, count: int) -> Problem:
    if count > 1:
        return Problem.SEVERAL_RECORDS
    failed = isinstance(reply, Failure) and not reply.is_void
    return Problem.DNS if failed else Problem.TARGET_HAS_NO_RECORD


def _below(node: _Node, term: Term) -> _Node:
    above = (*node.above, node.domain)
    target = term.domain.lower().removesuffix(".")
    return _Node(target, term, above, is_loop=target in above)


def _can_be_asked(node: _Node) -> bool:
    return not node.is_loop and "%" not in node.domain and is_askable(node.domain)


def _host(term: Term, domain: str) -> list[tuple[Term, Query]]:
    target = term.domain or domain
    if term.mechanism not in (Mechanism.A, Mechanism.MX) or "%" in target or not is_askable(target):
        return []
    return [(term, query(target, RdType.MX if term.mechanism is Mechanism.MX else RdType.A))]


def _is_dead(reply: Failure) -> bool:
    """A name without IPv4 address may have one of IPv6; one that does not exist has neither."""
    return reply.is_void if reply.query.rdtype is RdType.MX else reply.cause is Cause.NXDOMAIN
