"""What was read from a bounce, as a report."""

from dataclasses import replace

from checker.messages.bounce import ANSWERS, MESSAGES, PROBLEMS, Message
from checker.render import words as w
from checker.render.context import Context
from checker.render.pass_on import pass_on
from checker.render.report import Action, Block, Facts, Paragraph, Quote, Report, Section, Words, words
from checker.smtp.model import Actor, Kind, Problem, Reading, Recipient
from checker.tree.definition import TREE
from checker.tree.walk import State, format_state

_WAY_THERE = {"role": "marketer", "scope": "one", "status": "bounced"}


def report(read: Reading, context: Context) -> Report:
    """One part for each recipient; that it is no bounce is a result like any other."""
    if read.kind is Kind.NOT_A_BOUNCE:
        problem = PROBLEMS[read.problem or Problem.NOTHING_FOUND]
        blocks = (*_advice(problem, context), *_elsewhere(read, context))
        parts = [Section(words(problem.title, context), blocks, "recipient")]
    else:
        parts = [_recipient(recipient, context) for recipient in read.recipients]
    found = Report(words(w.BOUNCE_TITLE, context), tuple(parts))
    if read.kind is Kind.NOT_A_BOUNCE:
        return found
    return replace(found, blocks=(*parts, pass_on(found, context, f"{context.t(w.PASS_ON_FILE)}.txt")))


def _elsewhere(read: Reading, context: Context) -> tuple[Block, ...]:
    """The tool that can read it, where there is one."""
    if read.problem is not Problem.ORDINARY_MAIL:
        return ()
    return (Action(words(w.READ_HEADERS, context), "tools/headers"),)


def _recipient(recipient: Recipient, context: Context) -> Section:
    message = MESSAGES[recipient.reason]
    blocks = (*_advice(message, context), _facts(recipient, context), *_quote(recipient, context))
    title = words(message.title, context)
    return Section(title, (*blocks, *_go_on(recipient, context)), "recipient")


def _advice(message: Message, context: Context) -> tuple[Block, ...]:
    more = f"[{context.t(w.GUIDE)}]({message.guide})"
    return (Paragraph(Words(f"{context.t(message.what_to_do)} {more}")),)


def _facts(recipient: Recipient, context: Context) -> Facts:
    lasting = w.LASTING.get(recipient.persistence, "")
    codes = " ".join(filter(None, (recipient.reply_code, recipient.enhanced_status)))
    rows = (
        (w.BOUNCE_ADDRESS, recipient.address),
        (w.WHO_ACTS, context.t(_who(recipient.actor))),
        (w.HOW_LONG, context.t(lasting) if lasting else ""),
        (w.BOUNCE_CODES, codes),
    )
    return Facts(tuple((words(name, context), value) for name, value in rows))


def _who(actor: Actor) -> str:
    return w.NOBODY if actor is Actor.NOBODY else w.SEERS[actor.value]


def _quote(recipient: Recipient, context: Context) -> tuple[Block, ...]:
    """The words of the input that it rests on."""
    quote = recipient.quote
    if not quote:
        return ()
    lines = words(w.LINES, context, first=quote.first, last=quote.last) if quote.first else ""
    return (Quote(words(w.RESTS_ON, context), quote.text, lines),)


def _go_on(recipient: Recipient, context: Context) -> tuple[Block, ...]:
    """The checker with this answer given: a link, as every state of it is."""
    answer = ANSWERS.get(recipient.reason)
    option = TREE.option(answer.question, answer.option) if answer else None
    if answer is None or option is None:
        return ()
    way = {"status": "not_sent"} if answer.question == "not_sent_reason" else {}
    state = State(option.to, {**_WAY_THERE, **way, answer.question: answer.option})
    return (Action(words(w.GO_ON, context), "check", format_state(state, TREE)),)
