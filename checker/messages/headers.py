"""The words of the header reader's codes: verdicts, findings, faults, repairs; and the answers they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.findings import Severity
from checker.headers.codes import Code
from checker.headers.model import Certainty, Decider, Fault, Place, Repair
from checker.i18n import N_

_JUNK, _QUARANTINE = "guide/junk-folder#look-in-junk", "guide/quarantine#ask-it"
_RULES, _ALLOW = "guide/rules-and-tabs#rules", "guide/allowlisting#narrowest-first"
_AUTH, _ALIGN = "guide/spf-dkim-dmarc#dmarc", "guide/spf-dkim-dmarc#alignment"
_BULK, _SHORT = "guide/bulk-sender-rules#checklist", "guide/prevention#short-links"
_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR


@dataclass(frozen=True, slots=True)
class Answer:
    """An option of a question of the tree."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Advice:
    """Who or what it is, what to do about it, and the page with more."""

    text: str
    what_to_do: str
    guide: str


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a finding; {fields} are its arguments."""

    severity: Severity
    text: str
    guide: str = ""


PLACES: Mapping[Place, str] = MappingProxyType(
    {
        Place.INBOX: N_("It was put in the inbox."),
        Place.JUNK: N_("It was put in the junk folder."),
        Place.QUARANTINE: N_("It was held back in quarantine."),
        Place.OWN_RULE: N_("The recipient's own rule moved it to another folder."),
        Place.DELETED: N_("It was deleted on arrival."),
        Place.SPAM: N_("The filter took it for spam."),
        Place.BULK: N_("The filter took it for bulk e-mail."),
        Place.PASSED: N_("The filter let it through."),
        Place.UNKNOWN: N_("The headers do not say where it was put."),
    }
)
"""What happened, in a sentence."""

PERHAPS = N_("Perhaps a spam filter on the receiving server took it for spam.")
"""What happened, where nothing proves it."""

CERTAINTIES: Mapping[Certainty, str] = MappingProxyType(
    {
        Certainty.STATED: N_("Sure: the headers name the folder."),
        Certainty.LIKELY: N_(
            "Likely: the headers hold the filter's verdict, and this is what usually follows."
        ),
        Certainty.POSSIBLE: N_("Not sure: the headers hint at it, and settings that we cannot see decide."),
        Certainty.UNPROVEN: N_(
            "Perhaps: these lines stand where a sender could have written them. Some mail servers run their "
            "spam filter last, and it writes there."
        ),
    }
)

_LOOK_AROUND = N_(
    "Look in other folders and under the tabs next to the inbox, and at rules that move or forward."
)
_ASK_IT = N_(
    "Ask the recipient's IT to look the e-mail up, with the subject line, the From address, the date and the time."
)
_MOVE = N_("Move it to the inbox and mark it as no junk. Then put the sender in the address book.")
_ALLOW_DOMAIN = N_(
    "Ask the recipient's IT for a rule that lets the sender's domain through when the checks pass."
)
_CHECKS = N_("The sender must get SPF, DKIM and DMARC right for the domain in the From address.")

DECIDERS: Mapping[Decider, Advice] = MappingProxyType(
    {
        Decider.CONTENT_FILTER: Advice(N_("The mail system's own filter decided."), _MOVE, _JUNK),
        Decider.LOCAL_FILTER: Advice(N_("A spam filter on the receiving server decided."), _MOVE, _JUNK),
        Decider.GATEWAY: Advice(
            N_("A security gateway in front of the mailbox decided."), _ASK_IT, "guide/quarantine#two-filters"
        ),
        Decider.USER_RULE: Advice(
            N_("A rule that the recipient has made decided."),
            N_("Look at the rules in the mailbox, and change or delete the one that moves it."),
            _RULES,
        ),
        Decider.USER_SAFE: Advice(
            N_("The recipient's list of safe senders decided."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.USER_BLOCK: Advice(
            N_("The recipient's list of blocked senders decided."),
            N_("Take the sender off the list of blocked senders."),
            "guide/rules-and-tabs#blocked",
        ),
        Decider.ADDRESS_BOOK: Advice(
            N_("The sender is in the recipient's address book, and that decided."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.POLICY_ALLOW: Advice(
            N_("The organisation's list of allowed senders decided."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.POLICY_BLOCK: Advice(
            N_("The organisation's list of blocked senders decided."),
            N_("Ask the recipient's IT to take the sender off that list."),
            "guide/quarantine#ask-it",
        ),
        Decider.IP_ALLOW: Advice(
            N_("The organisation's list of allowed IP addresses decided."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.MAIL_RULE_ALLOW: Advice(
            N_("A rule of the organisation let it past the filter."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.MAIL_RULE_SPAM: Advice(
            N_("A rule of the organisation marked it as spam before the filter saw it."),
            N_(
                "Ask the recipient's IT which of their mail flow rules did it, and whether they can make an exception."
            ),
            "guide/quarantine#ask-it",
        ),
        Decider.INTERNAL: Advice(
            N_("It came from within the organisation, and was not filtered."),
            _LOOK_AROUND,
            "guide/rules-and-tabs#search-everywhere",
        ),
        Decider.RELEASED: Advice(
            N_("Somebody released it from quarantine."),
            N_("Ask for an allow rule, or the next e-mail is held again."),
            _ALLOW,
        ),
        Decider.BULK_THRESHOLD: Advice(
            N_(
                "The organisation's limit for bulk e-mail decided. It is about complaints, not about content."
            ),
            _ALLOW_DOMAIN,
            _ALLOW,
        ),
        Decider.CUSTOM_FILTER: Advice(
            N_(
                "An extra filter setting of the organisation decided. Microsoft advises against these settings."
            ),
            N_("Ask the recipient's IT to turn the setting off, or to except the sender's domain."),
            "guide/quarantine#for-administrators",
        ),
        Decider.PHISHING: Advice(
            N_("The filter took it for phishing: a trick to get at passwords or money."), _ASK_IT, _QUARANTINE
        ),
        Decider.HIGH_PHISHING: Advice(
            N_("The filter is sure that it is phishing. No allowlist changes that."),
            N_(
                "Only the recipient's IT can release it. The sender should look at links and attachments first."
            ),
            _QUARANTINE,
        ),
        Decider.SPOOF: Advice(
            N_("The filter thinks that somebody else uses the sender's address."), _CHECKS, _AUTH
        ),
        Decider.DMARC_POLICY: Advice(
            N_("The DMARC check failed, and the sender's domain asks for such e-mail to be set aside."),
            _CHECKS,
            _AUTH,
        ),
        Decider.IMPERSONATION: Advice(
            N_("The filter thinks that the e-mail imitates a person or a company that the recipient knows."),
            _ASK_IT,
            _QUARANTINE,
        ),
        Decider.MALWARE: Advice(
            N_("The filter found something dangerous in it, or a type of file that is not let in."),
            N_("The sender should check attachments and links. Only the recipient's IT can release it."),
            _QUARANTINE,
        ),
        Decider.UNKNOWN: Advice(
            N_("The headers do not say who decided."), _ASK_IT, "guide/delivered#who-can-see-what"
        ),
    }
)
"""Who decided, and what to do when it went wrong."""

GOOD = Advice(N_("Nothing held it back."), _LOOK_AROUND, "guide/rules-and-tabs#search-everywhere")
"""What to do when the filter let it through."""

NOT_KNOWN = Advice(
    N_(
        "Look in the junk folder, then search all folders. The folder is not in the headers of every mail system."
    ),
    _ASK_IT,
    "guide/delivered#what-it-does-not-say",
)
"""What to do when the headers do not tell."""

NO_FOLDER: Mapping[str, str] = MappingProxyType(
    {
        "google": N_(
            "Gmail does not write into the headers whether an e-mail went to the inbox, to a tab or to Spam. "
            "Only the mailbox itself shows it."
        ),
        "yahoo": N_("Yahoo does not write the folder into the headers. Only the mailbox itself shows it."),
        "": N_("This mail system's headers name no folder and no verdict that we know."),
    }
)
"""Why no folder is named, by receiving system."""

FINDINGS: Mapping[Code, Note] = MappingProxyType(
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
        Code.HELD_UP: Note(
            _NOTICE, N_("It waited before {by} took it from {from}."), "guide/check-delivery#still-on-its-way"
        ),
        Code.CLOCKS_DIFFER: Note(
            _INFO,
            N_(
                "The clock of {by} differs from the one before it by {seconds} seconds, so that hop's time is not known."
            ),
        ),
        Code.NOT_THE_RECEIVERS: Note(
            _NOTICE,
            N_("{name} stands where the sender could have written it. It does not count for the verdict."),
        ),
        Code.MOVED_ASIDE: Note(
            _NOTICE, N_("{name} is a copy from before the e-mail came in. It does not count for the verdict.")
        ),
        Code.NO_RECEIVED: Note(
            _NOTICE,
            N_(
                "There is no Received field, so nobody can tell which fields the receiving side wrote. Paste all headers."
            ),
        ),
        Code.RESULTS_STOPPED: Note(
            _NOTICE,
            N_(
                "The results could be read in part; character {at} is where they stop making sense: “{rest}”."
            ),
        ),
        Code.CUT_OFF: Note(
            _WARNING,
            N_("The headers are too long to be read whole: all from line {line} on was left out."),
        ),
        Code.UNREAD_LINE: Note(_NOTICE, N_("Line {line} is no part of a header, and was left out.")),
        Code.UNKNOWN_FILTER: Note(_INFO, N_("A filter that we do not know wrote {name}.")),
        Code.NO_FOLDER: Note(_NOTICE, N_("No folder is named.")),
        Code.SUMMARY_ONLY: Note(
            _NOTICE,
            N_("This is only the table of Gmail's page. Copy the text below it as well, to see more."),
        ),
        Code.BULK_LEVEL: Note(
            _INFO,
            N_(
                "Microsoft's bulk complaint level is {level} out of 9. The usual limits are 7, 6 or 5, by the organisation's settings."
            ),
            "guide/allowlisting#microsoft-365",
        ),
        Code.SPAM_LEVEL_IGNORED: Note(
            _INFO,
            N_("The spam confidence level (SCL) is {level}. In Microsoft's cloud it no longer decides."),
        ),
        Code.CUSTOM_FILTER: Note(
            _WARNING,
            N_("The organisation has switched on an extra filter, and it fired: “{value}”."),
        ),
        Code.VADE_REASONS: Note(
            _INFO, N_("Vade's filter gives its reasons in a disguise. They are: “{reasons}”.")
        ),
        Code.FIRST_CONTACT: Note(
            _INFO, N_("Outlook showed that the recipient rarely gets e-mail from this sender.")
        ),
        Code.ARC_BROKEN: Note(
            _NOTICE,
            N_(
                "The chain of ARC seals is not whole ({fault}), so results from before a forward cannot be trusted."
            ),
        ),
        Code.GATEWAY: Note(
            _NOTICE,
            N_(
                "A gateway took the e-mail in first. The mailbox's own system sees the gateway's address, so an SPF "
                "failure there says nothing about the sender."
            ),
            "guide/quarantine#two-filters",
        ),
    }
)
"""The words of each finding."""

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

FAULTS: Mapping[Fault, Advice] = MappingProxyType(
    {
        Fault.EMPTY: Advice(N_("There is nothing here."), N_("Paste the headers of the e-mail."), ""),
        Fault.ONLY_BODY: Advice(
            N_("There are no headers in this text."),
            N_(
                "This looks like the text of an e-mail. The headers are above it, and mail programs hide them."
            ),
            "tools/headers#where-to-find-them",
        ),
        Fault.QUOTED_MESSAGE: Advice(
            N_("These lines are not the headers."),
            N_(
                "From, Sent, To and Subject is what a mail program writes above a message it answers or forwards. The real headers have many more lines."
            ),
            "tools/headers#where-to-find-them",
        ),
        Fault.OUTLOOK_FILE: Advice(
            N_("This is a file in Outlook's own format (.msg)."),
            N_(
                "It cannot be read here. Open it in Outlook and copy the internet headers, or save it as .eml."
            ),
            "tools/headers#where-to-find-them",
        ),
        Fault.SMTP_LOG: Advice(
            N_("This is a log of two servers talking, not a header."),
            N_("If a server refused the e-mail, paste it on the page [Read a bounce](tools/bounce)."),
            "tools/bounce#where-to-find-it",
        ),
        Fault.API_JSON: Advice(
            N_("This is data from a program (JSON), and it holds no headers."),
            N_("Ask the program for the e-mail's headers as well, or copy them from the mailbox."),
            "tools/headers#where-to-find-them",
        ),
        Fault.BINARY: Advice(
            N_("This is a picture or another file, not text."),
            N_("Copy the headers as text. A picture of them cannot be read."),
            "tools/headers#where-to-find-them",
        ),
    }
)
"""Why there is nothing to read, and what to paste instead."""

REPAIRS: Mapping[Repair, str] = MappingProxyType(
    {
        Repair.LEADING_BLANK: N_("Empty lines above the headers were left out."),
        Repair.LEADING_TEXT: N_("Text above the headers was left out."),
        Repair.PAGE_COPY: N_("The table of Gmail's page was read apart from the headers."),
        Repair.HTML: N_("The text was HTML; the tags were taken out."),
        Repair.JSON: N_("The headers were taken out of JSON."),
        Repair.QUOTED: N_("Quotation marks at the start of the lines were taken out."),
        Repair.INDENTED: N_("Blanks at the start of all lines were taken out."),
        Repair.NUMBERED: N_("Line numbers were taken out."),
        Repair.GLUED: N_("Headers that stood on one line were parted."),
        Repair.DOUBLE_SPACED: N_("Empty lines between the headers were left out."),
        Repair.LOST_INDENT: N_("Lines that had lost their indent were joined to the header above."),
        Repair.LINE_ENDS: N_("The line ends were mixed. Some servers refuse such e-mail, and DKIM may fail."),
        Repair.WIDE: N_("The text was UTF-16, and was read as that."),
        Repair.NUL: N_("Characters that stand for nothing (NUL) were taken out."),
        Repair.INVISIBLE: N_(
            "Characters that cannot be seen were taken out. They may have hidden something."
        ),
        Repair.SMART_QUOTES: N_(
            "Curly quotation marks were made straight: the text has been through a word processor."
        ),
        Repair.LINKED: N_("Links that a program had made of names were undone."),
        Repair.BASE64: N_("The text was packed in base64, and was unpacked."),
    }
)
"""What was put right before reading."""


def _system(option: str, *, private: bool) -> tuple[Answer, ...]:
    answers = (Answer("mailbox", option), Answer("contact_system", "private" if private else option))
    if private:
        return (*answers, Answer("account", "private"), Answer("private_system", option))
    return (*answers, Answer("account", "work"), Answer("work_system", option))


_GATEWAYS = ("proofpoint", "mimecast", "barracuda", "trendmicro", "cisco", "hornet", "sophos", "other")
_PRIVATE = ("gmail", "outlook_com", "icloud", "yahoo", "proton", "domeneshop", "onecom")

ANSWERS: Mapping[str, tuple[Answer, ...]] = MappingProxyType(
    {
        "HEADERS_PLACE_JUNK": (Answer("contact_looked", "junk_found"), Answer("junk", "found")),
        "HEADERS_PLACE_OWN_RULE": (Answer("junk", "empty"), Answer("elsewhere", "found")),
        "HEADERS_PLACE_QUARANTINE": (
            Answer("contact_looked", "junk_empty"),
            Answer("junk", "empty"),
            Answer("elsewhere", "nowhere"),
        ),
        "HEADERS_SYSTEM_M365": _system("m365", private=False),
        Code.DOMAIN_CONNECTED.value: (Answer("domain_connected", "connected"),),
        Code.DOMAIN_NOT_CONNECTED.value: (Answer("domain_connected", "not_connected"),),
        **{f"HEADERS_SYSTEM_{option.upper()}": _system(option, private=True) for option in _PRIVATE},
        **{f"HEADERS_GATEWAY_{option.upper()}": (Answer("contact_gateway", option),) for option in _GATEWAYS},
    }
)
"""Which answers of the tree a finding gives, by its code."""
