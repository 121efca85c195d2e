"""The words of the checker's own controls."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from checker.checklist.model import Actor
from checker.i18n import N_, Translate
from checker.tree.model import End, Whose

BACK = N_("Back")
START_AGAIN = N_("Start again")
YOUR_ANSWERS = N_("Your answers")
CHANGE = N_("Change")
CHOSEN = N_("your answer now")
READ_MORE = N_("Read more")
GUIDE = N_("More about this in the guide")
WHY = N_("Why we say so")
YOU_ANSWERED = N_("You answered")
FIRST = N_("Do this first")
REST = N_("The rest of the checklist")
NOT_TO_ASK = N_("What not to ask for")
NOTES = N_("Ready notes")
NOTES_LEAD = N_(
    "Fill in what you know, and the notes are filled in as you type. Nothing you write here leaves this page."
)
NOTES_STATIC = N_("Copy the note and put in what stands in brackets.")
NOTE_LANGUAGE = N_("Language of the notes")
COPY_NOTE = N_("Copy the note")
MAIL_NOTE = N_("Open it in your e-mail program")
MAIL_LONG = N_("The note is too long to hand over, so it has been copied. Paste it into the e-mail.")
COPY_LIST = N_("Copy the checklist")
DOWNLOAD = N_("Download as Markdown")
PRINT = N_("Print")
COPIED = N_("Copied")
COPY_FILE = N_("Copy this text")
SAVE_FILE = N_("Save as a file")
OR_FILE = N_("Or choose a file, or drop it on the field")
MORE_FIELDS = N_("More fields, if you have more to go by")
ASK = N_("Ask {name}")
ASK_NOBODY = N_("Ask nobody")
RUN_BY = N_("Run by {operator}, {country}. It learns the domain and your IP address.")
CANCEL = N_("Stop")
HOW = N_("How")
ONLY_IF = N_("Only if")
NOT_IF = N_("Not if")
ANSWER_IS = N_("{question}: {options}")
SOURCE = N_("Source: {source}, checked {date}")
THEIR_EMAIL = N_("How to know our e-mail")
OTHER_PLATFORM = N_(
    "We send with {platform}. Where the steps name HubSpot, see [other sending services](guide/other-platforms)."
)
STILL_STUCK = N_("Does none of this help? Then ask")
STEPS_VARY = N_("The steps depend on the mail system: see [step by step](guide/mail-systems).")
FILE_NAME = N_("fremme-checklist")

ENDS: Mapping[End, str] = MappingProxyType(
    {
        End.FOUND: N_("Found"),
        End.LIKELY: N_("Most likely"),
        End.THEY_KNOW: N_("Cannot be seen from here"),
        End.NOTHING_TO_DO: N_("Nothing to do"),
        End.FIND_OUT: N_("Find out first"),
    }
)

ACTORS: Mapping[Actor, Mapping[Actor, str]] = MappingProxyType(
    {
        Actor.SENDER: MappingProxyType(
            {
                Actor.SENDER: N_("You"),
                Actor.RECIPIENT: N_("The contact"),
                Actor.RECIPIENT_IT: N_("The contact's IT"),
            }
        ),
        Actor.RECIPIENT: MappingProxyType(
            {
                Actor.RECIPIENT: N_("You"),
                Actor.SENDER: N_("The sender"),
                Actor.RECIPIENT_IT: N_("Your IT department"),
            }
        ),
        Actor.RECIPIENT_IT: MappingProxyType(
            {
                Actor.RECIPIENT_IT: N_("You"),
                Actor.RECIPIENT: N_("The user"),
                Actor.SENDER: N_("The sender"),
            }
        ),
    }
)
"""Reader → actor → what the group is called."""

TASKS: Mapping[str, str] = MappingProxyType(
    {
        "rescue": N_("Get an e-mail out of the junk folder"),
        "allow_sender": N_("Make a sender known, as a user"),
        "filter_setting": N_("See what the spam filter does"),
        "release": N_("Release an e-mail from quarantine, as a user"),
        "trace": N_("Trace an e-mail, as an administrator"),
        "release_admin": N_("Release an e-mail from quarantine, as an administrator"),
        "notify_users": N_("Let users know about the quarantine"),
        "allow_sender_admin": N_("Let a sending domain through, as an administrator"),
        "allow_rule": N_("Make a rule that demands authentication"),
        "allow_ip": N_("Allow IP addresses, as a last resort"),
    }
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "mailbox": N_("Private mailboxes and hosts"),
        "suite": N_("Mail systems at work"),
        "gateway": N_("Security gateways"),
        "inline": N_("Filters inside the mail system"),
    }
)

SEERS: Mapping[str, str] = MappingProxyType(
    {"sender": N_("The sender"), "recipient": N_("The recipient"), "recipient_it": N_("The recipient's IT")}
)
SEERS_SHORT: Mapping[str, str] = MappingProxyType(
    {"sender": N_("Sender"), "recipient": N_("Recipient"), "recipient_it": N_("Their IT")}
)
SEES: Mapping[str, str] = MappingProxyType(
    {"yes": N_("sees it"), "partly": N_("sees some of it"), "no": N_("sees nothing")}
)
CUSTODY_TITLE = N_("The way of an e-mail, and who can see it where")
CUSTODY_TEXT = N_(
    "The sender can follow the e-mail until the recipient's server has accepted it. After that, only the "
    "recipient and the recipient's IT can see where it went."
)
CUSTODY_ENDS = N_("then it ends in one of these places")
CUSTODY_LIMIT = N_("The sender's view ends here")
HOP = N_("Place")
TABLE_CAPTION = N_("The same as a table")
DELIVERED = N_("“delivered”")

PICTURE_TITLE = N_("The questions for: {role}")
PICTURE_TEXT = N_("The same as the list below, drawn. Each box leads to the question or the result.")
RESULT = N_("Result")
QUESTION = N_("Question")

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "fetch": N_("Fetching the part that tailors the checklist …"),
        "start": N_("Starting it …"),
        "ready": N_("Ready."),
        "failed": N_(
            "The part that tailors the checklist could not start here. Everything below still works: the "
            "questions, the results and the notes are complete, only not fitted to all your answers."
        ),
        "error": N_(
            "Something went wrong on this page, and the fault is ours. Start again, or reload the page."
        ),
        "copy_failed": N_("Your browser did not allow copying. The text is selected: copy it by hand."),
    }
)

PASTE_TITLES: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        ("bounce",): N_("Do you have the bounce? Let it answer"),
        ("headers",): N_("Do you have an e-mail from them? Let it answer"),
        ("headers", "bounce"): N_("Do you have the message or the bounce? Let it answer"),
    }
)
PASTE_LABEL = N_("Paste it here")
PASTE_HINT = N_("All of it, with the lines of numbers and names. It stays in your browser.")
PASTE_READ = N_("Read it and answer")
PASTE_NOTHING = N_("Nothing in this text answers the question. Choose an answer above instead.")
PASTE_ANSWERED = N_("Answered for you. You can change every answer below.")
SAID_BY: Mapping[str, str] = MappingProxyType(
    {
        "bounce": N_("The bounce says so: “{quote}”"),
        "headers": N_("The message's headers say so: “{quote}”"),
        "address": N_("So have all with an address at {quote}"),
        "server": N_("The domain's mail server says so: {quote}"),
        "spf": N_("Likely: the SPF record of {quote} says that they send through it"),
        "keys": N_("HubSpot's signing keys stand in the DNS of {quote}"),
        "no_keys": N_("HubSpot's signing keys are missing in the DNS of {quote}, or do not work"),
    }
)

LOOK_UP_TITLES: Mapping[Whose, str] = MappingProxyType(
    {
        Whose.CONTACT: N_("Do you have their address? Let it answer"),
        Whose.OWN: N_("Let your address answer"),
        Whose.SENDER: N_("Let the domain answer"),
    }
)
LOOK_UP_LABELS: Mapping[Whose, str] = MappingProxyType(
    {
        Whose.CONTACT: N_("The contact's address, or what stands after the @ sign"),
        Whose.OWN: N_("Your address, or what stands after the @ sign"),
        Whose.SENDER: N_("The domain you send from"),
    }
)
LOOK_UP_HINT = N_("Only the domain is used. Nobody is asked before you have chosen whom.")
LOOK_UP_ACCOUNT = N_("Your Hub ID in HubSpot, if you know it")
LOOK_UP_ACCOUNT_HINT = N_("The number that HubSpot's records are named after.")
LOOK_UP = N_("Find out")

TOOL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "reading": N_("Reading …"),
        "stopped": N_("Stopped. What you filled in is still here."),
        "copied": COPIED,
    }
)

SENDING_TOOL = N_("the sending tool")
LOOK_UP_IN = N_("How to look it up in {name}")
LOOK_UP_ANYWHERE = (
    N_("Open the report on the e-mail, or the log of what was sent."),
    N_("Find the one recipient in it, not the totals."),
    N_("See which word stands there. The tool's own help says what it means."),
)

ROWS_SO_FAR = N_("Reading: {count} rows so far")
BOUNCE_TITLE = N_("What it says")
BOUNCE_ADDRESS = N_("Recipient")
BOUNCE_CODES = N_("Codes")
WHO_ACTS = N_("Who can act")
NOBODY = N_("Nobody needs to do anything")
HOW_LONG = N_("How long it lasts")
LASTING: Mapping[str, str] = MappingProxyType(
    {
        "permanent": N_("For good: the server does not want it tried again"),
        "temporary": N_("For now: the sender's server tries again"),
    }
)
RESTS_ON = N_("What this rests on")
LINES = N_("(lines {first}–{last})")
GO_ON = N_("Go on in the checker with this answer")

READ_HEADERS = N_("Read headers")
PASS_ON = N_("Pass it on")
PASS_ON_TEXT = N_("The same without persons")
PASS_ON_FILE = N_("bounce")
NOTHING_MASKED = N_("There is no address in it, so nothing had to be masked.")
MASKED_HINT = N_(
    "Copy this text when you ask somebody for help. Addresses, message numbers and the ends of links are masked. "
    "The domain behind the @ and the server's IP addresses stay: those who help need them."
)
MASKED_TABLE = N_("What is masked")
MASKED_WHAT = N_("In what you pasted")
MASKED_KIND = N_("What it is")
MASKED_AS = N_("In the text below")
MASKED: Mapping[str, str] = MappingProxyType(
    {
        "address": N_("E-mail address"),
        "message-id": N_("Message ID"),
        "link": N_("End of a link"),
        "id": N_("Number of a recipient or mailing"),
        "ip": N_("IP address"),
    }
)

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_DATE = N_("{day} {month} {year}")


def written(day: date, translate: Translate) -> str:
    """Write a date the way the language does."""
    return translate(_DATE).format(day=day.day, month=translate(_MONTHS[day.month - 1]), year=day.year)
