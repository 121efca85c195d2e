"""Letters beyond ASCII in a domain, as DNS knows them (RFC 3492).

Python's own codec cannot be reached in the browser: it belongs to a package that is packed elsewhere.
"""

_BASE, _FIRST, _LAST, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


def encode(label: str) -> str:
    """Write a label of at most 63 characters in ASCII, without the `xn--` before it."""
    plain = [sign for sign in label if sign < "\x80"]
    out = ["".join(plain), "-" if plain else ""]
    done, code, delta, bias = len(plain), 0x80, 0, 72
    while done < len(label):
        following = min(ord(sign) for sign in label if ord(sign) >= code)
        delta += (following - code) * (done + 1)
        code = following
        for sign in label:
            delta += ord(sign) < code
            if ord(sign) == code:
                out.append(_number(delta, bias))
                bias = _adapted(delta, done + 1, first=done == len(plain))
                delta, done = 0, done + 1
        delta, code = delta + 1, code + 1
    return "".join(out)


def _number(value: int, bias: int) -> str:
    """A number of variable length, section 3.3."""
    digits = []
    place = _BASE
    while value >= (limit := max(_FIRST, min(_LAST, place - bias))):
        value, digit = divmod(value - limit, _BASE - limit)
        digits.append(_DIGITS[limit + digit])
        place += _BASE
    return "".join([*digits, _DIGITS[value]])


def _adapted(delta: int, points: int, *, first: bool) -> int:
    """The bias for the next number, section 6.1."""
    delta = delta // _DAMP if first else delta // 2
    delta += delta // points
    steps = 0
    while delta > (_BASE - _FIRST) * _LAST // 2:
        delta //= _BASE - _FIRST
        steps += _BASE
    return steps + (_BASE - _FIRST + 1) * delta // (delta + _SKEW)
