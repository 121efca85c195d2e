"""Every format: addresses in are addresses out but for those named; limits at, below and above."""

from ipaddress import IPv4Network, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.fit import EXPANDED
from checker.allowlist.model import Network, Output, Unfit, Wish
from checker.allowlist.powershell import A_RULE
from checker.allowlist.read import collapse, read_list
from checker.allowlist.write import SETUP, WRITERS, write
from checker.tables.allow import for_system, formats
from tests.unit.allowlist.parse import READERS, networks
from tests.unit.allowlist.test_read import v4, v6

BY_ADDRESS = [row.id for row in formats().values() if row.by in {"ip", "both"}]


def wish(text: str, domain: str = "example.com") -> Wish:
    return Wish(read_list(text), domain)


def out(output: Output) -> list[Network]:
    return [network for part in output.parts for network in networks(output.format, part)]


def reasons(output: Output) -> set[Unfit]:
    return {refusal.reason for refusal in output.refused}


def test_every_row_has_a_writer_and_every_writer_by_address_a_reader() -> None:
    assert list(WRITERS) == list(formats())
    assert sorted(READERS) == sorted(BY_ADDRESS)
    assert set(SETUP) <= set(WRITERS)


@pytest.mark.parametrize("format_id", BY_ADDRESS)
@given(given=st.lists(v4 | v6, max_size=12))
def test_the_addresses_in_are_the_addresses_out_but_for_those_named(
    format_id: str, given: list[Network]
) -> None:
    output = write(wish("\n".join(map(str, given))), format_id)
    refused = [refusal.network for refusal in output.refused]
    assert [*collapse([*out(output), *refused])] == [*collapse(given)]
    assert not any(a.version == b.version and a.overlaps(b) for a in out(output) for b in refused)
    assert output.entries == len(out(output))


@pytest.mark.parametrize("format_id", WRITERS)
def test_order_and_duplicates_do_not_matter(format_id: str) -> None:
    one = write(wish("198.51.100.0/24 192.0.2.1 2001:db8::/48"), format_id)
    other = write(wish("2001:db8::/48\n192.0.2.1\n198.51.100.0/24\n192.0.2.1"), format_id)
    assert one == other


@pytest.mark.parametrize("format_id", WRITERS)
def test_every_format_keeps_its_own_limits(format_id: str) -> None:
    row = formats()[format_id]
    output = write(wish("8.0.0.0/14 9.9.9.9 9.9.9.12/30 2600::/32 2600:1::7"), format_id)
    for network in out(output) if format_id in READERS else []:
        assert row.ipv6 or network.version == 4
        assert row.ipv4 or network.version == 6
        assert network.version == 6 or network.prefixlen >= row.widest
        assert not row.singles or network.num_addresses == 1
    assert not row.most or output.entries <= row.most


def singles(count: int) -> str:
    return "\n".join(str(IPv4Network((0x08000000 + 2 * n, 32))) for n in range(count))


@pytest.mark.parametrize(("count", "entries", "refused"), [(1272, 1272, 0), (1273, 1273, 0), (1274, 1273, 1)])
def test_the_room_of_the_connection_filter(count: int, entries: int, refused: int) -> None:
    output = write(wish(singles(count)), "m365_connection")
    assert (output.entries, len(output.refused)) == (entries, refused)
    assert reasons(output) == ({Unfit.NO_ROOM} if refused else set())


@pytest.mark.parametrize(
    ("network", "entries"), [("8.8.8.0/23", 2), ("8.8.8.0/24", 1), ("8.8.8.0/25", 1), ("8.8.0.0/16", 256)]
)
def test_the_connection_filter_takes_nothing_wider_than_24(network: str, entries: int) -> None:
    output = write(wish(network), "m365_connection")
    assert output.entries == entries
    assert all(one.prefixlen >= 24 for one in out(output))


def test_a_network_goes_in_whole_or_not_at_all() -> None:
    output = write(wish(f"{singles(1200)} 9.9.0.0/16 9.10.1.0/24"), "m365_connection")
    assert [str(refusal.network) for refusal in output.refused] == ["9.9.0.0/16"]
    assert output.entries == 1201


@pytest.mark.parametrize(("network", "entries"), [("8.0.0.0/15", 2), ("8.0.0.0/16", 1), ("8.0.0.0/17", 1)])
def test_sophos_takes_nothing_wider_than_16(network: str, entries: int) -> None:
    assert write(wish(network), "sophos_ip").entries == entries


@pytest.mark.parametrize(
    ("network", "entries", "refused"), [("8.8.8.0/27", 0, 1), ("8.8.8.0/28", 16, 0), ("8.8.8.0/29", 8, 0)]
)
def test_systems_without_networks_get_single_addresses(network: str, entries: int, refused: int) -> None:
    output = write(wish(network), "symantec_ip")
    assert (output.entries, len(output.refused)) == (entries, refused)
    assert EXPANDED == 16


def test_long_lists_become_several_commands_and_several_rules() -> None:
    assert len(write(wish(singles(50)), "m365_connection").text.splitlines()) == 1
    assert len(write(wish(singles(51)), "m365_connection").text.splitlines()) == 2
    assert len(write(wish(singles(200)), "m365_rule_ip").parts) == 1
    assert len(write(wish(singles(201)), "m365_rule_ip").parts) == 2


def test_a_rule_with_the_longest_networks_stays_far_below_its_8_kb() -> None:
    longest = "\n".join(f"{230 - n % 7}.{100 + n}.{100 + n // 2}.128/25" for n in range(A_RULE // 2))
    longest += "\n" + "\n".join(f"{180 + n % 7}.{100 + n}.{100 + n // 2}.128/25" for n in range(A_RULE // 2))
    output = write(wish(longest), "m365_rule_ip")
    assert len(output.parts) == 1
    assert len(output.parts[0]) < 8192 * 3 / 4


def test_without_a_domain_there_is_nothing_to_write_about_it() -> None:
    for row in formats().values():
        output = write(Wish(read_list("192.0.2.1")), row.id)
        assert bool(output.parts) == (row.by in {"ip", "none"} and row.id != "m365_ip6"), row.id
        if row.by == "both":
            assert reasons(output) == {Unfit.NEEDS_DOMAIN}


def test_an_empty_list_writes_nothing() -> None:
    for format_id in BY_ADDRESS:
        assert write(Wish(), format_id).parts == ()


def test_the_least_risk_comes_first_and_proof_before_addresses() -> None:
    for system in {row.system for row in formats().values()}:
        ranks = [row.rank for row in for_system(system, behind=True)]
        assert ranks == sorted(ranks)
    for row in formats().values():
        assert row.matches != "authenticated" or row.rank == 1
        assert row.by != "ip" or row.rank >= 4


def test_what_helps_behind_a_gateway_is_shown_only_there() -> None:
    assert "m365_gateway" not in [row.id for row in for_system("m365")]
    assert "m365_gateway" in [row.id for row in for_system("m365", behind=True)]


def test_hubspots_list_of_april_takes_96_entries() -> None:
    blocks = (
        "3.93.157.0/24 3.210.190.0/24 18.208.124.128/25 54.174.52.0/24 54.174.57.0/24 54.174.59.0/24 "
        "54.174.60.0/23 54.174.63.0/24 108.179.144.0/20 139.180.17.0/24 141.193.184.32/27 "
        "141.193.184.64/26 141.193.184.128/25 141.193.185.32/27 141.193.185.64/26 141.193.185.128/25 "
        "143.244.80.0/20 158.247.16.0/20 216.139.64.0/19"
    )
    assert read_list(blocks).addresses == 23_360
    assert write(wish(blocks), "m365_connection").entries == 96


def test_ip_network_of_the_readers_is_strict() -> None:
    with pytest.raises(ValueError, match="host bits"):
        ip_network("192.0.2.1/24")
