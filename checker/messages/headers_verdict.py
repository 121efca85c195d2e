"""Where an e-mail was put, who decided, how sure that is, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.findings import Severity
from checker.headers.codes import Code
from checker.headers.model import Certainty, Decider, Place
from checker.i18n import N_
from checker.messages.headers_note import Advice, Note

_JUNK = "guide/junk-folder#look-in-junk"
_QUARANTINE = "guide/quarantine#ask-it"
_RULES = "guide/rules-and-tabs#rules"
_ALLOW = "guide/allowlisting#narrowest-first"
_AUTH = "guide/spf-dkim-dmarc#dmarc"
_INFO, _NOTICE, _WARNING = Severity.INFO, Severity.NOTICE, Severity.WARNING

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

NOTES: Mapping[Code, Note] = MappingProxyType(
    {
        Code.NO_FOLDER: Note(_NOTICE, N_("No folder is named.")),
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
"""What belongs to the verdict without being one."""
