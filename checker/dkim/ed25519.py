"""Ed25519 signatures (RFC 8032 section 5.1.7) for dkimpy, which leaves them to a library no browser has.

Only public keys are handled, so that the time this takes may depend on its input.
"""

import hashlib
from types import SimpleNamespace

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)

type _Point = tuple[int, int, int, int]
"""Extended homogeneous coordinates: X, Y, Z and T with x = X/Z, y = Y/Z, xy = T/Z."""

_NEUTRAL: _Point = (0, 1, 1, 0)


class BadSignatureError(Exception):
    """The signature does not fit the key and the message."""


def is_valid(key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a signature of 64 octets fits a key of 32 octets and a message."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = _decompress(key), _decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if public is None or commitment is None or scalar >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    return _equal(_multiply(scalar, _BASE), _add(commitment, _multiply(challenge, public)))


def stand_in() -> SimpleNamespace:
    """What dkimpy uses of PyNaCl, under the same names."""
    return SimpleNamespace(
        signing=SimpleNamespace(VerifyKey=_VerifyKey),
        encoding=SimpleNamespace(Base64Encoder=None),
        exceptions=SimpleNamespace(ValueError=ValueError, BadSignatureError=BadSignatureError),
    )


class _VerifyKey:
    def __init__(self, key: bytes, encoder: None = None) -> None:  # noqa: ARG002 - PyNaCl's signature
        import base64

        self._key = base64.b64decode(key)
        if _decompress(self._key) is None:
            raise ValueError("no point of the curve")

    def verify(self, message: bytes, signature: bytes) -> None:
        if not is_valid(self._key, message, signature):
            raise BadSignatureError


def _add(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _multiply(scalar: int, point: _Point) -> _Point:
    found = _NEUTRAL
    while scalar:
        if scalar & 1:
            found = _add(found, point)
        point = _add(point, point)
        scalar >>= 1
    return found


def _equal(one: _Point, other: _Point) -> bool:
    same_x = (one[0] * other[2] - other[0] * one[2]) % _P == 0
    return same_x and (one[1] * other[2] - other[1] * one[2]) % _P == 0


def _decompress(octets: bytes) -> _Point | None:
    """RFC 8032 section 5.1.3: y and the sign of x; None where no point has that y."""
    if len(octets) != 32:
        return None
    packed = int.from_bytes(octets, "little")
    sign, y = packed >> 255, packed & ((1 << 255) - 1)
    x = _x_of(y)
    if x is None or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _x_of(y: int) -> int | None:
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    return x if (x * x - square) % _P == 0 else None


def _base() -> _Point:
    y = 4 * pow(5, -1, _P) % _P
    x = _x_of(y) or 0
    x = x if x % 2 == 0 else _P - x
    return x, y, 1, x * y % _P


_BASE = _base()
