"""What the site's owner has set in mkdocs.yml (`extra.fremme`), where a reader needs it."""

import re

from checker.notes.definition import FIELDS
from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html

_OF_THE_EMAIL = ("from_address", "sending_domain", "platform")
_HUBSPOT = "hubspot"
CONTACT = re.compile(r"(?:mailto:[^\s<>\"()\[\]@]+@|https://)[^\s<>\"()\[\]@]+")
"""An address that can stand in a link, in HTML and in Markdown; the build checks it too."""


def facts(context: Context) -> list[tuple[str, str]]:
    """What tells the owner's e-mail from others: the label, and what was set."""
    return [
        (context.t(FIELDS[name].label), context.owner[name])
        for name in _OF_THE_EMAIL
        if name in context.owner
    ]


def their_email(context: Context, *, hubspot: bool = False) -> str:
    """Those facts in a box; `hubspot` where steps follow that follow HubSpot's menus."""
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>" for label, text in facts(context)
    )
    if not rows:
        return ""
    title = escape(context.t(words.THEIR_EMAIL))
    return (
        f'<section class="fr-theirs" aria-label="{title}"><p><strong>{title}</strong></p><dl>{rows}</dl>'
        f"{_other_platform(context) if hubspot else ''}</section>"
    )


def _other_platform(context: Context) -> str:
    platform = context.owner.get("platform", "HubSpot")
    if platform.lower() == _HUBSPOT:
        return ""
    # The name goes in last: no mark in it counts as one of ours.
    return f"<p>{to_html(context.t(words.OTHER_PLATFORM), context).format(platform=escape(platform))}</p>"


def contact(context: Context) -> tuple[str, str]:
    """Who helps when nothing else does: a name and an address; both empty where there is nobody."""
    address = context.owner.get("support_address", "")
    if not CONTACT.fullmatch(address):
        return "", ""
    return context.owner.get("support_name", address), address


def their_support(context: Context) -> str:
    """That person or desk, at the end of a result."""
    name, address = contact(context)
    if not address:
        return ""
    link = f'<a href="{escape(address)}">{escape(name)}</a>'
    return f'<p class="fr-support">{escape(context.t(words.STILL_STUCK))} {link}</p>'
