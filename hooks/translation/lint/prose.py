"""A text without what is no prose: code, link targets, addresses, tags, attribute lists."""

import re

from hooks.translation.segments import ATTRIBUTES

# What stands for something that was taken out: a thing that was read as a word, or a mark around words.
THING, MARK = "\u2060", "]"

_CODE = re.compile(r"(`+).*?\1", re.DOTALL)
_FIELD = re.compile(r"\{\w*\}")
_MARK = re.compile(rf"\]\([^)]*\)|\]\[[^\]]*\]|</?\w[^>]*>|{ATTRIBUTES}")
_ADDRESS = re.compile(r"<?[^\s<>]*\w(?:\.|://|@)\w[^\s<>]*[\w/]>?|&\w+;")
# What stands in bold is the name of a button or a menu.
_LABEL = re.compile(r"\*\*[^*]+\*\*")


def without_code(text: str) -> str:
    """The text with nothing where code was."""
    return _CODE.sub("", text)


def prose(text: str) -> str:
    """The words of a text."""
    for pattern, left in ((_CODE, THING), (_FIELD, THING), (_MARK, MARK), (_ADDRESS, THING)):
        text = pattern.sub(left, text)
    return text


def running_prose(text: str) -> str:
    """The words of a text without the names of buttons and menus."""
    return _LABEL.sub(THING, prose(text))
