"""Reading back what a format wrote, in the system's own way: the other half of the property tests."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from ipaddress import ip_network

from checker.allowlist.model import Network

STRING = re.compile(r"'((?:[^'‘’‚‛]|''|‘‘|’’|‚‚|‛‛)*)'")


def networks(format_id: str, text: str) -> list[Network]:
    """Every network in a text of this format."""
    return [ip_network(piece) for piece in READERS[format_id](text)]


def lines(text: str) -> Iterator[str]:
    yield from text.split("\n")[:-1]


def first_column(text: str) -> Iterator[str]:
    yield from (line.split("\t")[0] for line in lines(text))


def masked(text: str) -> Iterator[str]:
    yield from (line.replace(" ", "/") for line in lines(text))


def commas(text: str) -> Iterator[str]:
    yield from text.strip().split(", ") if text else ()


def table(text: str) -> Iterator[str]:
    yield from (row[0] for row in list(csv.reader(text.splitlines()))[1:])


def approved(text: str) -> Iterator[str]:
    yield from (row[0] for row in csv.reader(text.splitlines()))


def brackets(text: str) -> Iterator[str]:
    yield from (line[line.index("[") + 1 : -1] for line in lines(text))


def added(text: str) -> Iterator[str]:
    for line in lines(text):
        head, tail = "Set-HostedConnectionFilterPolicy -Identity Default -IPAllowList @{Add=", "}"
        assert line.startswith(head)
        assert line.endswith(tail)
        yield from STRING.findall(line)


def ranges(text: str) -> Iterator[str]:
    for line in lines(text):
        yield from STRING.findall(line.partition("-SenderIpRanges ")[2].partition(" -SetSCL")[0])


def blocked_list(text: str) -> Iterator[str]:
    for line in lines(text):
        yield from STRING.findall(line.partition("-Entries ")[2].partition(" -NoExpiration")[0])


def edge(text: str) -> Iterator[str]:
    for line in lines(text):
        yield STRING.findall(line)[0]


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "m365_ip6": blocked_list,
    "m365_connection": added,
    "m365_rule_ip": ranges,
    "exchange_ip": edge,
    "google_ip": commas,
    "proofpoint_ip": lines,
    "proofpoint_essentials_ip": lines,
    "mimecast_ip": lines,
    "barracuda_ip": masked,
    "cisco_ip": lines,
    "trend_ip": lines,
    "sophos_ip": lines,
    "fortinet_ip": lines,
    "symantec_ip": approved,
    "spamassassin_rcvd": brackets,
    "rspamd_ip": lines,
    "postfix_client": first_column,
    "postfix_screen": first_column,
    "plain": lines,
    "csv": table,
}
