"""The tree itself: the first question, then one file for each role."""

from checker.i18n import N_
from checker.tree.administrator import ADMINISTRATOR
from checker.tree.marketer import MARKETER
from checker.tree.model import Option, Question, Tree
from checker.tree.platforms import PLATFORM
from checker.tree.recipient import RECIPIENT

_ROLE = Question(
    "role",
    N_("Which of these is you?"),
    short=N_("Who you are"),
    options=(
        Option(
            "recipient",
            N_("I am waiting for an e-mail"),
            "waited",
            hint=N_("Somebody says that it was sent, and it is not here."),
        ),
        Option(
            "marketer",
            N_("I sent it"),
            "scope",
            hint=N_("HubSpot says delivered. The contact says that nothing came."),
        ),
        Option(
            "it",
            N_("I run the mail system"),
            "task",
            hint=N_("Somebody asks me to find a message or to let a sender through."),
        ),
    ),
    guide="guide/delivered",
)

TREE = Tree("role", (_ROLE, *RECIPIENT, *MARKETER, *ADMINISTRATOR), (PLATFORM,))
