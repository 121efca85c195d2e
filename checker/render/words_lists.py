"""The words of the allowlist kit, the contact list and the pages of mail systems."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.i18n import N_

KIT_TITLE = N_("How to let this sender through")
KIT_LEAD = N_("Begin with the first way. Go on to the next only if it does not help. IP addresses come last.")
KIT_EMPTY = N_("There is no domain and no address here yet. Fill in at least one of them.")
KIT_BAD_DOMAIN = N_(
    "What stands in the field for the sending domain is not a domain. Write it like example.com."
)
KIT_NO_WAYS = N_(
    "For {system} we have found no public description of how to allow a sender. Ask its support, and give them the domain first."
)
KIT_READ = N_("What was read from the list")
KIT_GIVEN = N_("Entries read")
KIT_NETWORKS = N_("Networks, put together")
KIT_ADDRESSES = N_("IPv4 addresses in them")
KIT_SPF = N_("Compared with the SPF record")
KIT_NO_DOMAIN = N_("Without a sending domain")
KIT_NO_DOMAIN_TEXT = N_(
    "A sender in HubSpot who has not connected a domain sends in these two shared names. They are what HubSpot says to "
    "allow. All such customers use them, so this lets in all of them."
)
KIT_CONNECT = N_(
    "It is better to [connect a domain](guide/prevention#connect-your-sending-domain). Then the sender can prove who "
    "they are, and one rule on that domain is enough."
)
KIT_SHARED = N_(
    "From here on it is about IP addresses. Marketing services share theirs among many customers: such a rule lets in "
    "all of them. Use it only if nothing above works."
)
KIT_OWN = N_(
    "From here on it is about IP addresses. You say that only this sender uses them. Ask again at each review: "
    "addresses change hands."
)
RISK = N_("Risk")
GOES_BY = N_("Goes by")
LETS_PAST = N_("What it lets past")
VENDOR_SAYS = N_("Good to know")
ADD_TO = N_("Add to {place}")
LEFT_OUT = N_("Left out here: {count}")
NETWORK = N_("Network")
REASON = N_("Reason")
AND_MORE = N_("… and {count} more like this.")
LINE = N_("Line {line}:")
SYSTEM_PAGE = N_("All steps for {system}")
REVIEW = N_("Look at it again")
REVIEW_TEXT = N_(
    "Lists of addresses change, and a rule that nobody looks after stays open. Put {day} in your calendar, and write "
    "down who asked for the rule and why."
)
REVIEW_FILE = N_("A reminder for the calendar")
REVIEW_EVENT = N_("Look at the allow rule for {sender}")
REVIEW_EVENT_TEXT = N_(
    "Is the rule still needed? Is the list of addresses still right? If not, take it away."
)
THE_SENDER = N_("the sender")

FOR_USERS = N_("If you use it")
FOR_ADMINS = N_("If you run it")
GOOD_TO_KNOW = N_("Good to know")
GO_ON = N_("Go on")
OTHER_SYSTEMS = N_("Other mail systems")
ALLOW_TOOL = N_("Write the rule for this system")
FIND_IT = N_("Find an e-mail, step by step")
VARIES = N_("We have found no public description of how to do this, so only the goal is given. Menus vary.")
TASKS_HERE: Mapping[str, str] = MappingProxyType(
    {
        "allow_sender": N_("Make a sender known"),
        "release": N_("Release an e-mail from quarantine"),
        "trace": N_("Trace an e-mail"),
        "release_admin": N_("Release an e-mail from quarantine"),
        "allow_sender_admin": N_("Let a sending domain through"),
    }
)
"""Titles of tasks on a page that says apart who they are for."""
GOALS: Mapping[str, str] = MappingProxyType(
    {
        "rescue": N_(
            "Find the junk folder, open the e-mail there and mark it as not junk, so that it moves to the inbox."
        ),
        "allow_sender": N_(
            "Add the sender's exact address to your address book, or to the list of safe senders."
        ),
        "release": N_(
            "Look for a list of held e-mail that comes by e-mail, or ask IT where it is. Release the e-mail there."
        ),
        "trace": N_(
            "Search the log for sender and recipient around the time given, and see what the filter decided."
        ),
        "release_admin": N_(
            "Look in the quarantine as an administrator, and release the e-mail if it is harmless."
        ),
        "allow_sender_admin": N_(
            "Allow the sending domain, and demand that it proves itself with DMARC, DKIM or SPF."
        ),
    }
)

LIST_TITLE = N_("What the list says")
LIST_GO_ON = N_("Go on in the checker with these answers")
BY_STATUS = N_("How far it came")
ALL_TOGETHER = N_("Addresses on the list: {count}")
BY_REASON = N_("By reason")
BY_SYSTEM = N_("By mail system")
BY_SYSTEM_TEXT = N_("Each name leads to the steps for its users and its administrators.")
SYSTEM_CAPTION = N_("Every mail system, those with most not reached first")
SYSTEM_NOT_KNOWN = N_("Mail system not known")
NOT_REACHED_OF = N_("{all}, of these {failed} not reached")
BY_ORGANISATION = N_("By organisation")
ORGANISATION_CAPTION = N_("Those with most not reached come first.")
ORGANISATION_LARGEST = N_("The largest come first.")
CHECKLIST = N_("Checklist and notes")
STATUS = N_("Status")
SYSTEM = N_("Mail system")
ORGANISATION = N_("Organisation")
GROUP = N_("Group")
OPENED = N_("Opened")
ALL = N_("All")
OTHER_REASONS = N_("Other reasons")
FURTHER = N_("Further organisations")
PRIVATE = N_("Private mailboxes, together")
ASK_TITLE = N_("Which mail systems the others use")
ASK_TEXT = N_(
    "Domains whose mail system the list alone does not tell: {count}. The DNS can tell. Nobody is asked before you press a button."
)
ASK_MOST = N_("One press asks about {count} domains: those with most not reached come first.")
ASK_ABOUT = N_("Ask {name} about {count} domains")
ASK_ABOUT_ONE = N_("Ask {name} about one domain")
ASK_HINT = N_(
    "Run by {operator}, {country}. It learns these domains and your IP address, but no e-mail address."
)
ASK_BUTTON = "ask:"
ASKING_FOR = N_("Asking: {done} of {count} domains answered")
LOOKED_NAMED = N_("Mail system known now: {count} of {of} domains. The counts above have them.")
LOOKED_UNNAMED = N_("Domains with a server of their own, or one that we do not know: {count}")
LOOKED_FAILED = N_(
    "Domains with no answer yet: {count} ({cause}). That says nothing about them, so ask again."
)
LOOKED_NO_DOMAIN = N_(
    "These domains do not exist, so no e-mail can reach anybody there. Look for typing errors:"
)
LOOKED_TAKES_NONE = N_("These domains say that they take no e-mail. Ask for other addresses:")
QUIET = N_("Places to ask first")
QUIET_TEXT = N_(
    "Here the e-mail was delivered to several people, and no open was noted, while others on the list do open. Opens are poor "
    "evidence, so this is a place to ask and no proof."
)
QUIET_ROW = N_("{name}: delivered to {count}")
ABOUT_FILE = N_("About the file")
KEEP = N_("Keep the counts")
KEEP_TEXT = N_("The file has the counts and no addresses. Nothing of the list has left this page.")
KEEP_FILE = N_("The counts as a table (CSV)")
FILE_OF_COUNTS = "counts.csv"
WITH_ADDRESSES = N_("Those it did not reach, with their addresses")
ADDRESSES_TEXT = N_(
    "These are personal data. Keep the file only for as long as you need it, and send it to nobody who does not."
)
FILE_OF_ADDRESSES = "not-reached.csv"

NO_SYSTEM = N_("No mail system is known under the name {name}")
KNOWN = N_("Known are: {names}.")
MORE_ADDRESSES = N_("There are {count} more. The file holds the first of them only.")
