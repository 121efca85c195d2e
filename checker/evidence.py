"""Which answers of the tree a pasted text gives, and why: the tool that can read it is found by trying."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.headers.dates import iso, seconds
from checker.headers.encoded import decode_words, visible
from checker.headers.model import Reading as Headers
from checker.headers.read import read as read_headers
from checker.messages.bounce import ANSWERS as BOUNCE_ANSWERS
from checker.messages.headers import ANSWERS as HEADER_ANSWERS
from checker.smtp.model import Kind, Reading
from checker.smtp.read import read as read_bounce
from checker.tree.model import Answers, Tree
from checker.tree.walk import State, lead

LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that a text gives: the tool that read it, its code, and the words it rests on."""

    question: str
    option: str
    tool: str
    code: str
    quote: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text gives: answers, and what the notes can be filled in with."""

    given: tuple[Given, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})


NOTHING = Evidence()
_IMPLIED: Mapping[str, Answers] = MappingProxyType(
    {
        "bounce_reason": {
            "status": "bounced",
            "status_lookup": "bounced",
            "many_status": "bounced",
            "sender_says": "bounced",
        },
        "not_sent_reason": {
            "status": "not_sent",
            "status_lookup": "not_sent",
            "many_status": "not_sent",
            "sender_says": "bounced",
        },
        "status": {"status_lookup": "delivered", "many_status": "delivered", "sender_says": "delivered"},
    }
)
"""What else is answered with a question, wherever the same is asked of another reader."""


def recognise(source: str | bytes) -> Evidence:
    """Read a text with each tool; nothing where none can make anything of it."""
    return next(filter(None, (read(source) for read in _READERS)), NOTHING)


def apply(evidence: Evidence, state: State, tree: Tree) -> State:
    """Answer what the text answers, and lead on to the first question that is still open.

    What the reader has answered stays, but for the question at hand: the text may be of an earlier e-mail.
    """
    given = {one.question: one.option for one in evidence.given}
    answers = {**given, **state.answers}
    if state.at in given:
        answers[state.at] = given[state.at]
    return lead(tree.start if tree.start in answers else state.at, answers, tree)


def _from_bounce(source: str | bytes) -> Evidence | None:
    reading = read_bounce(source)
    if reading.kind is Kind.NOT_A_BOUNCE:
        return None
    return Evidence(tuple(_of_bounce(reading)))


def _of_bounce(reading: Reading) -> Iterable[Given]:
    """The first recipient with an answer speaks for all: the checker follows one case."""
    for recipient in reading.recipients:
        answer = BOUNCE_ANSWERS.get(recipient.reason)
        if answer is None:
            continue
        quote = recipient.quote.text[:LONGEST_QUOTE]
        for question, option in {answer.question: answer.option, **_IMPLIED[answer.question]}.items():
            yield Given(question, option, "bounce", recipient.reason, quote)
        return


def _from_headers(source: str | bytes) -> Evidence | None:
    reading = read_headers(source)
    return None if reading.fault else Evidence(tuple(_of_headers(reading)), _fields_of_headers(reading))


def _of_headers(reading: Headers) -> Iterable[Given]:
    """Each question once: an earlier finding goes first."""
    seen: set[str] = set()
    lines = {field.line: field.quote for field in reading.block.fields}
    for finding in reading.findings:
        for answer in HEADER_ANSWERS.get(finding.code, ()):
            if answer.question not in seen:
                seen.add(answer.question)
                quote = visible(finding.quote or lines.get(finding.line, ""))[:LONGEST_QUOTE]
                yield Given(answer.question, answer.option, "headers", finding.code, quote)


def _fields_of_headers(reading: Headers) -> Mapping[str, str]:
    """What the notes ask for and the headers tell."""
    moment = seconds(reading.block.get("date"))
    when = iso(moment) if moment is not None else ""
    identity = reading.authentication.identity
    fields = {
        "subject": visible(decode_words(reading.block.get("subject")))[:LONGEST_QUOTE],
        "from_address": identity.author_address[:LONGEST_QUOTE],
        "date": when[:10],
        "time": f"{when[11:16]} UTC" if when else "",
        "sending_domain": identity.author,
    }
    return MappingProxyType({name: value for name, value in fields.items() if value})


_READERS: tuple[Callable[[str | bytes], Evidence | None], ...] = (_from_bounce, _from_headers)
