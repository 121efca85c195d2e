"""What the recipient can do."""

from checker.checklist.model import Actor, Item
from checker.i18n import N_
from checker.tree.model import answered

_DO = Actor.RECIPIENT

RECIPIENT_ITEMS = (
    Item(
        "wait",
        _DO,
        N_("Wait for an hour, then search again"),
        N_("A server that asks the sender to try again later does so on purpose. It passes by itself."),
        "guide/check-delivery#still-on-its-way",
    ),
    Item(
        "look_in_junk",
        _DO,
        N_("Look in the junk folder"),
        N_("Of all the places you can reach yourself, this is where it most often lies."),
        "guide/junk-folder#look-in-junk",
        how=(
            N_("Open the mailbox in a web browser if you can: apps on a phone often hide folders."),
            N_("Open the folder called Junk, Junk Email or Spam, and search for the sender's name."),
            N_("Look at earlier e-mail from the same sender too, not only at the missing one."),
        ),
    ),
    Item(
        "rescue",
        _DO,
        N_("Move it to the inbox and mark it as not junk"),
        N_("The filter learns from it. The next e-mail from this sender has a better chance."),
        "guide/junk-folder#rescue",
        how=(N_("Open the e-mail in the junk folder and choose **Not junk** or **Not spam**."),),
        task="rescue",
    ),
    Item(
        "rescue_earlier",
        _DO,
        N_("Move the earlier e-mail from this sender out of the junk folder"),
        N_("As long as it lies there, the filter takes it that you do not want e-mail from them."),
        "guide/junk-folder#rescue",
        how=(N_("Open each of them in the junk folder and choose **Not junk** or **Not spam**."),),
        task="rescue",
        when=(answered("junk contact_looked", "earlier", "junk_earlier"),),
    ),
    Item(
        "search_everywhere",
        _DO,
        N_("Search all folders for the sender and the subject"),
        N_("Rules, tabs and other devices move e-mail. A search finds it wherever it is."),
        "guide/rules-and-tabs#search-everywhere",
        how=(
            N_("Choose all folders, or all mail, where the search lets you choose."),
            N_("Look in the archive and among deleted messages too."),
        ),
    ),
    Item(
        "make_known",
        _DO,
        N_("Add the sender's address to your address book or safe senders"),
        N_("Most mail systems treat somebody you know more gently."),
        "guide/allowlisting#address-book",
        how=(
            N_("Use the exact From address of the e-mail, not only the name."),
            N_("Where the exact menu is differs from system to system."),
        ),
        task="allow_sender",
    ),
    Item(
        "open_and_click",
        _DO,
        N_("Open e-mail from them that you do get, and click a link in it"),
        N_("It shows the filter that you want their e-mail. It counts when this has happened before."),
        "guide/allowlisting#engage",
    ),
    Item(
        "check_rules",
        _DO,
        N_("Go through your rules, filters and blocked senders"),
        N_("A rule you made once goes on working after you have forgotten it."),
        "guide/rules-and-tabs#rules",
        how=(
            N_("Look for a rule that names the sender, or a word from the subject."),
            N_("See that the sender is not on your list of blocked senders."),
        ),
    ),
    Item(
        "out_of_the_tab",
        _DO,
        N_("If it lay under a tab, move it to the main one"),
        N_("The mail system remembers the choice for the next e-mail from the same sender."),
        "guide/rules-and-tabs#tabs",
    ),
    Item(
        "release",
        _DO,
        N_("Release it from the quarantine"),
        N_("What you release is delivered to your inbox as if nothing had happened."),
        "guide/quarantine#release-it-yourself",
        how=(N_("Open the list, tick the e-mail and choose to release it."),),
        task="release",
    ),
    Item(
        "request_release",
        _DO,
        N_("If you are not allowed to release it, ask for it"),
        N_("Some kinds only an administrator may release. Malware is never released."),
        "guide/quarantine#ask-it",
    ),
    Item(
        "collect_facts",
        _DO,
        N_("Get four facts from the sender"),
        N_("Subject line, From address, date and time. Without them IT must search in the dark."),
        "guide/quarantine#what-it-needs",
    ),
    Item(
        "write_to_own_it",
        _DO,
        N_("Send your IT department the note below"),
        N_("It says what to look for and where. You need not explain anything more."),
        "guide/quarantine#ask-it",
    ),
    Item(
        "check_delete_setting",
        _DO,
        N_("See whether your spam filter deletes instead of filing"),
        N_("If it does, nothing is left to find, and the next e-mail is lost as well."),
        "guide/junk-folder#stop-it-happening",
        task="filter_setting",
        when=(answered("private_system mailbox", "telenor", "onecom", "isphuset"),),
    ),
    Item(
        "check_address",
        _DO,
        N_("Ask the sender which address they have, letter by letter"),
        N_("One wrong letter is enough. An old address may still accept e-mail that nobody reads."),
        "guide/rules-and-tabs#dormant",
    ),
    Item(
        "other_mailboxes",
        _DO,
        N_("Look in your other mailboxes, and at where they forward to"),
        N_("An address you have forgotten may forward to you, or may have stopped doing so."),
        "guide/rules-and-tabs#forwarding",
    ),
    Item(
        "other_address",
        _DO,
        N_("Give the sender another address"),
        N_("If it is urgent, this is the quickest way round a filter that nobody can look into."),
        "guide/delivered#what-it-does-not-say",
    ),
    Item(
        "ask_the_sender",
        _DO,
        N_("Send the sender the note below"),
        N_("Only they can see whether it was sent, and what the receiving server answered."),
        "guide/check-delivery",
    ),
)
