"""The words around a reading of headers: titles, rows, columns."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.i18n import N_

TITLE = N_("What the headers say")
FILE_NAME = N_("headers")
READ = N_("Which e-mail was read")
READ_ATTACHED = N_(
    "The one that is attached, from line {line} on. To read the one around it, paste its headers alone."
)
WHO_DECIDED = N_("Who decided")
HOW_SURE = N_("How sure this is")
SYSTEM = N_("Whose filter")
RECEIVED_BY = N_("Received by")
GATEWAY = N_("Gateway in front")
WHAT_TO_DO = N_("What to do")
WHY = N_("Why we say so")
LINE = N_("line {line}")
WAY = N_("The way it came")
WAY_CAPTION = N_("Each server on the way, the first one on top")
HOP = N_("Step")
FROM = N_("From")
BY = N_("Taken over by")
WHEN = N_("When (UTC)")
TOOK = N_("Took")
NO_WAY = N_("There are no Received fields, so the way cannot be seen.")
ALL_TOGETHER = N_("From the first server to the last it took {time}.")
NOT_KNOWN = N_("not known")
CLOCKS = N_("clocks differ")
AT_ONCE = N_("at once")
SECONDS = N_("{count} s")
MINUTES = N_("{count} min")
HOURS = N_("{count} h {minutes} min")
DAYS = N_("{count} d {hours} h")
TRUST_LINE = N_("The receiving side took it in here.")
PICTURE = N_("The way of the e-mail as a line of servers")
AUTHENTICATION = N_("Is it really from the sender?")
AUTH_CAPTION = N_("What the receiving side checked")
CHECK = N_("Check")
RESULT = N_("Result")
MEANS = N_("What it means")
SPF_MEANS = N_("May this server send for the bounce address's domain?")
DKIM_MEANS = N_("Is the seal of the signing domain whole?")
DMARC_MEANS = N_("Does one of the two prove the domain in the From address?")
ARC_MEANS = N_("Did those who forwarded it vouch for it?")
COMPAUTH_MEANS = N_("Microsoft's sum of all checks")
NO_CHECKS = N_("The receiving side wrote no results that we can trust.")
REASON = N_("Microsoft gives reason {code}: {reason}")
REASON_UNKNOWN = N_("Microsoft gives reason {code}, which it does not explain in public.")
ARC_SETS = N_("Forwarded by {sealers}, as the ARC seals say. Their signatures are not checked here.")
AUTHOR = N_("From address")
ENVELOPE = N_("Bounce address (Return-Path)")
SIGNING = N_("Signed by (DKIM)")
RELAXED = N_(
    "Domains fit when they are the same, or one lies under the other. Where an organisation ends, only the DNS knows."
)
HYGIENE = N_("What the sender does well, and what not")
RULES = N_("The rules for bulk senders")
RULES_CAPTION = N_("What this one e-mail shows of the rules")
RULE = N_("Rule")
ASKED_BY = N_("Asked by")
STATE = N_("This e-mail")
UNREAD = N_("What could not be read or does not count")
REPAIRED = N_("What was put right first")
SUBJECT = N_("Subject")
DATE = N_("Date")
DELIVERED_AFTER = N_("Gmail says that it was delivered after {time}.")
GO_ON_SENDER = N_("Go on in the checker: I sent it")
GO_ON_RECIPIENT = N_("Go on in the checker: I was waiting for it")
HELD_UP = N_("Longest wait: {time}.")

METHODS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "spf": ("SPF", SPF_MEANS),
        "dkim": ("DKIM", DKIM_MEANS),
        "dmarc": ("DMARC", DMARC_MEANS),
        "arc": ("ARC", ARC_MEANS),
        "compauth": ("compauth", COMPAUTH_MEANS),
    }
)
"""Each check with what it asks; the names of the checks are the same in all languages."""
