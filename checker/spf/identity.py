"""The arguments of check_host: who sends from where (RFC 7208 sections 2.4 and 4.1)."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from checker.lookup.model import RdType

UNKNOWN = "unknown"
"""The value of a macro that nothing is known for."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who sends from where: the arguments of check_host, read once."""

    ip: int
    bits: int
    sender: str
    local_part: str
    sender_domain: str
    helo: str
    receiver: str = UNKNOWN
    now: int = 0
    """Seconds since 1970, for the macro t."""

    @property
    def address_type(self) -> RdType:
        """The type of the records that can hold this address."""
        return RdType.A if self.bits == 32 else RdType.AAAA

    @property
    def address(self) -> IPv4Address | IPv6Address:
        """The address as Python knows it."""
        return IPv4Address(self.ip) if self.bits == 32 else IPv6Address(self.ip)

    @property
    def reverse_name(self) -> str:
        """The name whose PTR records name the host."""
        return self.address.reverse_pointer

    @property
    def nibbles(self) -> str:
        """The address with dots between its parts (section 7.3): octets for IPv4, nibbles for IPv6."""
        return str(self.address) if self.bits == 32 else ".".join(f"{self.ip:032X}")


def identity(ip: str, mail_from: str, helo: str, receiver: str = UNKNOWN, now: int = 0) -> Identity | None:
    """Read the arguments; None where the address is none. No sender means the HELO name (section 2.4)."""
    try:
        address = ip_address(ip.strip())
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    sender = mail_from or helo
    local, at, domain = sender.rpartition("@")
    local = local if at and local else "postmaster"
    return Identity(
        int(address), address.max_prefixlen, f"{local}@{domain}", local, domain, helo, receiver, now
    )
