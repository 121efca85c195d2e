"""What the reasons of bounces mean, in words for readers, and which answer of the tree each one gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.findings import Severity
from checker.i18n import N_
from checker.smtp.model import ACTORS, Actor, Problem, Reason

_PAGE = "guide/not-sent-and-bounced"
_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR


@dataclass(frozen=True, slots=True)
class Answer:
    """An option of a question of the tree."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Message:
    """What readers see of one reason; `guide` is a page with its anchor."""

    severity: Severity
    title: str
    what_to_do: str
    actor: Actor
    guide: str


_WORDS: Mapping[Reason, tuple[Severity, str, str, str]] = {
    Reason.UNKNOWN_USER: (
        _ERROR,
        N_("The address does not exist."),
        N_("Look for a typing error. Ask the contact for the right address, and stop sending to this one."),
        "address-does-not-exist",
    ),
    Reason.RECIPIENT_REFUSED: (
        _ERROR,
        N_("The server says no to this recipient: the address is wrong, or the recipient's filter refused."),
        N_("Check the address first. If it is right, ask the recipient to let e-mail from you through."),
        "address-does-not-exist",
    ),
    Reason.ADDRESS_MOVED: (
        _ERROR,
        N_("The recipient has moved to another address."),
        N_("Use the new address if the bounce names one. If not, ask the contact."),
        "address-does-not-exist",
    ),
    Reason.UNKNOWN_HOST: (
        _ERROR,
        N_("The domain after the @ sign does not exist, or has no mail server."),
        N_("Look for a typing error in the domain. If it is right, the company may have left it."),
        "address-does-not-exist",
    ),
    Reason.NO_MAIL_ACCEPTED: (
        _ERROR,
        N_("The domain does not take e-mail at all."),
        N_("Ask the contact for an address at another domain."),
        "address-does-not-exist",
    ),
    Reason.MAILBOX_FULL: (
        _WARNING,
        N_("The mailbox is full."),
        N_("Ask the recipient to make room. Then send it again."),
        "temporary",
    ),
    Reason.SUSPENDED: (
        _ERROR,
        N_("The mailbox is closed or switched off."),
        N_("Ask the recipient whether they still use the address."),
        "address-does-not-exist",
    ),
    Reason.TOO_BIG: (
        _ERROR,
        N_("The e-mail is too big for the server."),
        N_("Make it smaller: put pictures and files on a page, and link to them."),
        "bounced",
    ),
    Reason.TOO_BIG_FOR_RECIPIENT: (
        _ERROR,
        N_("The e-mail is bigger than this mailbox may receive."),
        N_("Make it smaller: put pictures and files on a page, and link to them."),
        "bounced",
    ),
    Reason.SERVER_FULL: (
        _WARNING,
        N_("The receiving server has no room left."),
        N_("Wait. If it lasts, the recipient's IT must make room."),
        "temporary",
    ),
    Reason.SERVER_ERROR: (
        _WARNING,
        N_("Something is wrong with the receiving server."),
        N_("Try again in some hours. If it lasts, tell the recipient's IT."),
        "temporary",
    ),
    Reason.DELIVERY_PROGRAM: (
        _WARNING,
        N_("A program on the receiving side failed to put the e-mail into the mailbox."),
        N_("Send the bounce to the recipient's IT. They see the fault in their own log."),
        "bounced",
    ),
    Reason.NETWORK: (
        _WARNING,
        N_("The way to the receiving server is broken: the network, the DNS, or a loop."),
        N_("Try again in some hours. If it lasts, the recipient's IT must look at it."),
        "temporary",
    ),
    Reason.EXPIRED: (
        _WARNING,
        N_("The receiving server did not take the e-mail in time."),
        N_("Send it again later. If it happens again, ask whether their server works."),
        "temporary",
    ),
    Reason.TEMPORARY: (
        _NOTICE,
        N_("The receiving server asks to be tried again later."),
        N_("Wait. The sending server tries again by itself."),
        "temporary",
    ),
    Reason.BAD_REPUTATION: (
        _ERROR,
        N_("The receiver does not trust the sending server or domain enough."),
        N_("Send less for a while, to people who open. Look for complaints and old addresses in your list."),
        "blocked",
    ),
    Reason.BLOCKED_IP: (
        _ERROR,
        N_("The sending server is on a block list, or the receiver has blocked it."),
        N_("Read which list the bounce names, and ask your sending service to have it lifted."),
        "blocked",
    ),
    Reason.NO_REVERSE_DNS: (
        _ERROR,
        N_("The sending server's IP address has no matching name in the DNS."),
        N_("Whoever runs the sending server must set up reverse DNS for it."),
        "authentication",
    ),
    Reason.AUTHENTICATION: (
        _ERROR,
        N_("The receiver could not see that the e-mail was really from you."),
        N_("Check SPF, DKIM and DMARC for your sending domain, and put them right."),
        "authentication",
    ),
    Reason.TLS: (
        _ERROR,
        N_("One of the two servers wants an encrypted connection, and did not get one."),
        N_("Whoever runs the sending server must find out which side lacks TLS."),
        "bounced",
    ),
    Reason.RECEIVER_TLS: (
        _ERROR,
        N_("The receiving server's certificate or its security records are not in order."),
        N_("Tell the recipient's IT. They must put their certificate, MTA-STS or DANE right."),
        "bounced",
    ),
    Reason.NOT_AUTHORIZED: (
        _ERROR,
        N_("The server takes this e-mail only from senders that are signed in or allowed."),
        N_("Ask the recipient's IT to let senders from outside write to this address."),
        "blocked",
    ),
    Reason.RELAYING: (
        _ERROR,
        N_("The server does not pass e-mail on for this sender or to this domain."),
        N_("Tell the recipient's IT: their domain may point to a wrong server. Check your own rights, too."),
        "bounced",
    ),
    Reason.SENDER_REFUSED: (
        _ERROR,
        N_("The receiver does not want e-mail from this sender."),
        N_("Check your From address and its domain. Then ask the recipient's IT to let you through."),
        "blocked",
    ),
    Reason.POLICY: (
        _ERROR,
        N_("A rule of the receiving organisation stopped the e-mail."),
        N_("Ask the recipient's IT which rule it was, and whether they can make an exception."),
        "blocked",
    ),
    Reason.SPAM: (
        _ERROR,
        N_("The receiving filter took the e-mail for spam."),
        N_("Ask the recipient's IT to let you through. Look at the text and the links, too."),
        "blocked",
    ),
    Reason.VIRUS: (
        _ERROR,
        N_("The receiving filter found something dangerous in the e-mail."),
        N_("Check attachments and links before you send anything more."),
        "blocked",
    ),
    Reason.CONTENT: (
        _ERROR,
        N_("The receiver could not take the content or its form."),
        N_("Send a plain test e-mail. If it gets through, look at links, headers and attachments."),
        "blocked",
    ),
    Reason.NOT_COMPLIANT: (
        _ERROR,
        N_("The e-mail breaks the rules for how e-mail is written."),
        N_("Tell whoever runs the sending program: a header is missing, doubled or malformed."),
        "bounced",
    ),
    Reason.RATE_LIMITED: (
        _WARNING,
        N_("Too many e-mails came in a short time."),
        N_("Send more slowly, and wait before you try again."),
        "temporary",
    ),
    Reason.TOO_MANY_CONNECTIONS: (
        _WARNING,
        N_("The sending server opened too many connections at a time."),
        N_("The sending service must slow down. It usually does so by itself."),
        "temporary",
    ),
    Reason.PROTOCOL: (
        _ERROR,
        N_("The two servers did not understand each other."),
        N_("Send the bounce to whoever runs the sending server."),
        "bounced",
    ),
    Reason.SUPPRESSED: (
        _NOTICE,
        N_("The sending service held it back: the address has bounced or was blocked before."),
        N_("Find out why it bounced, put that right, and have the mark removed."),
        "bounced-before",
    ),
    Reason.GLOBAL_BOUNCE: (
        _ERROR,
        N_("HubSpot has stopped sending to this address for all its customers."),
        N_("Ask the contact for another address. If you know that this one works, talk to HubSpot support."),
        "global-bounce",
    ),
    Reason.OPTED_OUT: (
        _INFO,
        N_("The contact has said no to this e-mail, or has not confirmed it."),
        N_("Do not send. Only the contact can sign up again."),
        "opted-out",
    ),
    Reason.ACCOUNT_SETTINGS: (
        _ERROR,
        N_("Something in your own account stopped the e-mail."),
        N_(
            "Look the word up in your account's settings: limits, From address, sending domain, contact type."
        ),
        "settings",
    ),
    Reason.LOW_ENGAGEMENT: (
        _NOTICE,
        N_("It was held back because the contact rarely opens."),
        N_("If the contact wants your e-mail, ask them to sign up again."),
        "low-engagement",
    ),
    Reason.FEEDBACK: (
        _WARNING,
        N_("This is a complaint: the recipient reported the e-mail as spam, or asked to be taken off."),
        N_("Take the recipient off the list, and do not send again."),
        "opted-out",
    ),
    Reason.VACATION: (
        _INFO,
        N_("This is an automatic reply. The e-mail has arrived."),
        N_("There is nothing to do."),
        "bounced",
    ),
    Reason.DELIVERED: (
        _INFO,
        N_("The receiving server took the e-mail."),
        N_("There is nothing to do here. If nobody has seen it, look in the junk folder and the quarantine."),
        "bounced",
    ),
    Reason.UNCLEAR: (
        _WARNING,
        N_("The server said no, but not in words we know."),
        N_("Send the quoted text to the recipient's IT and ask what their server means."),
        "bounced",
    ),
    Reason.UNKNOWN: (
        _WARNING,
        N_("This is a bounce that gives no reason."),
        N_("Ask the recipient in another way, and check the address with them."),
        "bounced",
    ),
}

MESSAGES: Mapping[Reason, Message] = MappingProxyType(
    {
        reason: Message(severity, title, what_to_do, ACTORS[reason], f"{_PAGE}#{anchor}")
        for reason, (severity, title, what_to_do, anchor) in _WORDS.items()
    }
)
"""What readers see, by reason."""

_TOOL = "tools/bounce"
_ASK = {
    Problem.EMPTY: (
        N_("Nothing was pasted."),
        N_("Paste the whole e-mail that came back, or the line with the number and the server's words."),
        f"{_TOOL}#where-to-find-it",
    ),
    Problem.OUTLOOK_FILE: (
        N_("This is an Outlook file (.msg), which cannot be read here."),
        N_("Open it in Outlook, mark all of its text, copy it and paste it here."),
        f"{_TOOL}#where-to-find-it",
    ),
    Problem.OUTLOOK_COPY: (
        N_("This is a copy of an e-mail's first lines. The server's answer is not in it."),
        N_("Open the e-mail that came back, and copy all of it, down to the information for administrators."),
        f"{_TOOL}#where-to-find-it",
    ),
    Problem.NO_TEXT: (
        N_("This is a picture or a file without text."),
        N_("Open the e-mail that came back, mark its text, copy it and paste it here."),
        f"{_TOOL}#where-to-find-it",
    ),
    Problem.SMTP_LOG: (
        N_("This is a log of two servers talking, and nothing in it was refused."),
        N_("Look for a line that begins with a number from 400 to 599, and paste that part of the log."),
        f"{_TOOL}#where-to-find-it",
    ),
    Problem.ORDINARY_MAIL: (
        N_("This is an ordinary e-mail, not one that came back."),
        N_("It did arrive somewhere. Its headers tell where it went, and another page here reads them."),
        "tools/headers#where-to-find-them",
    ),
    Problem.NOTHING_FOUND: (
        N_("This does not look like a bounce."),
        N_("Paste the whole e-mail that came back, or the line with the number and the server's words."),
        f"{_PAGE}#bounced",
    ),
}

PROBLEMS: Mapping[Problem, Message] = MappingProxyType(
    {
        problem: Message(_INFO, title, what, Actor.NOBODY, guide)
        for problem, (title, what, guide) in _ASK.items()
    }
)
"""What readers see when the text is no bounce."""


def _answers(question: str, options: Mapping[str, tuple[Reason, ...]]) -> dict[Reason, Answer]:
    return {reason: Answer(question, option) for option, reasons in options.items() for reason in reasons}


ANSWERS: Mapping[Reason, Answer] = MappingProxyType(
    _answers(
        "bounce_reason",
        {
            "unknown_user": (
                Reason.UNKNOWN_USER,
                Reason.RECIPIENT_REFUSED,
                Reason.ADDRESS_MOVED,
                Reason.UNKNOWN_HOST,
                Reason.NO_MAIL_ACCEPTED,
                Reason.SUSPENDED,
            ),
            "temporary": (
                Reason.MAILBOX_FULL,
                Reason.SERVER_FULL,
                Reason.SERVER_ERROR,
                Reason.NETWORK,
                Reason.EXPIRED,
                Reason.TEMPORARY,
                Reason.RATE_LIMITED,
                Reason.TOO_MANY_CONNECTIONS,
            ),
            "blocked": (
                Reason.BAD_REPUTATION,
                Reason.BLOCKED_IP,
                Reason.NOT_AUTHORIZED,
                Reason.SENDER_REFUSED,
                Reason.POLICY,
                Reason.SPAM,
                Reason.VIRUS,
                Reason.CONTENT,
            ),
            "authentication": (Reason.AUTHENTICATION, Reason.NO_REVERSE_DNS),
            "global": (Reason.GLOBAL_BOUNCE,),
            "unknown": (
                Reason.TOO_BIG,
                Reason.TOO_BIG_FOR_RECIPIENT,
                Reason.DELIVERY_PROGRAM,
                Reason.TLS,
                Reason.RECEIVER_TLS,
                Reason.RELAYING,
                Reason.NOT_COMPLIANT,
                Reason.PROTOCOL,
                Reason.UNCLEAR,
                Reason.UNKNOWN,
            ),
        },
    )
    | _answers(
        "not_sent_reason",
        {
            "opted_out": (Reason.OPTED_OUT, Reason.FEEDBACK),
            "bounced_before": (Reason.SUPPRESSED,),
            "settings": (Reason.ACCOUNT_SETTINGS,),
            "engagement": (Reason.LOW_ENGAGEMENT,),
        },
    )
    | _answers("status", {"delivered": (Reason.DELIVERED, Reason.VACATION)})
)
"""Which answer of the marketer's questions each reason gives."""
