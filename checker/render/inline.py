"""The little markup that our own messages may hold: **strong**, `code` and [links](page).

It is for messages, never for what a reader typed: that is escaped and nothing else.
"""

import re

from checker.render.context import Context
from checker.render.escape import escape

# No part may hold its own opening mark, so that each is tried once: the time is linear in the text.
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`|\[(?P<text>[^\[\]]+)\]\((?P<url>[^\[\]()\s]+)\)"
)
_ABSOLUTE = "https://"
_PAGE = re.compile(r"\w[\w/-]*(#[\w=&-]+)?")
_ACTIVE = re.compile(r"[\\<\[`]")

_SHORT_PREFIX = re.compile(r"\b\w-\w+")


def unbroken(markup: str) -> str:
    """Keep “e-post” on one line in large type: a browser may break after the hyphen and leave an e behind."""
    return _SHORT_PREFIX.sub(r'<span class="fr-word">\g<0></span>', markup)


def to_html(text: str, context: Context) -> str:
    """Escape a message and turn its markup into HTML; an address that is not https or ours is dropped."""
    out, end = [], 0
    for match in _INLINE.finditer(text):
        out += [escape(text[end : match.start()]), _html(match, context)]
        end = match.end()
    return "".join([*out, escape(text[end:])])


def to_plain(text: str) -> str:
    """Take the markup away, keeping the words and the addresses of outside links."""
    return _INLINE.sub(_plain, text)


def to_markdown(text: str, context: Context) -> str:
    """Keep the markup, with links that work from outside the site."""
    return _INLINE.sub(lambda match: _markdown(match, context), text)


def literal(text: str) -> str:
    """What a reader typed, for Markdown: no HTML, no link, no picture and no code can come of it."""
    return _ACTIVE.sub(r"\\\g<0>", text)


def address(url: str, context: Context) -> str:
    """The full address of a link in a message; empty if it is neither https nor a page of ours."""
    if url.startswith(_ABSOLUTE):
        return url
    return context.url(url) if _PAGE.fullmatch(url) else ""


def _html(match: re.Match[str], context: Context) -> str:
    if match["strong"]:
        return f"<strong>{escape(match['strong'])}</strong>"
    if match["code"]:
        return f"<code>{escape(match['code'])}</code>"
    target = address(match["url"], context)
    return f'<a href="{escape(target)}">{escape(match["text"])}</a>' if target else escape(match["text"])


def _markdown(match: re.Match[str], context: Context) -> str:
    if not match["url"]:
        return match[0]
    target = address(match["url"], context)
    return f"[{match['text']}]({target})" if target else str(match["text"])


def _plain(match: re.Match[str]) -> str:
    words = match["strong"] or match["code"] or match["text"]
    outside = match["url"] and match["url"].startswith(_ABSOLUTE)
    return f"{words} ({match['url']})" if outside else words
