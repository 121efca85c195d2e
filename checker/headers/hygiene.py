"""What the sender did well or badly, as far as one message shows it; each point is a finding."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from checker.dkim.signature import Signature
from checker.findings import Finding
from checker.headers.address import authors, scripts, shown_addresses
from checker.headers.authentication import Relation, relation
from checker.headers.codes import Code
from checker.headers.encoded import decode_words
from checker.headers.links import body_texts, host_of, hosts, unwrap
from checker.headers.model import Authentication, Block, Field, Hop
from checker.tables.headers import Platform, asked, platform_marks, platforms, shorteners

_URI = re.compile(r"<([^<>]{1,4000})>")
_CONTROL = re.compile("[\u2400-\u2421]")
_UNSUBSCRIBE_WORDS = (
    *("unsubscribe", "opt out", "opt-out", "manage preferences", "avmeld", "meld deg av", "melde deg av"),
    *("abmelde", "desabonn", "désabonn", "afmeld", "avsluta prenumeration", "avregistr", "uitschrijven"),
    "peruuta tilaus",
)
_BULK_NAMES = ("feedback-id", "list-id", "x-campaign", "x-campaignid", "x-csa-complaints")
_FREE = frozenset(("gmail.com", "googlemail.com"))
_SIGNED_FOR_ONE_CLICK = {"list-unsubscribe", "list-unsubscribe-post"}


@dataclass(frozen=True, slots=True)
class Message:
    """Everything the points are taken from."""

    block: Block
    authentication: Authentication
    signatures: tuple[Signature, ...]
    signature_fields: tuple[Field, ...]
    take_in: Hop | None
    """The hop where the receiving side took the e-mail in."""
    behind_gateway: bool = False
    """The mailbox sees the gateway's address, so its SPF result says nothing about the sender."""


def finding(code: Code, field: Field | None = None, **args: str) -> Finding:
    """A finding that rests on a field."""
    line, quote = (field.line, field.quote) if field else (0, "")
    return Finding(code.value, MappingProxyType(args), line, quote)


def hygiene(message: Message) -> Iterator[Finding]:
    """Every point in the order readers care: who wrote, is it proven, how to leave, links, rules."""
    yield from _author(message.block)
    alignment = list(_alignment(message))
    yield from alignment
    yield from _signatures(message)
    states = dict(_unsubscribe_states(message))
    yield from states.values()
    yield from _platform(message)
    texts = list(_texts(message.block))
    yield from _short_links(texts)
    yield from _rules(message, states, {one.code for one in alignment}, texts)


def _author(block: Block) -> Iterator[Finding]:
    fields = list(block.all("from"))
    if not fields:
        return
    found = authors(fields[0].value)
    if len(fields) > 1:
        yield finding(Code.FROM_TWICE, fields[1])
    if not found:
        yield finding(Code.FROM_MISSING, fields[0])
        return
    if len(found) > 1:
        yield finding(Code.FROM_SEVERAL, fields[0], count=str(len(found)))
    author = found[0]
    shown = [one for one in shown_addresses(author.name) if one.rpartition("@")[2].lower() != author.domain]
    if shown:
        yield finding(Code.FROM_SHOWS_OTHER, fields[0], shown=shown[0], domain=author.domain)
    if len(scripts(fields[0].value.rpartition("@")[2])) > 1:
        yield finding(Code.FROM_MIXED_SCRIPTS, fields[0], domain=author.domain)
    if _CONTROL.search(author.address + author.name) or "=?" in author.address:
        yield finding(Code.FROM_HIDDEN, fields[0], domain=author.domain)


def _alignment(message: Message) -> Iterator[Finding]:
    """Relaxed alignment (RFC 9989 section 4.4), without the DNS that says where an organisation ends."""
    identity = message.authentication.identity
    author = identity.author
    if not author:
        return
    if identity.envelope:
        how = relation(identity.envelope, author)
        code = {
            Relation.DIFFERENT: Code.SPF_NOT_ALIGNED,
            Relation.COUSINS: Code.SPF_ALIGNMENT_UNKNOWN,
        }.get(how, Code.SPF_ALIGNED)
        yield finding(code, author=author, envelope=identity.envelope)
    if not identity.signing:
        if message.block.get("received"):
            yield finding(Code.DKIM_MISSING)
        return
    ways = {domain: relation(domain, author) for domain in identity.signing}
    near = [domain for domain, how in ways.items() if how in (Relation.SAME, Relation.SUBDOMAIN)]
    cousins = [domain for domain, how in ways.items() if how is Relation.COUSINS]
    if near:
        yield finding(Code.DKIM_ALIGNED, author=author, signing=near[0])
    elif cousins:
        yield finding(Code.DKIM_ALIGNMENT_UNKNOWN, author=author, signing=cousins[0])
    else:
        yield finding(Code.DKIM_NOT_ALIGNED, author=author, signing=", ".join(identity.signing[:4]))


def _signatures(message: Message) -> Iterator[Finding]:
    for field, signature in zip(message.signature_fields, message.signatures, strict=True):
        for fault in signature.faults[:3]:
            yield finding(Code.DKIM_FAULT, field, fault=fault, domain=signature.domain)
        if signature.get("a").lower() == "rsa-sha1":
            yield finding(Code.DKIM_SHA1, field, domain=signature.domain)
        if signature.get("l"):
            yield finding(Code.DKIM_LENGTH, field, domain=signature.domain)


def _unsubscribe_states(message: Message) -> Iterator[tuple[Code, Finding]]:
    """List-Unsubscribe (RFC 2369) and one-click (RFC 8058)."""
    field = message.block.first("list-unsubscribe")
    post = message.block.first("list-unsubscribe-post")
    if field is None:
        if _is_bulk(message.block):
            yield Code.UNSUBSCRIBE_MISSING, finding(Code.UNSUBSCRIBE_MISSING)
        return
    uris = [uri.strip() for uri in _URI.findall(field.value)]
    real = [unwrap(uri) for uri in uris]
    wrapped = next((inner for uri, inner in zip(uris, real, strict=True) if uri != inner), "")
    if wrapped:
        yield (
            Code.UNSUBSCRIBE_WRAPPED,
            finding(Code.UNSUBSCRIBE_WRAPPED, field, shown=host_of(uris[0]), host=host_of(wrapped)),
        )
    code = _one_click(real, post, message.signatures)
    yield code, finding(code, field)


def _one_click(uris: Sequence[str], post: Field | None, signatures: Sequence[Signature]) -> Code:
    secure = any(uri.lower().startswith("https://") for uri in uris)
    if not any(uri.lower().startswith("http") for uri in uris):
        return Code.UNSUBSCRIBE_MAIL_ONLY
    if post is None or "".join(post.value.split()).lower() != "list-unsubscribe=one-click":
        return Code.ONE_CLICK_MISSING
    if not secure:
        return Code.ONE_CLICK_NO_HTTPS
    if signatures and not any(set(one.signed) >= _SIGNED_FOR_ONE_CLICK for one in signatures):
        return Code.ONE_CLICK_NOT_SIGNED
    return Code.ONE_CLICK


def _is_bulk(block: Block) -> bool:
    return not block.names.isdisjoint(_BULK_NAMES) or block.get("precedence").lower().strip() in (
        "bulk",
        "list",
        "junk",
    )


def platform_of(block: Block, domains: Sequence[str]) -> tuple[Platform, Field | None] | None:
    """The service that sent it, and the field that tells; nothing where none is known."""
    marks = platform_marks()
    feedback = block.get("feedback-id").rpartition(":")[2].strip().lower()
    names = [*domains, block.get("message-id").rpartition("@")[2].strip("<> ").lower()]
    unsubscribe = [host_of(unwrap(uri)) for uri in _URI.findall(block.get("list-unsubscribe"))]
    found = [(number, 0, "feedback-id") for number in marks.feedback.get(feedback, ())]
    for key in marks.fields.keys() & block.names:
        value = block.get(key).lower()
        found += [(number, 1, key) for number, part in marks.fields[key] if part in value]
    found += [(number, 2, "return-path") for name in names for number in _marked(name, marks.domains)]
    found += [
        (number, 3, "list-unsubscribe") for host in unsubscribe for number in _marked(host, marks.links)
    ]
    if not found:
        return None
    number, _, key = min(found)
    return platforms()[number], block.first(key)


def _marked(name: str, marks: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The platforms to which the domain, or the nearest above it that is marked, belongs."""
    while name:
        if name in marks:
            return marks[name]
        name = name.partition(".")[2]
    return ()


def _within(name: str, domains: Sequence[str]) -> bool:
    return any(name == domain or name.endswith("." + domain) for domain in domains)


def _platform(message: Message) -> Iterator[Finding]:
    identity = message.authentication.identity
    feedback = message.block.first("feedback-id")
    if feedback:
        sender = decode_words(feedback.value).rpartition(":")[2].strip()
        yield finding(Code.FEEDBACK_ID, feedback, sender=sender)
    found = platform_of(message.block, [one for one in (identity.envelope, *identity.signing) if one])
    if found is None:
        return
    platform, field = found
    yield finding(Code.PLATFORM, field, name=platform.name, id=platform.id)
    if platform.id == "hubspot" and identity.signing and identity.author:
        own = [one for one in identity.signing if not _within(one, platform.domains)]
        code = Code.DOMAIN_CONNECTED if own else Code.DOMAIN_NOT_CONNECTED
        yield finding(code, signing=", ".join(identity.signing[:4]), author=identity.author)


def _texts(block: Block) -> Iterator[str]:
    if block.body.strip():
        yield from body_texts(block.get("content-type"), block.get("content-transfer-encoding"), block.body)


def _short_links(texts: Sequence[str]) -> Iterator[Finding]:
    if not texts:
        return
    found: Counter[str] = Counter()
    for text in texts:
        found.update(hosts(text))
    short = {host: count for host, count in found.items() if host in shorteners()}
    if short:
        count, names = str(sum(short.values())), ", ".join(short)[:200]
        yield finding(Code.SHORT_LINKS, count=count, all=str(found.total()), hosts=names)
    elif found:
        yield finding(Code.NO_SHORT_LINKS, all=str(found.total()))


def _rules(
    message: Message, states: dict[Code, Finding], aligned: Set[str], texts: Sequence[str]
) -> Iterator[Finding]:
    """What the providers' rules ask, and whether this message shows it: met, missed or not to be seen."""
    if not message.block.fields:
        return
    seen = _checks(message, states, aligned, texts)
    for check, providers in asked().items():
        state = seen.get(check)
        code = Code.RULE_UNKNOWN if state is None else Code.RULE_MET if state else Code.RULE_MISSED
        yield finding(code, check=check, providers=providers)


def _checks(
    message: Message, states: dict[Code, Finding], aligned: Set[str], texts: Sequence[str]
) -> dict[str, bool | None]:
    found = message.authentication
    proven = (found.spf == "pass" and Code.SPF_ALIGNED in aligned) or (
        found.dkim == "pass" and Code.DKIM_ALIGNED in aligned
    )
    author = found.identity.author
    return {
        "spf": None if message.behind_gateway else _passed(found.spf),
        "dkim": _passed(found.dkim),
        "dmarc": _passed(found.dmarc),
        "aligned": True if proven or found.dmarc == "pass" else _passed(found.dmarc),
        "one_click": Code.ONE_CLICK in states if states or _is_bulk(message.block) else None,
        "visible_link": any(map(_offers_to_leave, texts)) if texts else None,
        "tls": _encrypted(message.take_in),
        "format": _is_well_formed(message.block),
        "own_from": author not in _FREE if author else None,
    }


def _offers_to_leave(text: str) -> bool:
    text = text.lower()
    return any(word in text for word in _UNSUBSCRIBE_WORDS)


def _passed(result: str) -> bool | None:
    return None if not result else result == "pass"


def _encrypted(hop: Hop | None) -> bool | None:
    """What the Received field of the take-in says: the S in ESMTPS, or TLS by name (RFC 3848)."""
    if hop is None or not hop.with_:
        return None
    said = f"{hop.with_} {hop.from_} {hop.by}".lower()
    if "tls" in said or "cipher" in said or re.search(r"\be?smtps", said):
        return True
    return False if hop.with_.lower().split(" ")[0] in ("smtp", "esmtp") else None


def _is_well_formed(block: Block) -> bool | None:
    """RFC 5322 section 3.6: one From, one Date, one Message-ID at most and at least."""
    if block.first("received") is None or block.first("from") is None:
        return None
    return all(len(block.all(key)) == 1 for key in ("from", "date", "message-id"))
