"""The verdict alone: who received the e-mail, and what the filters there wrote; what explains it waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.headers.authres import parse
from checker.headers.decode import decode
from checker.headers.encoded import decode_words
from checker.headers.model import Block, Field, Hop, Place, Signal, Trust, Verdict
from checker.headers.paste import Paste, read_paste
from checker.headers.received import newest_first
from checker.headers.trust import TrustLine, trust_line, trusts_of
from checker.headers.verdict import conclude, may_tell_policy, perhaps, policy_signals, signals
from checker.tables.headers import verdict_groups

RESULTS = frozenset(("authentication-results", "x-authentication-results", "x-tm-authentication-results"))
"""The names under which receiving systems write what their checks came to."""
_MOST_HOPS = 200


@dataclass(frozen=True, slots=True)
class Judgement:
    """The fields, where the receiving side's own end, and the verdict that those give."""

    paste: Paste
    newest: Sequence[Hop]
    line: TrustLine
    verdict: Verdict


def judge(source: str | bytes) -> Judgement:
    """Read the fields and conclude; nothing that only explains the verdict is looked at."""
    paste = read_paste(decode(source) if isinstance(source, bytes) else source)
    block = paste.block
    newest = newest_first(block.all("received")[:_MOST_HOPS])
    line = trust_line(block, newest)
    return Judgement(paste, newest, line, _verdict(block, line, len(newest)))


def _verdict(block: Block, line: TrustLine, hops: int) -> Verdict:
    names = verdict_groups().keys() & block.names
    results = [one for one in block.all(*RESULTS) if may_tell_policy(one.value)]
    if not names and not results:
        return conclude((), line.receiver, hops)
    trusts = trusts_of(block, line, names | RESULTS if results else names)
    verdict = conclude(_told(block, trusts, results), line.receiver, hops)
    if verdict.place is not Place.UNKNOWN:
        return verdict
    earlier = {at: trust for at, trust in trusts.items() if trust is Trust.EARLIER}
    return perhaps(signals(block, earlier), verdict) if earlier else verdict


def _told(block: Block, trusts: Mapping[int, Trust], results: Iterable[Field]) -> list[Signal]:
    """What the receiving side's own fields say."""
    own = {at: trust for at, trust in trusts.items() if trust is Trust.RECEIVER}
    lines = {block.fields[at].line for at in own}
    read = (parse(decode_words(one.value), one.line) for one in results if one.line in lines)
    return [*signals(block, own), *policy_signals(read)]
