"""Whether it is really from the sender: results, reasons, alignment, signatures."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.findings import Severity
from checker.headers.codes import Code
from checker.i18n import N_
from checker.messages.headers_note import Note

_ALIGN = "guide/spf-dkim-dmarc#alignment"
_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR

RESULTS: Mapping[str, str] = MappingProxyType(
    {
        "pass": N_("passed"),
        "fail": N_("failed"),
        "softfail": N_("failed, but the record says not to be strict"),
        "neutral": N_("the record says neither yes nor no"),
        "none": N_("nothing there to check"),
        "temperror": N_("could not be checked just then"),
        "permerror": N_("could not be checked: the record is wrong"),
        "policy": N_("refused by a rule of the receiver"),
        "bestguesspass": N_("no record there; it would have passed"),
        "softpass": N_("passed, with doubts"),
    }
)
"""What the results of SPF, DKIM, DMARC and ARC mean."""

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "000": N_("DMARC failed, and the domain asks for quarantine or refusal."),
        "001": N_("Nothing proves the sender: there are no records, or only weak ones."),
        "002": N_("The organisation has forbidden this sender to use this domain."),
        "010": N_("DMARC failed for the organisation's own domain."),
        "100": N_("SPF or DKIM passed, and the bounce address and the From address fit together."),
        "101": N_("The domain of the From address signed it."),
        "102": N_("SPF passed, and the bounce address fits the From address."),
        "103": N_("The From domain fits the name of the sending server."),
        "104": N_("The name of the sending server fits the From domain."),
        "108": N_("DKIM failed because a server on the way, which is trusted, changed the text."),
        "109": N_("The domain has no DMARC record, but would have passed."),
        "111": N_("The DMARC record could not be read, but SPF or DKIM fit the From domain."),
        "112": N_("The DMARC record could not be fetched in time."),
        "115": N_("It came from a Microsoft 365 account that owns the From domain."),
        "116": N_("The mail servers of the From domain fit the sending server."),
        "130": N_("DMARC failed, but a trusted forwarder vouched for it (ARC)."),
        "2": N_("Passed with doubts: the network of the sending server fits."),
        "3": N_("Not checked."),
        "4": N_("The check was left out."),
        "501": N_("DMARC was not enforced: it is a real bounce, or the two have written before."),
        "502": N_("DMARC was not enforced: it is a bounce of the organisation's own e-mail."),
        "6": N_("Nothing proves the sender, by Microsoft's own judgement."),
        "601": N_(
            "Nothing proves that it comes from the organisation, though it uses the organisation's own domain."
        ),
        "7": N_("Passed: the organisation has had good e-mail from there before."),
        "905": N_(
            "The check was left out because the e-mail takes a roundabout way, such as through a gateway."
        ),
        "9": N_("The check was left out."),
    }
)
"""Microsoft's reason codes of composite authentication; a single digit stands for the rest of its hundred."""

NOTES: Mapping[Code, Note] = MappingProxyType(
    {
        Code.SPF_ALIGNED: Note(
            _INFO,
            N_("The bounce address is at {envelope} and the From address at {author}: they fit together."),
            _ALIGN,
        ),
        Code.SPF_NOT_ALIGNED: Note(
            _NOTICE,
            N_(
                "The bounce address is at {envelope}, the From address at {author}. So SPF cannot prove who sent it; "
                "with a sending service that is usual, and DKIM must do it."
            ),
            _ALIGN,
        ),
        Code.SPF_ALIGNMENT_UNKNOWN: Note(
            _INFO,
            N_(
                "The bounce address is at {envelope}, the From address at {author}. Whether these belong to one "
                "organisation only the DNS can tell."
            ),
            _ALIGN,
        ),
        Code.DKIM_ALIGNED: Note(
            _INFO, N_("It is signed by {signing}, which fits the From address at {author}."), _ALIGN
        ),
        Code.DKIM_NOT_ALIGNED: Note(
            _WARNING,
            N_(
                "It is signed by {signing}, but the From address is at {author}. No signature proves the sender."
            ),
            _ALIGN,
        ),
        Code.DKIM_ALIGNMENT_UNKNOWN: Note(
            _INFO,
            N_(
                "It is signed by {signing}, the From address is at {author}. Whether these belong to one organisation "
                "only the DNS can tell."
            ),
            _ALIGN,
        ),
        Code.DKIM_MISSING: Note(_WARNING, N_("It carries no DKIM signature."), "guide/spf-dkim-dmarc#dkim"),
        Code.DKIM_FAULT: Note(_WARNING, N_("The DKIM signature of {domain} is not well formed ({fault}).")),
        Code.DKIM_SHA1: Note(
            _WARNING, N_("The DKIM signature of {domain} uses SHA-1, which no longer counts.")
        ),
        Code.DKIM_LENGTH: Note(
            _WARNING,
            N_(
                "The DKIM signature of {domain} covers only a part of the text (l=). Anybody can add to the rest."
            ),
        ),
        Code.BODY_HASH_MATCHES: Note(_INFO, N_("The text is still the one that {domain} signed.")),
        Code.BODY_HASH_DIFFERS: Note(
            _WARNING,
            N_(
                "The text is not the one that {domain} signed: something on the way, or the copying, has changed it."
            ),
        ),
        Code.SIGNATURE_VALID: Note(_INFO, N_("The signature of {domain} is right for the key you gave.")),
        Code.SIGNATURE_INVALID: Note(_ERROR, N_("The signature of {domain} does not fit the key you gave.")),
        Code.SIGNATURE_EXPIRED: Note(
            _NOTICE, N_("The signature of {domain} was only valid until a time that has passed (x=).")
        ),
        Code.SIGNATURE_UNCHECKED: Note(
            _NOTICE, N_("The signature of {domain} could not be checked. Its key is at {key} in the DNS.")
        ),
        Code.ARC_BROKEN: Note(
            _NOTICE,
            N_(
                "The chain of ARC seals is not whole ({fault}), so results from before a forward cannot be trusted."
            ),
        ),
    }
)
"""What the checks and the domains show."""
