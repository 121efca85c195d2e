"""What the receiving side's checks came to, and whether the domains belong together."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from checker.dkim.signature import Signature
from checker.headers.address import authors, domain_of
from checker.headers.arc import NAMES as ARC_NAMES
from checker.headers.arc import chain
from checker.headers.authres import parse
from checker.headers.encoded import decode_words
from checker.headers.model import (
    Authentication,
    AuthenticationResults,
    Block,
    Identity,
    Result,
    Summary,
    Trust,
)
from checker.headers.trust import is_copy, organisation

_RESULTS = ("authentication-results", "x-authentication-results", "x-tm-authentication-results")
_WORDS = {
    "success": "pass",
    "dkim_pass": "pass",
    "hardfail": "fail",
    "softfailed": "softfail",
    "tempfail": "temperror",
}
_MOST = 50


class Relation(StrEnum):
    """How two domains stand to each other; only the DNS knows whether cousins belong together."""

    SAME = "same"
    SUBDOMAIN = "subdomain"
    COUSINS = "cousins"
    DIFFERENT = "different"


def relation(one: str, other: str) -> Relation:
    """Compare two domains in lower case, without asking where an organisation's domain ends."""
    if one == other:
        return Relation.SAME
    if one.endswith("." + other) or other.endswith("." + one):
        return Relation.SUBDOMAIN
    return Relation.COUSINS if organisation(one) == organisation(other) != "" else Relation.DIFFERENT


def results_fields(block: Block, trusts: Sequence[Trust]) -> tuple[AuthenticationResults, ...]:
    """Every Authentication-Results field with who wrote it."""
    found: list[AuthenticationResults] = []
    for field, trust in zip(block.fields, trusts, strict=True):
        if len(found) >= _MOST:
            break
        if field.key in _RESULTS or (is_copy(field.key) and "authentication-results" in field.key):
            value = decode_words(field.value) if "=?" in field.value else field.value
            one = parse(value, field.line)
            found.append(
                AuthenticationResults(
                    one.server,
                    one.version,
                    one.instance,
                    one.results,
                    one.stopped,
                    one.line,
                    one.quote,
                    trust,
                )
            )
    return tuple(found)


def authentication(
    block: Block, trusts: Sequence[Trust], signatures: Sequence[Signature], summary: Summary | None
) -> Authentication:
    """Sum up what may be believed: one result for each check, and the domains it is about."""
    fields = results_fields(block, trusts)
    results = [result for one in fields if one.trust is Trust.RECEIVER for result in one.results]
    if not results and summary:
        results = list(summary.results)
    compauth = next((one for one in results if one.method == "compauth"), None)
    dmarc = next((one for one in results if one.method == "dmarc"), None)
    return Authentication(
        fields=fields,
        spf=_first(results, "spf") or _received_spf(block, trusts),
        dkim=_best(results, "dkim"),
        dmarc=_first(results, "dmarc"),
        arc=_first(results, "arc"),
        compauth=compauth.result if compauth else "",
        compauth_reason=compauth.reason[:3] if compauth else "",
        dmarc_policy=dmarc.value("policy.dmarc", "action") if dmarc else "",
        chain=chain(block.all(*ARC_NAMES)),
        identity=_identity(block, results, signatures, summary),
    )


def _word(result: str) -> str:
    return _WORDS.get(result, result)


def _first(results: Iterable[Result], method: str) -> str:
    return next((_word(one.result) for one in results if one.method == method), "")


def _best(results: Iterable[Result], method: str) -> str:
    """Several signatures: one that passes is enough."""
    found = [_word(one.result) for one in results if one.method == method]
    return (
        "pass"
        if "pass" in found
        else next((one for one in found if one != "none"), found[0] if found else "")
    )


def _received_spf(block: Block, trusts: Sequence[Trust]) -> str:
    if block.first("received-spf") is None:
        return ""
    for field, trust in zip(block.fields, trusts, strict=True):
        if field.key == "received-spf" and trust is Trust.RECEIVER:
            return field.value.partition(" ")[0].partition("(")[0].strip(":;").lower()
    return ""


def _identity(
    block: Block, results: Sequence[Result], signatures: Sequence[Signature], summary: Summary | None
) -> Identity:
    value = block.get("from") or (summary.from_ if summary else "")
    author = next(iter(authors(value)), None)
    mail_from = next((one.value("mailfrom", "mfrom") for one in results if one.method == "spf"), "")
    envelope = domain_of(mail_from) or domain_of(block.get("return-path"))
    signing = [
        one.value("header.d") or domain_of(one.value("header.i")) for one in results if one.method == "dkim"
    ]
    signing += [one.domain for one in signatures]
    return Identity(
        author=author.domain if author else "",
        author_address=author.address if author else "",
        author_name=author.name if author else "",
        envelope=envelope,
        signing=tuple(dict.fromkeys(one.lower() for one in signing if one)),
    )
