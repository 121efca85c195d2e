"""What is asked about a domain, out of the fields of a form or the options of a command."""

import re
from collections.abc import Mapping

from checker.domain.model import Subject
from checker.lookup.names import to_domain

_BETWEEN = re.compile(r"[\s,;]+")
_MOST_SELECTORS = 10


def subject_of(fields: Mapping[str, str]) -> Subject:
    """Read the fields; where the domain cannot be read as one, it stays empty."""
    selectors = [name for name in _BETWEEN.split(fields.get("selector", "")) if name]
    return Subject(
        domain=to_domain(fields.get("domain", "")),
        from_domain=to_domain(fields.get("from_address", "")),
        mail_from=fields.get("mail_from", "").strip(),
        ip=fields.get("ip", "").strip(),
        selectors=tuple(selectors[:_MOST_SELECTORS]),
        account=fields.get("hub_id", "").strip(),
    )
