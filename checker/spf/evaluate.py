"""check_host (RFC 7208 section 4), which asks by yielding and writes down what every term did."""

from collections.abc import Sequence
from ipaddress import ip_address

from checker.lookup.model import Answer, Failure, Lookup, RdType, Reply, is_askable, query
from checker.spf.identity import UNKNOWN, Identity
from checker.spf.macro import Macro, pieces, shorten, transform
from checker.spf.model import (
    ASKING,
    MOST_LOOKUPS,
    MOST_NAMES,
    MOST_VOID_LOOKUPS,
    Evaluation,
    Mechanism,
    Problem,
    Result,
    SpfRecord,
    Step,
    Term,
    Visit,
)
from checker.spf.parse import is_spf, parse_record


def check_host(who: Identity, domain: str = "") -> Lookup[Evaluation]:
    """Evaluate the record of the sender's domain, or of another one."""
    check = _Check(who)
    name = (domain or who.sender_domain).removesuffix(".")
    # Section 4.3: a name that is no domain has no policy.
    if not is_askable(name) or "." not in name or name.startswith("["):
        return Evaluation(Result.NONE, Visit(name, Result.NONE))
    visit = yield from check.visit(name)
    explanation = (yield from check.explain(visit)) if visit.result is Result.FAIL else None
    return Evaluation(visit.result, visit, check.lookups, check.void_lookups, explanation)


class _Check:
    """One evaluation: who sends, and how many look-ups have been used."""

    def __init__(self, who: Identity) -> None:
        self.who = who
        self.lookups = 0
        self.void_lookups = 0
        self._validated: tuple[str, ...] | None = None

    def visit(self, domain: str) -> Lookup[Visit]:
        """Fetch a domain's record and evaluate it (sections 4.4 to 4.7)."""
        reply: Reply = yield query(domain, RdType.TXT)
        if isinstance(reply, Failure) and not reply.is_void:
            return Visit(domain, Result.TEMPERROR, problem=Problem.DNS, reply=reply)
        records = [text for text in reply.texts if is_spf(text)] if isinstance(reply, Answer) else []
        if not records:
            return Visit(domain, Result.NONE, reply=reply)
        if len(records) > 1:
            return Visit(domain, Result.PERMERROR, problem=Problem.SEVERAL_RECORDS, reply=reply)
        record = parse_record(records[0])
        if record.wrong:
            return Visit(domain, Result.PERMERROR, record, problem=Problem.SYNTAX, reply=reply)
        return (yield from self._evaluate(domain, record, reply))

    def _evaluate(self, domain: str, record: SpfRecord, reply: Reply) -> Lookup[Visit]:
        steps: list[Step] = []
        for term in record.terms:
            step = yield from self._step(term, domain)
            steps.append(step)
            if step.problem:
                return Visit(domain, _result_of(step), record, tuple(steps), step.problem, reply)
            if step.matched:
                return Visit(domain, term.qualifier, record, tuple(steps), None, reply)
        if record.redirect is None:
            return Visit(domain, Result.NEUTRAL, record, tuple(steps), None, reply)
        step = yield from self._step(record.redirect, domain)
        return Visit(domain, _result_of(step), record, (*steps, step), step.problem, reply)

    def _step(self, term: Term, domain: str) -> Lookup[Step]:
        """Evaluate one term, counting its look-ups against the limits (section 4.6.4)."""
        mechanism = term.mechanism
        if mechanism not in ASKING:
            return Step(term, matched=self._holds(term), lookups=self.lookups)
        self.lookups += 1
        if self.lookups > MOST_LOOKUPS:
            return Step(term, lookups=self.lookups, problem=Problem.TOO_MANY_LOOKUPS)
        target = (yield from self._expand(term.domain, domain)) if term.domain else domain
        if mechanism in (Mechanism.INCLUDE, Mechanism.REDIRECT):
            inner = yield from self.visit(target)
            return self._included(term, target, inner)
        replies, matched, problem = yield from self._look_up(term, target)
        if any(isinstance(reply, Failure) and reply.is_void for reply in replies):
            self.void_lookups += 1
            if self.void_lookups > MOST_VOID_LOOKUPS:
                matched, problem = False, Problem.TOO_MANY_VOID_LOOKUPS
        return Step(term, target, replies, matched, self.lookups, self.void_lookups, problem)

    def _holds(self, term: Term) -> bool:
        if term.mechanism is Mechanism.ALL:
            return True
        bits = 32 if term.mechanism is Mechanism.IP4 else 128
        prefix = term.prefix4 if bits == 32 else term.prefix6
        return self.who.bits == bits and (self.who.ip ^ term.network) >> (bits - prefix) == 0

    def _included(self, term: Term, target: str, inner: Visit) -> Step:
        """What the result of another record means here (sections 5.2 and 6.1)."""
        problem: Problem | None = None
        if inner.result is Result.TEMPERROR:
            problem = Problem.DNS
        elif inner.result is Result.PERMERROR:
            problem = Problem.INNER
        elif inner.result is Result.NONE:
            problem = Problem.TARGET_HAS_NO_RECORD
        matched = inner.result is Result.PASS
        return Step(term, target, (), matched, self.lookups, self.void_lookups, problem, inner)

    def _look_up(self, term: Term, target: str) -> Lookup[tuple[tuple[Reply, ...], bool, Problem | None]]:
        if not is_askable(target.removesuffix(".")):
            return (), False, None  # section 4.8: a name that cannot be asked for matches nothing
        match term.mechanism:
            case Mechanism.A:
                return (yield from self._match_hosts(term, (target,)))
            case Mechanism.MX:
                return (yield from self._match_mx(term, target))
            case Mechanism.PTR:
                return (yield from self._match_ptr(target))
            case _:
                reply: Reply = yield query(target, RdType.A)  # section 5.7: A, whatever the address is
                return (reply,), isinstance(reply, Answer), _temporary(reply)

    def _match_hosts(
        self, term: Term, hosts: Sequence[str]
    ) -> Lookup[tuple[tuple[Reply, ...], bool, Problem | None]]:
        replies: list[Reply] = []
        for host in hosts:
            reply: Reply = yield query(host, self.who.address_type)
            replies.append(reply)
            if problem := _temporary(reply):
                return tuple(replies), False, problem
            if isinstance(reply, Answer) and self._is_among(reply, term):
                return tuple(replies), True, None
        return tuple(replies), False, None

    def _match_mx(self, term: Term, target: str) -> Lookup[tuple[tuple[Reply, ...], bool, Problem | None]]:
        reply: Reply = yield query(target, RdType.MX)
        if isinstance(reply, Failure):
            return (reply,), False, _temporary(reply)
        if len(reply.servers) > MOST_NAMES:
            return (reply,), False, Problem.TOO_MANY_MX
        hosts = [server.host for server in sorted(reply.servers, key=lambda server: server.preference)]
        found = yield from self._match_hosts(term, [host for host in hosts if is_askable(host)])
        return (reply, *found[0]), found[1], found[2]

    def _match_ptr(self, target: str) -> Lookup[tuple[tuple[Reply, ...], bool, Problem | None]]:
        names, replies = yield from self._validated_names()
        wanted = target.lower().removesuffix(".")
        return replies, any(name == wanted or name.endswith(f".{wanted}") for name in names), None

    def _validated_names(self) -> Lookup[tuple[tuple[str, ...], tuple[Reply, ...]]]:
        """The names of the address that point back to it (section 5.5); errors make names fall out."""
        if self._validated is not None:
            return self._validated, ()
        reply: Reply = yield query(self.who.reverse_name, RdType.PTR)
        names = reply.texts[:MOST_NAMES] if isinstance(reply, Answer) else ()
        valid: list[str] = []
        replies: list[Reply] = [reply]
        for name in names:
            if not is_askable(name):
                continue
            back: Reply = yield query(name, self.who.address_type)
            if isinstance(back, Answer) and self._holds_address(back):
                valid.append(name.lower())
        self._validated = tuple(valid)
        return self._validated, tuple(replies)

    def _holds_address(self, reply: Answer) -> bool:
        return any(_number(text) == self.who.ip for text in reply.texts)

    def _is_among(self, reply: Answer, term: Term) -> bool:
        shift = self.who.bits - (term.prefix4 if self.who.bits == 32 else term.prefix6)
        mine = self.who.ip >> shift
        return any(_number(text) >> shift == mine for text in reply.texts)

    def explain(self, visit: Visit) -> Lookup[str | None]:
        """Fetch the explanation of a fail (section 6.2); anything wrong with it means there is none."""
        while visit.steps and visit.steps[-1].term.mechanism is Mechanism.REDIRECT:
            inner = visit.steps[-1].inner
            if inner is None:
                return None
            visit = inner
        if visit.record is None or not visit.record.exp:
            return None
        target = yield from self._expand(visit.record.exp, visit.domain)
        if not is_askable(target.removesuffix(".")):
            return None
        reply: Reply = yield query(target, RdType.TXT)
        if isinstance(reply, Failure) or len(reply.texts) != 1 or not reply.texts[0].isascii():
            return None
        found = pieces(reply.texts[0], explanation=True)
        return None if found is None else (yield from self._fill(found, visit.domain))

    def _expand(self, text: str, domain: str) -> Lookup[str]:
        """Put the values into a domain-spec."""
        if "%" not in text:
            return shorten(text)
        return shorten((yield from self._fill(pieces(text) or (), domain)))

    def _fill(self, found: tuple[str | Macro, ...], domain: str) -> Lookup[str]:
        out: list[str] = []
        for piece in found:
            if isinstance(piece, str):
                out.append(piece)
            else:
                out.append(transform(piece, (yield from self._value(piece.letter.lower(), domain))))
        return "".join(out)

    def _value(self, letter: str, domain: str) -> Lookup[str]:
        if letter == "p":
            return (yield from self._validated_name(domain))
        who = self.who
        values = {
            "s": who.sender,
            "l": who.local_part,
            "o": who.sender_domain,
            "d": domain,
            "h": who.helo,
            "v": "in-addr" if who.bits == 32 else "ip6",
            "r": who.receiver,
            "t": str(who.now),
        }
        if letter in values:
            return values[letter]
        return str(who.address) if letter == "c" else who.nibbles

    def _validated_name(self, domain: str) -> Lookup[str]:
        """The value of the macro p: the domain itself, else a name below it, else any, else a word."""
        names, _ = yield from self._validated_names()
        wanted = domain.lower()
        below = [name for name in names if name.endswith(f".{wanted}")]
        return wanted if wanted in names else next(iter([*below, *names]), UNKNOWN)


def _result_of(step: Step) -> Result:
    """The result where a term breaks the evaluation off, or where a redirect ends it."""
    if step.problem is Problem.DNS:
        return Result.TEMPERROR
    if step.problem is not None:
        return Result.PERMERROR
    return step.inner.result if step.inner is not None else Result.NEUTRAL


def _temporary(reply: Reply) -> Problem | None:
    return Problem.DNS if isinstance(reply, Failure) and not reply.is_void else None


def _number(text: str) -> int:
    try:
        return int(ip_address(text))
    except ValueError:
        return -1  # no address is negative, and shifting keeps it so
