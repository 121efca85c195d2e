"""Ways through the tree that several tests walk, as questions and the options chosen."""

Way = tuple[tuple[str, str], ...]

TO_IT: Way = (
    ("role", "marketer"),
    ("scope", "one"),
    ("status", "delivered"),
    ("contact_looked", "junk_empty"),
    ("contact_system", "m365"),
    ("contact_gateway", "none"),
    ("domain_connected", "connected"),
)
"""Delivered, not in the junk folder, Microsoft 365: to `likely_quarantine`."""

END = "likely_quarantine"


def questions(way: Way) -> tuple[str, ...]:
    return tuple(question for question, _ in way)


def state(at: str, way: Way) -> str:
    """The address of a place with these answers."""
    return "&".join([f"at={at}", *sorted(f"{question}={option}" for question, option in way)])
