"""Which answers of the tree a pasted text gives, and why: the tool that can read it is found by trying."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.messages.bounce import ANSWERS as BOUNCE_ANSWERS
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
    """Answer what the text answers, and lead on to the first question that is still open."""
    answers = {**state.answers, **{given.question: given.option for given in evidence.given}}
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


_READERS: tuple[Callable[[str | bytes], Evidence | None], ...] = (_from_bounce,)
