"""What could not be read or does not count, what was put right first, and the way it came."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.findings import Severity
from checker.headers.codes import Code
from checker.headers.model import Fault, Repair
from checker.i18n import N_
from checker.messages.headers_note import Advice, Note

_INFO, _NOTICE, _WARNING = Severity.INFO, Severity.NOTICE, Severity.WARNING

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

NOTES: Mapping[Code, Note] = MappingProxyType(
    {
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
        Code.SUMMARY_ONLY: Note(
            _NOTICE,
            N_("This is only the table of Gmail's page. Copy the text below it as well, to see more."),
        ),
    }
)
"""The way, the trust line, and what was left out."""
