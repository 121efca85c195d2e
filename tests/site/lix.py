"""LIX, the Scandinavian measure of how heavy a text is: words a sentence plus the share of long words."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:[-.@/’']\w+)*")
_END = re.compile(r"[.!?:](?=\s|$)")
_LONG = 6  # letters; a word with more is a long one


def lix(blocks: Iterable[str]) -> float:
    """The measure over blocks of running text; a block ends a sentence whether or not it has a full stop."""
    words = 0
    long_words = 0
    sentences = 0
    for block in blocks:
        found = _WORD.findall(block)
        if not found:
            continue
        words += len(found)
        long_words += sum(len(word) > _LONG for word in found)
        sentences += max(1, len(_END.findall(block)) + (not _END.search(block[-1:])))
    return words / sentences + 100 * long_words / words if words else 0.0
