"""What DMARC says of an e-mail (RFC 9989 section 5.3): the author's policy, and who is aligned with it."""

from collections.abc import Callable, Sequence

from checker.dmarc.model import Alignment, Discovery, Evaluation, Result
from checker.dmarc.walk import discover, walk_tree
from checker.lookup.ask import together
from checker.lookup.model import Lookup


def evaluate(
    author_domain: str, spf_domains: Sequence[str] = (), dkim_domains: Sequence[str] = ()
) -> Lookup[Evaluation]:
    """Evaluate an author domain against the domains for which SPF and DKIM passed."""
    discovery = yield from discover(author_domain)
    return (yield from evaluate_found(discovery, spf_domains, dkim_domains))


def evaluate_found(
    discovery: Discovery, spf_domains: Sequence[str] = (), dkim_domains: Sequence[str] = ()
) -> Lookup[Evaluation]:
    """The same, where the author's policy is known already."""
    record = discovery.record
    if record is None or not record.is_effective:
        failed = record is None and discovery.walk.failed
        return Evaluation(Result.TEMPERROR if failed else Result.NONE, discovery)
    spf, dkim = yield from together(
        _align_all(discovery, spf_domains, strict=record.strict_spf),
        _align_all(discovery, dkim_domains, strict=record.strict_dkim),
    )
    aligned = any(one.is_aligned for one in (*spf, *dkim))
    return Evaluation(Result.PASS if aligned else Result.FAIL, discovery, spf, dkim)


def _align_all(
    discovery: Discovery, domains: Sequence[str], *, strict: bool
) -> Lookup[tuple[Alignment, ...]]:
    return (yield from together(*(align(discovery, domain, strict=strict) for domain in domains)))


def align(discovery: Discovery, domain: str, *, strict: bool) -> Lookup[Alignment]:
    """Compare a domain with the author's (section 4.4); only relaxed alignment has to walk."""
    name = domain.lower().removesuffix(".")
    author = discovery.author_domain
    if strict or name == author:
        return Alignment(name, name, name == author)
    walk = yield from walk_tree(name)
    organizational = walk.organizational_domain
    return Alignment(name, organizational, organizational == discovery.walk.organizational_domain)


def differs_by_suffix_list(found: Evaluation, organizational_domain: Callable[[str], str]) -> tuple[str, ...]:
    """The domains that RFC 7489 would align otherwise; the function is the reader's public suffix list."""
    record = found.discovery.record
    author = organizational_domain(found.discovery.author_domain)
    return tuple(
        one.domain
        for alignments, strict in (
            (found.spf, record is not None and record.strict_spf),
            (found.dkim, record is not None and record.strict_dkim),
        )
        for one in alignments
        if not strict and (organizational_domain(one.domain) == author) != one.is_aligned
    )
