"""What the sender does well or badly, and the rules for bulk senders."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.findings import Severity
from checker.headers.codes import Code
from checker.i18n import N_
from checker.messages.headers_note import Note

_BULK = "guide/bulk-sender-rules#checklist"
_SHORT = "guide/prevention#short-links"
_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR

CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "spf": N_("SPF passes"),
        "dkim": N_("DKIM passes"),
        "dmarc": N_("DMARC passes"),
        "aligned": N_("The From domain fits SPF or DKIM"),
        "one_click": N_("Unsubscribe with one click"),
        "visible_link": N_("A link in the text to unsubscribe"),
        "tls": N_("Sent over an encrypted connection"),
        "format": N_("One From, one date, one Message-ID"),
        "own_from": N_("No gmail.com in the From address"),
    }
)
"""What the bulk-sender rules ask."""

NOTES: Mapping[Code, Note] = MappingProxyType(
    {
        Code.FROM_MISSING: Note(_ERROR, N_("The From field has no address that can be read.")),
        Code.FROM_TWICE: Note(
            _ERROR, N_("There are two From fields. Gmail, among others, refuses such e-mail.")
        ),
        Code.FROM_SEVERAL: Note(
            _WARNING, N_("The From field names {count} authors. Then DMARC cannot be checked.")
        ),
        Code.FROM_SHOWS_OTHER: Note(
            _WARNING,
            N_("The name that readers see holds the address {shown}, but the e-mail comes from {domain}."),
        ),
        Code.FROM_MIXED_SCRIPTS: Note(
            _WARNING, N_("The sender's domain mixes letters of several alphabets. Its real name is {domain}.")
        ),
        Code.FROM_HIDDEN: Note(
            _WARNING, N_("The From field hides characters. The domain that counts is {domain}.")
        ),
        Code.UNSUBSCRIBE_MISSING: Note(
            _WARNING, N_("It looks like bulk e-mail, but has no List-Unsubscribe field."), _BULK
        ),
        Code.UNSUBSCRIBE_MAIL_ONLY: Note(
            _WARNING,
            N_("One can unsubscribe by e-mail only. Google wants a link that works with one click."),
            _BULK,
        ),
        Code.UNSUBSCRIBE_WRAPPED: Note(
            _INFO, N_("A filter has wrapped the unsubscribe link: it shows {shown}, and leads to {host}.")
        ),
        Code.ONE_CLICK: Note(_INFO, N_("One click is enough to unsubscribe, as RFC 8058 describes."), _BULK),
        Code.ONE_CLICK_MISSING: Note(
            _WARNING,
            N_("The List-Unsubscribe-Post field is missing, so unsubscribing takes more than one click."),
            _BULK,
        ),
        Code.ONE_CLICK_NO_HTTPS: Note(
            _WARNING,
            N_("The unsubscribe link is not https, so one-click unsubscribing does not count."),
            _BULK,
        ),
        Code.ONE_CLICK_NOT_SIGNED: Note(
            _WARNING,
            N_("No DKIM signature covers the unsubscribe fields, so one-click unsubscribing does not count."),
            _BULK,
        ),
        Code.FEEDBACK_ID: Note(
            _INFO, N_("Complaints at Gmail are counted for the sender “{sender}” (Feedback-ID).")
        ),
        Code.PLATFORM: Note(_INFO, N_("It was sent with {name}.")),
        Code.DOMAIN_CONNECTED: Note(
            _INFO,
            N_("HubSpot signed it for the sender's own domain as well, so the sending domain is connected."),
            "guide/prevention#connect-your-sending-domain",
        ),
        Code.DOMAIN_NOT_CONNECTED: Note(
            _WARNING,
            N_(
                "Only HubSpot's own domain signed it ({signing}). The sending domain is probably not connected."
            ),
            "guide/prevention#connect-your-sending-domain",
        ),
        Code.SHORT_LINKS: Note(
            _WARNING,
            N_("{count} of {all} links are shortened ({hosts}). Use the full addresses instead."),
            _SHORT,
        ),
        Code.NO_SHORT_LINKS: Note(_INFO, N_("None of the {all} links is shortened."), _SHORT),
        Code.RULE_MET: Note(_INFO, N_("met")),
        Code.RULE_MISSED: Note(_WARNING, N_("missed")),
        Code.RULE_UNKNOWN: Note(_NOTICE, N_("not to be seen here")),
    }
)
"""What one e-mail shows of its sender."""
