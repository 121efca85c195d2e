"""What the allowlist kit says of a list, of each way, and of what a system cannot take."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.allowlist.model import Code, Unfit
from checker.findings import Severity
from checker.i18n import N_

_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with the finding's own arguments."""

    severity: Severity
    text: str


MESSAGES: Mapping[Code, Message] = MappingProxyType(
    {
        Code.EVERYTHING: Message(_ERROR, N_("{entry} is the whole internet. It is left out.")),
        Code.TOO_WIDE: Message(
            _ERROR,
            N_("{entry} is wider than any sender needs. It is left out: ask the sender for the right list."),
        ),
        Code.PRIVATE: Message(
            _ERROR,
            N_(
                "{entry} is for use inside a network. No e-mail comes from it over the internet, so it is left out."
            ),
        ),
        Code.RESERVED: Message(_ERROR, N_("{entry} is reserved and never a sender's. It is left out.")),
        Code.NOT_AN_ADDRESS: Message(
            _ERROR, N_("{entry} looks like an address, but is none. It is left out.")
        ),
        Code.LEADING_ZEROS: Message(
            _ERROR,
            N_(
                "{entry} has zeros in front, which programs read in different ways. It is left out: write it without them."
            ),
        ),
        Code.REVERSED: Message(_ERROR, N_("{entry} ends before it begins. It is left out.")),
        Code.TOO_MANY: Message(_ERROR, N_("There are more than {limit} entries. The rest is left out.")),
        Code.NOTHING_FOUND: Message(_WARNING, N_("There is no address in the text.")),
        Code.HOST_BITS: Message(
            _NOTICE,
            N_(
                "{entry} is not where the network begins. It is written as {network}, which some systems insist on."
            ),
        ),
        Code.WIDE: Message(
            _WARNING, N_("{entry} is a very wide network. See whether it really is the sender's own.")
        ),
        Code.EXAMPLE: Message(
            _WARNING,
            N_(
                "{entry} is kept for examples in manuals. No e-mail comes from it: is it really on the sender's list?"
            ),
        ),
        Code.DUPLICATE: Message(_INFO, N_("{entry} stands in line {first} already.")),
        Code.OVERLAP: Message(_INFO, N_("{entry} lies within {outer}.")),
        Code.MERGED: Message(_INFO, N_("Neighbours were put together: {before} networks became {after}.")),
        Code.RANGE_SPLIT: Message(_INFO, N_("{entry} is written as {count} networks: {network}.")),
        Code.WILDCARD: Message(_INFO, N_("{entry} is read as {network}.")),
        Code.MAPPED: Message(
            _INFO, N_("{entry} is an IPv4 address in IPv6 form. It is written as {network}.")
        ),
        Code.PORT: Message(
            _INFO,
            N_("{entry} has a port number, which an allowlist has no use for. It is read as {network}."),
        ),
        Code.NO_SPF: Message(
            _WARNING, N_("The SPF field holds no SPF record. One begins with `v=spf1`. Nothing was compared.")
        ),
        Code.NOT_IN_SPF: Message(
            _WARNING,
            N_(
                "{network} is on the list, but not named in the SPF record. It may stand in one of the names below, which are not followed here."
            ),
        ),
        Code.NOT_IN_LIST: Message(_WARNING, N_("{network} is named in the SPF record, but not on the list.")),
        Code.SAME_AS_SPF: Message(_INFO, N_("The list and the addresses in the SPF record are the same.")),
        Code.INCLUDE_NOT_FOLLOWED: Message(
            _NOTICE, N_("The record sends on to {name}. What is there is not looked up here.")
        ),
        Code.TERM_NOT_FOLLOWED: Message(
            _NOTICE, N_("The record also has {term}. What it leads to is not looked up here.")
        ),
    }
)

UNFIT: Mapping[Unfit, str] = MappingProxyType(
    {
        Unfit.NO_IPV6: N_("It does not take IPv6, or we have not seen that it does."),
        Unfit.NO_IPV4: N_("It takes IPv6 only."),
        Unfit.TOO_WIDE: N_("It takes nothing so wide."),
        Unfit.SINGLE_ONLY: N_("It takes single addresses, and this network has more than sixteen."),
        Unfit.NO_ROOM: N_("There is no room for it: the list would be too long."),
        Unfit.NEEDS_DOMAIN: N_("It needs the sending domain as well."),
    }
)

MATCHES: Mapping[str, str] = MappingProxyType(
    {
        "authenticated": N_("The sender's domain, and it must prove itself"),
        "from": N_("The From address that people see"),
        "envelope": N_("The hidden envelope sender"),
        "either": N_("The From address or the hidden envelope sender"),
        "sender": N_("The sender's address; which of the two is not described"),
        "connection": N_("The address of the server that delivers"),
        "both": N_("The sender's domain together with the server's address"),
    }
)

RANKS: Mapping[int, str] = MappingProxyType(
    {
        1: N_("1 of 5, the least: it demands proof, or ends by itself"),
        2: N_("2 of 5"),
        3: N_("3 of 5: anybody can write this sender's name"),
        4: N_("4 of 5: everybody who sends from these addresses"),
        5: N_("5 of 5, the most: everybody who sends from these addresses, past the spam filter"),
    }
)

SYNTAX: Mapping[str, str] = MappingProxyType(
    {
        "command": N_("Commands to run"),
        "file": N_("A file to save"),
        "values": N_("What to type or paste"),
    }
)

NOT_TO_DO: tuple[str, ...] = (
    N_("Do not switch a filter off for one sender's sake."),
    N_("Do not allow a domain without proof: anybody can write it as the sender."),
    N_("Do not allow addresses that many senders share if a narrower way works."),
    N_("Do not let malware or high-confidence phishing through."),
)
