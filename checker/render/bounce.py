"""What was read from a bounce, as markup."""

from checker.messages.bounce import ANSWERS, MESSAGES, NOT_A_BOUNCE, Message
from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.question import heading
from checker.smtp.model import Actor, Kind, Reading, Recipient
from checker.tree.definition import TREE
from checker.tree.walk import State, format_state

_LONGEST_QUOTE = 800
_WAY_THERE = {"role": "marketer", "scope": "one", "status": "bounced"}


def reading(read: Reading, context: Context) -> str:
    """What was read, one part for each recipient; that it is no bounce is a result like any other."""
    if read.kind is Kind.NOT_A_BOUNCE:
        parts = [_advice(NOT_A_BOUNCE, context)]
    else:
        parts = [_recipient(recipient, context) for recipient in read.recipients]
    return f'<section class="fr-reading">{heading(words.BOUNCE_TITLE, context)}{"".join(parts)}</section>'


def _recipient(recipient: Recipient, context: Context) -> str:
    return (
        f'<article class="fr-recipient">{_advice(MESSAGES[recipient.reason], context)}'
        f"{_facts(recipient, context)}{_quote(recipient, context)}{_go_on(recipient, context)}</article>"
    )


def _advice(message: Message, context: Context) -> str:
    page = escape(context.url(message.guide))
    return (
        f"<h3>{escape(context.t(message.title))}</h3><p>{escape(context.t(message.what_to_do))} "
        f'<a href="{page}">{escape(context.t(words.GUIDE))}</a></p>'
    )


def _facts(recipient: Recipient, context: Context) -> str:
    lasting = words.LASTING.get(recipient.persistence, "")
    codes = " ".join(filter(None, (recipient.reply_code, recipient.enhanced_status)))
    rows = (
        (words.BOUNCE_ADDRESS, recipient.address),
        (words.WHO_ACTS, context.t(_who(recipient.actor))),
        (words.HOW_LONG, context.t(lasting) if lasting else ""),
        (words.BOUNCE_CODES, codes),
    )
    shown = "".join(
        f"<div><dt>{escape(context.t(name))}</dt><dd>{escape(value)}</dd></div>"
        for name, value in rows
        if value
    )
    return f'<dl class="fr-facts">{shown}</dl>'


def _who(actor: Actor) -> str:
    return words.NOBODY if actor is Actor.NOBODY else words.SEERS[actor.value]


def _quote(recipient: Recipient, context: Context) -> str:
    """The words of the input that it rests on: shown as text, whatever they are."""
    quote = recipient.quote
    if not quote:
        return ""
    text = quote.text[:_LONGEST_QUOTE] + ("…" if len(quote.text) > _LONGEST_QUOTE else "")
    lines = context.t(words.LINES, first=quote.first, last=quote.last) if quote.first else ""
    title = escape(context.t(words.RESTS_ON))
    return (
        f'<figure class="fr-quote"><figcaption>{title} {escape(lines)}</figcaption>'
        f'<pre tabindex="0" aria-label="{title}">{escape(text)}</pre></figure>'
    )


def _go_on(recipient: Recipient, context: Context) -> str:
    """The checker with this answer given: a link, as every state of it is."""
    answer = ANSWERS.get(recipient.reason)
    option = TREE.option(answer.question, answer.option) if answer else None
    if answer is None or option is None:
        return ""
    way = {"status": "not_sent"} if answer.question == "not_sent_reason" else {}
    state = State(option.to, {**_WAY_THERE, **way, answer.question: answer.option})
    address = escape(f"{context.url('check')}#{format_state(state, TREE)}")
    return f'<p><a class="md-button" href="{address}">{escape(context.t(words.GO_ON))}</a></p>'
