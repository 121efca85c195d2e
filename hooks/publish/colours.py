"""A site owner's two accents: whether text in them can be read, and the shades that go with them."""

from collections.abc import Mapping

LEAST = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
GROUNDS: Mapping[str, Mapping[str, str]] = {
    "light": {"paper": "#fbfaf6", "card": "#ffffff", "sunk": "#f1efe7"},
    "dark": {"paper": "#10181c", "card": "#172227", "sunk": "#0c1316"},
}
"""What the accent is written on, as in docs/assets/fremme.css."""
_FAR = {"light": "#000000", "dark": "#ffffff"}  # away from the page: what makes a colour stand out more
_WASH = {"light": ("#ffffff", 0.9), "dark": ("#10181c", 0.82)}


def hardest_ground(accent: str, scheme: str) -> str:
    """The ground on which the accent is hardest to read."""
    return min(GROUNDS[scheme].values(), key=lambda ground: contrast(accent, ground))


def nearest_that_reads(accent: str, scheme: str) -> str:
    """The accent, darker or lighter by as little as it takes."""
    shades = (mixed(accent, _FAR[scheme], step / 50) for step in range(51))
    return next(shade for shade in shades if contrast(shade, hardest_ground(shade, scheme)) >= LEAST)


def shades(accent: str, scheme: str) -> dict[str, str]:
    """The style sheet's variables that an accent stands behind."""
    return {
        "fjord": accent.lower(),
        "fjord-deep": mixed(accent, _FAR[scheme], 0.25),
        "fjord-wash": mixed(accent, *_WASH[scheme]),
        "on-fjord": max("#ffffff", "#000000", key=lambda colour: contrast(accent, colour)),
    }


def style_sheet(accents: Mapping[str, str]) -> str:
    """Those variables for light and for dark devices; nothing where no accents are given."""
    if not accents:
        return ""
    light, dark = (
        "".join(f"  --fr-{name}: {value};\n" for name, value in shades(accents[scheme], scheme).items())
        for scheme in ("light", "dark")
    )
    return (
        "/* Made from extra.fremme.colours in mkdocs.yml. */\n"
        f":root {{\n{light}}}\n\n@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
    )


def mixed(one: str, other: str, share: float) -> str:
    """One colour with a share of another in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (value / 255 for value in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
