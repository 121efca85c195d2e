"""python -m tests.bench.leave_out: an estimate of how bounces are read that nobody has seen.

The figure for all labelled mails is fitted: they taught the phrases. Here each mail (or each kind of
server) is read without the phrases and words that only it (only that kind) bears out. Phrases with a
documented source stay, though what was looked up was partly chosen by what was missed; so do those that no
labelled mail bears out. It is an estimate made on mails that the rules were tried on, and no held-out set.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from unittest.mock import patch

from checker.smtp import classify, ideas, phrases, read
from checker.smtp.model import Evidence, Recipient
from checker.tables.bounces import Phrase
from checker.tables.bounces import phrases as all_phrases
from checker.tables.bounces import read as read_table
from checker.tables.ideas import WORD, Vocabulary, vocabulary
from tests.conformance.bounces.cases import REASONS, Share, labels, read_case

LEARNED = "mta_texts"
"""The source of phrases that were seen in the sample mails or written from memory."""

type Support[T] = Mapping[T, set[str]]


def main() -> None:
    """Print the fitted figure and the two estimates."""
    mails = sorted(labels())
    texts = {mail: _texts(mail) for mail in mails}
    print(f"fitted                        {_score([mails], texts, lambda mail: mail, keep=True)}")
    print(f"each mail by the others       {_score(_groups(mails, str), texts, str)}")
    print(f"each kind of server likewise  {_score(_groups(mails, _kind), texts, _kind)}")


def _kind(mail: str) -> str:
    return mail.rpartition("-")[0]


def _groups(mails: Sequence[str], key: Callable[[str], str]) -> list[list[str]]:
    found = defaultdict[str, list[str]](list)
    for mail in mails:
        found[key(mail)].append(mail)
    return list(found.values())


def _texts(mail: str) -> set[str]:
    """Everything that is looked through for the reasons of this mail."""
    seen: set[str] = set()

    def note(evidence: Evidence) -> Recipient:
        parts = (evidence.said, evidence.diagnostic, evidence.around)
        seen.update(filter(None, map(classify._words, parts)))
        return classify.to_recipient(evidence)

    with patch.object(read, "to_recipient", note):
        read_case(mail)
    return seen


def _score(
    groups: Sequence[Sequence[str]],
    texts: Mapping[str, set[str]],
    key: Callable[[str], str],
    *,
    keep: bool = False,
) -> Share:
    total = Share()
    by_phrase, by_word = _phrase_support(texts), _word_support(texts)
    for group in groups:
        name = key(group[0])
        rows = [one for one in all_phrases() if keep or not _only(by_phrase.get(one, set()), name, key)]
        dropped = set() if keep else {word for word, mails in by_word.items() if _only(mails, name, key)}
        with _tables(rows, dropped):
            for mail in group:
                _count(total, mail)
    return total


def _only(mails: set[str], name: str, key: Callable[[str], str]) -> bool:
    return {key(mail) for mail in mails} == {name}


def _count(total: Share, mail: str) -> None:
    found = read_case(mail).recipients
    for number, row in enumerate(labels()[mail]):
        total.add(number < len(found) and found[number].reason is REASONS[row["reason"]])


def _phrase_support(texts: Mapping[str, set[str]]) -> Support[Phrase]:
    groups = read_table("bounce_phrases")["group"]
    learned = {pattern for group in groups if group["source"] == LEARNED for pattern, _ in group["rows"]}
    asked = [phrase for phrase in all_phrases() if " * ".join(phrase.pieces) in learned]
    return {
        phrase: {mail for mail, found in texts.items() if any(map(phrase.fits, found))} for phrase in asked
    }


def _word_support(texts: Mapping[str, set[str]]) -> Support[object]:
    support = defaultdict[object, set[str]](set)
    for mail, found in texts.items():
        for text in found:
            words = WORD.findall(text)
            for place, word in enumerate(words):
                for wording in ideas._wordings(word):
                    if not wording.rest or ideas._follows(wording, words, place + 1):
                        support[wording].add(mail)
            for pair in vocabulary().anywhere:
                if pair[0] in text:
                    support[pair].add(mail)
    return support


@contextmanager
def _tables(rows: Sequence[Phrase], dropped: set[object]) -> Iterator[None]:
    """Read with these phrases, and without these words."""
    known = vocabulary()
    words, stems = (
        {first: tuple(one for one in wordings if one not in dropped) for first, wordings in found.items()}
        for found in (known.words, known.stems)
    )
    anywhere = tuple(pair for pair in known.anywhere if pair not in dropped)
    less = Vocabulary(words, stems, known.lengths, anywhere)
    _forget()
    with (
        patch.object(phrases, "phrases", lambda: tuple(rows)),
        patch.object(classify, "phrases", lambda: tuple(rows)),
        patch.object(ideas, "vocabulary", lambda: less),
    ):
        yield
    _forget()


def _forget() -> None:
    for cached in (phrases.find_phrase, phrases._index, classify._sure, ideas.find_rule, ideas._sentences):
        cached.cache_clear()
    ideas._wordings.cache_clear()
    ideas._starting_with.cache_clear()


if __name__ == "__main__":
    main()
