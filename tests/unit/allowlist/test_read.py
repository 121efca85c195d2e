"""Reading pasted lists: every way to write an address, what is refused, and any text at all."""

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.model import Code
from checker.allowlist.read import MOST_ENTRIES, SHORTEST, collapse, read_list


def found(text: str) -> list[str]:
    return [str(network) for network in read_list(text)]


def codes(text: str) -> list[tuple[int, str]]:
    return [(finding.line, finding.code) for finding in read_list(text).findings]


@pytest.mark.parametrize(
    ("text", "networks"),
    [
        ("192.0.2.7", ["192.0.2.7/32"]),
        ("192.0.2.0/24", ["192.0.2.0/24"]),
        ("192.0.2.0 / 24", ["192.0.2.0/24"]),
        ("192.0.2.0/255.255.255.0", ["192.0.2.0/24"]),
        ("192.0.2.0 255.255.255.128", ["192.0.2.0/25"]),
        ("192.0.2.0,255.255.255.0,Exempt,HubSpot", ["192.0.2.0/24"]),
        ("192.0.2.0-192.0.2.255", ["192.0.2.0/24"]),
        ("192.0.2.0 – 192.0.2.255", ["192.0.2.0/24"]),
        ("from 192.0.2.0 to 192.0.2.127", ["192.0.2.0/25"]),
        ("192.0.2.0-127", ["192.0.2.0/25"]),
        ("192.0.2.*", ["192.0.2.0/24"]),
        ("v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/48 -all", ["192.0.2.0/24", "2001:db8::/48"]),
        ('"ip4:192.0.2.1" "+ip4:192.0.2.2"', ["192.0.2.1/32", "192.0.2.2/32"]),
        ("[2001:db8::1]", ["2001:db8::1/128"]),
        ("::ffff:192.0.2.1", ["192.0.2.1/32"]),
        ("192.0.2.1:25", ["192.0.2.1/32"]),
        ('{"results":[{"cidr":"192.0.2.0/25"},{"cidr":"192.0.2.128/25"}]}', ["192.0.2.0/24"]),
        ("<li>192.0.2.1</li><li>192.0.2.3</li>", ["192.0.2.1/32", "192.0.2.3/32"]),
        (
            "Our servers are 192.0.2.1, 192.0.2.3 and 192.0.2.5.",
            ["192.0.2.1/32", "192.0.2.3/32", "192.0.2.5/32"],
        ),
        (
            "192.0.2.1;192.0.2.3\t192.0.2.5|192.0.2.7",
            ["192.0.2.1/32", "192.0.2.3/32", "192.0.2.5/32", "192.0.2.7/32"],
        ),
        ("192.0.2.1\r192.0.2.3\r\n192.0.2.5", ["192.0.2.1/32", "192.0.2.3/32", "192.0.2.5/32"]),
    ],
)
def test_what_is_read(text: str, networks: list[str]) -> None:
    assert found(text) == networks


@pytest.mark.parametrize(
    "text", ["", "   ", "25.11.2026 12:30:45", "version 2.0.1", "face:b00c", "a/24", "1/2"]
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert codes(text) == [(0, Code.NOTHING_FOUND)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0.0.0.0/0", Code.EVERYTHING),
        ("::/0", Code.EVERYTHING),
        ("0.0.0.0-255.255.255.255", Code.EVERYTHING),
        ("8.0.0.0/11", Code.TOO_WIDE),
        ("2000::/16", Code.TOO_WIDE),
        ("10.1.2.3", Code.PRIVATE),
        ("192.168.1.0/24", Code.PRIVATE),
        ("172.20.0.1", Code.PRIVATE),
        ("100.64.0.1", Code.PRIVATE),
        ("fd00::1", Code.PRIVATE),
        ("127.0.0.1", Code.RESERVED),
        ("224.0.0.1", Code.RESERVED),
        ("169.254.1.1", Code.RESERVED),
        ("fe80::1", Code.RESERVED),
        ("::1", Code.RESERVED),
        ("ff02::1", Code.RESERVED),
        ("300.1.1.1", Code.NOT_AN_ADDRESS),
        ("192.0.2.1/33", Code.NOT_AN_ADDRESS),
        ("192.0.2.0/0.0.0.255", Code.NOT_AN_ADDRESS),
        ("192.0.2.1-2001:db8::1", Code.NOT_AN_ADDRESS),
        ("192.000.002.001", Code.LEADING_ZEROS),
        ("192.0.2.9-192.0.2.1", Code.REVERSED),
    ],
)
def test_what_is_refused_is_named_with_its_line(text: str, code: Code) -> None:
    read = read_list(f"ours:\n{text}\n192.0.2.77")
    assert (2, code) in [(finding.line, finding.code) for finding in read.findings]
    assert [str(network) for network in read] == ["192.0.2.77/32"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("213.180.66.136/26", Code.HOST_BITS),
        ("8.8.8.8\n8.8.8.8", Code.DUPLICATE),
        ("8.8.8.0/24\n8.8.8.8", Code.OVERLAP),
        ("8.8.8.0/25 8.8.8.128/25", Code.MERGED),
        ("8.8.8.1-8.8.8.6", Code.RANGE_SPLIT),
        ("8.8.8.*", Code.WILDCARD),
        ("::ffff:8.8.8.8", Code.MAPPED),
        ("8.8.8.8:25", Code.PORT),
        ("192.0.2.1", Code.EXAMPLE),
        ("8.0.0.0/16", Code.WIDE),
    ],
)
def test_what_was_done_is_said(text: str, code: Code) -> None:
    read = read_list(text)
    assert code in {finding.code for finding in read.findings}
    assert len(read)


def test_halves_that_add_up_to_too_much_are_refused() -> None:
    halves = "\n".join(str(one) for one in ip_network("8.0.0.0/8").subnets(new_prefix=12))
    read = read_list(halves)
    assert not len(read)
    assert (0, Code.TOO_WIDE) in [(finding.line, finding.code) for finding in read.findings]


def test_the_edges_of_what_is_too_wide() -> None:
    assert found("8.0.0.0/12") == ["8.0.0.0/12"]
    assert found("2600::/28") == ["2600::/28"]
    assert SHORTEST == {4: 12, 6: 28}


def test_too_many_are_named() -> None:
    many = "\n".join(f"8.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}" for n in range(0, 3 * MOST_ENTRIES, 2))
    read = read_list(many)
    assert read.given == MOST_ENTRIES
    assert read.findings[0].code == Code.TOO_MANY
    assert read.findings[0].line == MOST_ENTRIES + 1


v4 = st.builds(
    lambda n, p: ip_network((n >> (32 - p) << (32 - p), p)),
    st.integers(0x08000000, 0x09FFFFFF),
    st.integers(16, 32),
)
v6 = st.builds(
    lambda n, p: ip_network((n >> (128 - p) << (128 - p), p)),
    st.integers(0x2600 << 112, (0x2601 << 112) - 1),
    st.integers(32, 128),
)


@given(st.lists(v4 | v6, max_size=40), st.randoms())
def test_the_addresses_in_are_the_addresses_out_in_any_order(networks: list, random: object) -> None:  # type: ignore[type-arg]
    shuffled = [*networks, *networks[:5]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = read_list("\n".join(map(str, networks))), read_list(" ".join(map(str, shuffled)))
    assert [*one] == [*other] == [*collapse(networks)]


PIECES = st.sampled_from(
    [
        "192.0.2.",
        "0",
        "255",
        ".",
        ":",
        "::",
        "/",
        "-",
        " ",
        "\n",
        "ip4:",
        "*",
        "to",
        ",",
        "2001:db8",
        "\u2028",
        "\x00",
        "٣",
        "\ud800",
        "'",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=60).map("".join))
def test_any_text(text: str) -> None:
    read = read_list(text)
    for finding in read.findings:
        assert 0 <= finding.line <= text.count("\n") + text.count("\r") + 1
    assert all(network.prefixlen >= SHORTEST[network.version] for network in read)


@pytest.mark.parametrize(
    "text",
    [
        "1." * 1_000_000,
        "192.0.2.1 - " * 150_000,
        "/ " * 1_000_000,
        ":" * 2_000_000,
        "192.0.2.1/" * 200_000,
        "-" * 2_000_000,
        "1.1.1.1\n" * 250_000,
    ],
)
def test_long_text_ends(text: str) -> None:
    read_list(text)
