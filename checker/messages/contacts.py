"""What a recipient list says: statuses, patterns, remarks, and the answers of the tree they give."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.contacts.model import Code, Kind, Pattern, Status
from checker.i18n import N_
from checker.messages.bounce import Answer


@dataclass(frozen=True, slots=True)
class Message:
    """What a pattern means and what to do about it; `guide` is a page with its anchor."""

    title: str
    text: str
    guide: str


STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.DELIVERED: N_("Delivered"),
        Status.BOUNCED: N_("Bounced"),
        Status.NOT_SENT: N_("Not sent"),
        Status.PENDING: N_("Sent, no answer yet"),
        Status.UNKNOWN: N_("Not told"),
    }
)

STATUS_ADVICE: Mapping[Status, str] = MappingProxyType(
    {
        Status.DELIVERED: N_(
            "The receiving servers took it. Whoever has not seen it should look in the junk folder, then ask IT about quarantine."
        ),
        Status.BOUNCED: N_("The receiving servers said no. The reasons below tell whose turn it is."),
        Status.NOT_SENT: N_("It was held back before it left. The reasons below tell why."),
        Status.PENDING: N_(
            "The receiving servers have not answered yet. Wait until the tries are over before you send again."
        ),
        Status.UNKNOWN: N_("The list does not say how far it came."),
    }
)

KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.EMPTY: N_("The file is empty."),
        Kind.NO_ADDRESSES: N_("There is no column of e-mail addresses in this file."),
        Kind.XLSX: N_("This is an Excel workbook. Open it, save it as CSV, and choose that file instead."),
        Kind.XLS: N_("This is an old Excel workbook. Open it, save it as CSV, and choose that file instead."),
        Kind.BINARY: N_("This is not a text file. Export the list as CSV, and choose that file instead."),
    }
)

PATTERNS: Mapping[Pattern, Message] = MappingProxyType(
    {
        Pattern.NOBODY: Message(
            N_("Nobody is affected"),
            N_("There is nobody on the list whom it did not reach."),
            "guide/delivered#two-reasons",
        ),
        Pattern.ONE_PERSON: Message(
            N_("It is about one person"),
            N_("Look at that one mailbox: the address, the junk folder, the quarantine."),
            "guide/delivered#two-reasons",
        ),
        Pattern.ONE_ORGANISATION: Message(
            N_("It is about one organisation"),
            N_(
                "{affected} of {of} are at {group}. That points to its own filter, which only its IT can see. Send them one note, not many."
            ),
            "guide/quarantine#two-filters",
        ),
        Pattern.ONE_SYSTEM: Message(
            N_("It is about one mail system"),
            N_(
                "{affected} of {of} are with {group}. That points to how this system sees you: your reputation there, or its rules for bulk senders."
            ),
            "guide/bulk-sender-rules",
        ),
        Pattern.EVERYONE: Message(
            N_("It is about many, with nothing in common"),
            N_(
                "No organisation and no mail system stands out. Then the cause is more often on the sender's side."
            ),
            "guide/prevention#measure",
        ),
    }
)

ALL_DELIVERED = N_(
    "Everybody's server took the e-mail. The pattern below is about the list as a whole, so choose a list of those who have not seen it."
)

MESSAGES: Mapping[Code, str] = MappingProxyType(
    {
        Code.ENCODING: N_("The file is not in UTF-8. It was read as {value}: see whether names look right."),
        Code.NO_HEADING: N_(
            "The first row holds addresses, so there are no names of columns. The rest was told by what stands in it."
        ),
        Code.NO_STATUS: N_(
            "No column says how far each e-mail came. So everybody on the list is counted as affected."
        ),
        Code.BROKEN_QUOTE: N_(
            "{value} rows have a quotation mark that is never closed. They were read as they stand."
        ),
        Code.WITHOUT_ADDRESS: N_("{value} rows have no address and are not counted."),
        Code.MORE_DOMAINS: N_(
            "{value} addresses at further organisations are counted together: the list has more of them than are kept apart."
        ),
        Code.MORE_REASONS: N_("There are more than {value} different reasons. The rest is counted together."),
    }
)

SCOPE: Mapping[Pattern, Answer] = MappingProxyType(
    {
        Pattern.ONE_PERSON: Answer("scope", "one"),
        Pattern.ONE_ORGANISATION: Answer("scope", "organisation"),
        Pattern.ONE_SYSTEM: Answer("scope", "many"),
        Pattern.EVERYONE: Answer("scope", "many"),
    }
)
"""Which answer to "How many did not see it?" a pattern gives."""

MANY_PATTERN: Mapping[Pattern, Answer] = MappingProxyType(
    {
        Pattern.ONE_SYSTEM: Answer("many_pattern", "one_provider"),
        Pattern.EVERYONE: Answer("many_pattern", "nothing"),
    }
)

STATUS_ANSWERS: Mapping[Status, str] = MappingProxyType(
    {Status.DELIVERED: "delivered", Status.BOUNCED: "bounced", Status.NOT_SENT: "not_sent"}
)
"""Which option of `status` and of `many_status` most of those affected give."""
