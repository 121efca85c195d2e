"""The little markup that our own messages may hold: **strong**, `code` and [links](page).

It is for messages, never for what a reader typed: that is escaped and nothing else.
"""

import re
from html import escape

from checker.render.context import Context

_INLINE = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`|\[(?P<text>[^\]]+)\]\((?P<url>[^)\s]+)\)")
_ABSOLUTE = "https://"


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
    return _INLINE.sub(lambda m: f"[{m['text']}]({address(m['url'], context)})" if m["url"] else m[0], text)


def address(url: str, context: Context) -> str:
    """The full address of a link in a message: https as it is, anything else as a page of ours."""
    return url if url.startswith(_ABSOLUTE) else context.url(re.sub(r"^[a-z]+:|[^\w/#-]", "", url))


def _html(match: re.Match[str], context: Context) -> str:
    if match["strong"]:
        return f"<strong>{escape(match['strong'])}</strong>"
    if match["code"]:
        return f"<code>{escape(match['code'])}</code>"
    return f'<a href="{escape(address(match["url"], context))}">{escape(match["text"])}</a>'


def _plain(match: re.Match[str]) -> str:
    words = match["strong"] or match["code"] or match["text"]
    outside = match["url"] and match["url"].startswith(_ABSOLUTE)
    return f"{words} ({match['url']})" if outside else words
