"""The words of the report on a domain."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.domain.model import Extra, Seen, State
from checker.i18n import N_
from checker.lookup.model import Cause
from checker.mx.receive import Known

TITLE = N_("What the DNS says about {domain}")
NO_DOMAIN = N_("“{name}” is no domain")
NO_DOMAIN_HINT = N_("Write a domain such as example.com, or an address.")
ASK_WHOM = N_("We do not know {domain} by heart. It can be looked up: choose who is asked.")
CHOOSE_ABOVE = N_("Choose an answer above instead.")
NOT_BY_NAME = N_("The mail server of {domain} is known, but it does not answer this question.")
SILENT_TITLE = N_("There is no answer")
SILENT = N_("Nothing could be looked up: {cause}. That says nothing about {domain}.")
SILENT_WHY = N_(
    "The resolver may be down, blocked on your network, or closed to web pages. Nobody can tell which from here."
)
SILENT_NEXT = N_(
    "Choose another resolver. Or paste the records under “{more}” and press “{nobody}”: whoever runs the DNS can copy them for you."
)

ASKING = N_("Asking … {count} answers so far.")

FIRST = N_("Do this first")
THEN = N_("Then, in this order")
NOTHING = N_("We found nothing to put right.")
NAME = N_("Name")
TYPE = N_("Type")
VALUE = N_("Value")

WHO_SENDS = N_("Who sends for the domain")
WHO_SENDS_NOBODY = N_("We recognise no sending service. That does not mean that there is none.")
WHO_SENDS_CAPTION = N_("Sending services that the DNS shows")
SERVICE = N_("Service")
IN_SPF = N_("In SPF")
KEYS = N_("DKIM keys")
CONNECTED = N_("Connected")
YES = N_("yes")
NO = N_("no")
YES_BUT_OLD = N_("yes; by the rules from 2015, no")
NO_BUT_OLD = N_("no; by the rules from 2015, yes")
NONE_FOUND = N_("none found")
HUBSPOT_UNSEEN = N_(
    "HubSpot does not show here. Its records carry your Hub ID: give the number, and we look for them."
)
SPF_OF_PLATFORMS = N_(
    "A service may pass SPF with its own domain. That seldom counts for DMARC: what counts is a signature for {domain}."
)

STATES: Mapping[State, str] = MappingProxyType(
    {
        State.CONNECTED: N_("yes"),
        State.PARTLY: N_("only in part: a key is missing"),
        State.BROKEN: N_("no: the keys do not work"),
        State.NOT_CONNECTED: N_("no: the keys are missing"),
        State.UNSEEN: N_("cannot be seen: its keys have names that nobody can guess"),
        State.UNKNOWN: N_("not known: not looked up, or no answer"),
    }
)

SPF = N_("SPF: who may send")
DKIM = N_("DKIM: the signatures")
DMARC = N_("DMARC: what to do with forgeries")
RECORD = N_("The record")
RECORD_OF = N_("The record of {domain}")
TREE_TITLE = N_("Where the look-ups of the SPF record go")
TREE_TEXT = N_("{domain} and the records it includes, drawn. The table below says the same.")
TREE_COUNT = N_("{count} of {limit} look-ups")
TREE_AT_LEAST = N_("at least {count} of {limit} look-ups")
TREE_CAPTION = N_("The record and what it includes, with the look-ups of each")
TREE_DOMAIN = N_("Record of")
TREE_LOOKUPS = N_("Look-ups")
TREE_LED_BY = N_("Led there by")
NOT_LOOKED_UP = N_("not looked up")

CHECKED_IP = N_("May {ip} send for {domain}?")
TRACE_CAPTION = N_("Each word of the record, in the order in which a receiver reads it")
TERM = N_("Word")
OUTCOME = N_("What came of it")
MATCHES = N_("fits: here the check ends")
NO_MATCH = N_("does not fit")
BROKE_OFF = N_("breaks off: {problem}")
ASKED = N_("Asked")
BAD_IP = N_("“{ip}” is no IP address, so SPF was not checked for it.")

KEYS_CAPTION = N_("Keys that were found")
SELECTOR = N_("Selector")
LEADS_TO = N_("Leads to")
REMARK = N_("Remark")
KEYS_NONE = N_(
    "We found no key at the names that known services use. An e-mail you sent shows the name after s= in its signature: give it, and we look there."
)

ALIGNED_CAPTION = N_("Do the names agree with {domain}?")
IDENTITY = N_("Name")
AGREES = N_("Agrees")
BY_SPF = N_("envelope sender {domain}")
BY_DKIM = N_("signature of {domain}")
ORGANIZATION = N_("Organisation's domain")
WALKED = N_("Names asked, one after the other")

RULES = N_("Rules for bulk senders")
RULES_CAPTION = N_("What the big mailbox providers ask, and what the DNS shows")
RULE = N_("Rule")
SHOWN = N_("The DNS shows")
MUST = N_("must")
SHOULD = N_("advised")
NOT_ASKED_FOR = "–"
RULES_NOTE = N_(
    "“Cannot be seen here” means that only a real e-mail, or the provider's own tools, can show it."
)
SEEN: Mapping[Seen, str] = MappingProxyType(
    {Seen.YES: N_("met"), Seen.NO: N_("not met"), Seen.UNKNOWN: N_("cannot be seen here")}
)
RULE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "spf": N_("SPF passes"),
        "dkim": N_("E-mail is signed (DKIM)"),
        "dmarc": N_("There is a DMARC record"),
        "alignment": N_("The From address agrees with SPF or DKIM"),
        "key_size": N_("DKIM keys have 1024 bits or more"),
        "reports": N_("DMARC reports go somewhere"),
        "unsubscribe": N_("One click is enough to unsubscribe"),
        "reverse_dns": N_("The sending server has a name that leads back to it"),
        "tls": N_("The connection is encrypted"),
        "complaints": N_("Fewer than 3 in 1,000 report it as spam"),
    }
)

RECEIVES = N_("Who receives for {domain}")
RECEIVES_SYSTEM = N_("Mail system")
RECEIVES_FILTER = N_("Filter in front")
RECEIVES_BEHIND = N_("Behind it, most likely")
RECEIVES_HOSTS = N_("MX hosts")
RECEIVES_ALSO = N_("Also named")
TWO_FILTERS = N_("That is two filters. Each has its own quarantine and its own allowlist: ask about both.")
BEHIND_UNKNOWN = N_("What is behind the filter cannot be seen from outside. Ask the recipient's IT.")
BEHIND_HINT = N_("What is behind the filter is read from the SPF record: it is a hint, and no proof.")
REGIONAL = N_("This is IT that several public bodies share. It may filter e-mail itself: ask there first.")
INLINE = N_(
    "Some filters leave no trace in the DNS: they are switched on inside Microsoft 365 or Google Workspace. Only the recipient's IT can tell."
)
KNOWN: Mapping[Known, str] = MappingProxyType(
    {
        Known.BY_ADDRESS: N_("Everybody with such an address uses this system. Nothing had to be looked up."),
        Known.BY_HOST: N_("The MX record names it."),
        Known.OWN_HOST: N_(
            "The MX record names a server of their own. What runs there cannot be seen from outside."
        ),
        Known.OTHER_HOST: N_("The MX record names a server that we do not know."),
        Known.NO_MX: N_(
            "The domain has no MX record. Most senders then try the domain's own address, or give up."
        ),
        Known.TAKES_NONE: N_("The domain says that it takes no e-mail at all."),
        Known.NO_DOMAIN: N_("The domain does not exist. Look for a typing error."),
        Known.FAILED: N_("Who receives is not known: {cause}."),
    }
)

EXTRAS = N_("Optional extras")
EXTRAS_LEAD = N_("Nobody demands these of a sender. They come after everything above.")
EXTRA_NAMES: Mapping[Extra, str] = MappingProxyType(
    {
        Extra.MTA_STS: N_("MTA-STS: others encrypt e-mail to you"),
        Extra.TLS_RPT: N_("TLS-RPT: reports when encryption to you fails"),
        Extra.BIMI: N_("BIMI: your logo next to your e-mail; it needs a strict DMARC policy"),
    }
)
EXTRA_SEEN: Mapping[Seen, str] = MappingProxyType(
    {
        Seen.YES: N_("is there"),
        Seen.NO: N_("is not there"),
        Seen.UNKNOWN: N_("not known: not looked up, or no answer"),
    }
)

CAUSES: Mapping[str, str] = MappingProxyType(
    {
        Cause.NXDOMAIN: N_("the name does not exist"),
        Cause.NODATA: N_("the name exists, but has no such record"),
        Cause.SERVFAIL: N_("the name server failed"),
        Cause.REFUSED: N_("the resolver refused to answer"),
        Cause.TIMEOUT: N_("nobody answered in time"),
        Cause.UNREADABLE: N_("the answer could not be read"),
        Cause.UNREACHABLE: N_("the resolver could not be reached"),
        Cause.LIMIT: N_("this report had asked enough"),
        Cause.NOT_ASKED: N_("nobody was asked"),
    }
)
GO_ON = N_("Go on in the checker with this answer")
