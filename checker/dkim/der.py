"""As much of DER (X.690) as a public key needs: how many bits its modulus has."""

_SEQUENCE, _INTEGER, _BIT_STRING = 0x30, 0x02, 0x03
# RFC 8017 appendix C: the identifier of RSA, 1.2.840.113549.1.1.1.
_RSA = bytes.fromhex("2a864886f70d010101")


def rsa_bits(data: bytes) -> int:
    """The size of an RSA public key, in either of its two forms; 0 where it is none."""
    whole = _value(data, 0, _SEQUENCE)
    if whole is None:
        return 0
    body = data[whole[0] : whole[1]]
    algorithm = _value(body, 0, _SEQUENCE)
    if algorithm is None:
        return _modulus_bits(body)  # RFC 8017 appendix A.1.1: only the key itself
    if _RSA not in body[: algorithm[1]]:
        return 0
    bits = _value(body, algorithm[1], _BIT_STRING)
    if bits is None or bits[1] - bits[0] < 2:
        return 0
    inner = body[bits[0] + 1 : bits[1]]  # the first octet counts the bits that are not used
    key = _value(inner, 0, _SEQUENCE)
    return _modulus_bits(inner[key[0] : key[1]]) if key else 0


def _modulus_bits(body: bytes) -> int:
    modulus = _value(body, 0, _INTEGER)
    if modulus is None or _value(body, modulus[1], _INTEGER) is None:
        return 0
    return int.from_bytes(body[modulus[0] : modulus[1]]).bit_length()


def _value(data: bytes, at: int, tag: int) -> tuple[int, int] | None:
    """Where the value of the element begins and ends; None where there is no such element."""
    if at + 2 > len(data) or data[at] != tag:
        return None
    length, start = data[at + 1], at + 2
    if length >= 0x80:
        octets = length & 0x7F
        if octets > 4 or start + octets > len(data):
            return None
        length = int.from_bytes(data[start : start + octets])
        start += octets
    return (start, start + length) if start + length <= len(data) else None
