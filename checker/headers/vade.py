"""The reasons that Vade's filter writes in a disguise: two letters for each character (OVH and others)."""

_KEY = ord("x")
_LONGEST = 20_000


def reasons(value: str) -> str:
    """The text behind the letters, or nothing where it is none; the newer form is encrypted and stays so."""
    letters = "".join(value.split())[:_LONGEST]
    if len(letters) < 8 or len(letters) % 2 or not (letters.isascii() and letters.isalpha()):
        return ""
    text = [_character(letters[at : at + 2], at // 2) for at in range(0, len(letters), 2)]
    return "".join(text) if all(0x20 <= ord(char) < 0x7F for char in text) else ""


def _character(pair: str, position: int) -> str:
    """At every other place the two letters change sides; one of them says where the other counts from."""
    high, low = (pair[1], pair[0]) if position % 2 == 0 else (pair[0], pair[1])
    number = ord(high) + ord(low) - _KEY - 16 * (ord("g") - ord(high))
    return chr(number) if 0 <= number < 0x110000 else "\x00"
