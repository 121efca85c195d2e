"""The way of somebody who waits for an e-mail: from "how long?" to the place where it lies."""

from checker.i18n import N_
from checker.tree.choices import HOSTED, PRIVATE, WORK, options
from checker.tree.model import End, Node, Option, Outcome, Question, Reason, Whose, answered

RECIPIENT: tuple[Node, ...] = (
    Question(
        "waited",
        N_("When was the e-mail sent?"),
        short=N_("When it was sent"),
        lead=N_("The time the sender gives is good enough."),
        options=(
            Option("minutes", N_("Less than an hour ago"), "still_on_its_way"),
            Option("hours", N_("Today, more than an hour ago"), "junk"),
            Option("days", N_("Yesterday or earlier"), "junk"),
            Option("unknown", N_("I do not know"), "junk"),
        ),
        guide="guide/check-delivery#still-on-its-way",
    ),
    Question(
        "junk",
        N_("Is it in your junk folder?"),
        short=N_("The junk folder"),
        lead=N_("The folder is called Junk, Junk Email or Spam, depending on where you read your e-mail."),
        how_title=N_("How to find the folder"),
        how=(
            N_("Open your mailbox in a web browser if you can: apps on a phone often hide folders."),
            N_("Look in the list of folders. You may have to unfold it with **More** or a menu button."),
            N_("In the folder, search for the sender's name, then look at the newest messages by date."),
        ),
        options=(
            Option("found", N_("Yes, there it is"), "mailbox"),
            Option("earlier", N_("Not this one, but earlier e-mail from them is"), "elsewhere"),
            Option("empty", N_("No, nothing from them"), "elsewhere"),
            Option("no_folder", N_("I cannot find the folder"), "elsewhere"),
        ),
        guide="guide/junk-folder#look-in-junk",
    ),
    Question(
        "mailbox",
        N_("Where do you read your e-mail?"),
        short=N_("Your mailbox"),
        lead=N_("The steps differ a little from place to place."),
        evidence=("headers",),
        domain=Whose.OWN,
        options=(
            *options("found_in_junk", PRIVATE, WORK, HOSTED),
            Option("other", N_("Somewhere else, or I do not know"), "found_in_junk"),
        ),
        guide="guide/mail-systems",
    ),
    Question(
        "elsewhere",
        N_("Search the whole mailbox for the sender. Does it turn up?"),
        short=N_("Search of the mailbox"),
        lead=N_("Search for the sender's name, then for a word from the subject. Look in all folders."),
        how_title=N_("How to search everywhere"),
        how=(
            N_("Choose all folders, or all mail, where the search lets you choose."),
            N_("Look in the archive and among deleted messages too."),
            N_("Look under the tabs or categories next to your inbox, such as Promotions or Other."),
        ),
        options=(
            Option("found", N_("Yes, in another folder or under a tab"), "moved"),
            Option("nowhere", N_("No, not anywhere"), "account"),
            Option("unable", N_("I could not search everywhere"), "account"),
        ),
        guide="guide/rules-and-tabs#search-everywhere",
    ),
    Question(
        "account",
        N_("What kind of address was it sent to?"),
        short=N_("The address"),
        evidence=("headers",),
        domain=Whose.OWN,
        options=(
            Option("work", N_("An address at work, at school or in an organisation"), "work_system"),
            Option(
                "private",
                N_("A private address"),
                "private_system",
                hint=N_("Gmail, Outlook.com, iCloud, your internet provider …"),
            ),
            Option("unknown", N_("I am not sure which address they used"), "wrong_address"),
        ),
        guide="guide/quarantine#what-it-is",
    ),
    Question(
        "work_system",
        N_("Which e-mail system does your organisation use?"),
        short=N_("Your organisation's system"),
        evidence=("headers",),
        domain=Whose.OWN,
        options=(
            *options("quarantine_list", WORK),
            Option("other", N_("Another system"), "quarantine_list"),
            Option("unknown", N_("I do not know"), "quarantine_list"),
        ),
        guide="guide/mail-systems",
    ),
    Question(
        "quarantine_list",
        N_("Can you see a list of e-mail that the filter holds back?"),
        short=N_("The quarantine list"),
        lead=N_("It is called quarantine. Many organisations have one, and often nobody has told you."),
        how_title=N_("How to find out"),
        how=(
            N_("Search your inbox for **quarantine**: some filters send a list of what they hold."),
            N_(
                "With Microsoft 365, sign in at [security.microsoft.com/quarantine]"
                "(https://security.microsoft.com/quarantine?viewid=Email) with your work account."
            ),
            N_("Ask a colleague whether they get such a list, and where from."),
        ),
        options=(
            Option("there", N_("Yes, and the e-mail is on it"), "in_quarantine"),
            Option("not_there", N_("Yes, but the e-mail is not on it"), "ask_own_it"),
            Option("no_list", N_("No, I have never seen such a list"), "ask_own_it"),
        ),
        guide="guide/quarantine#release-it-yourself",
    ),
    Question(
        "private_system",
        N_("Where is the private address?"),
        short=N_("Your mailbox"),
        lead=N_("Look at what stands after the @ sign."),
        evidence=("headers",),
        domain=Whose.OWN,
        options=(
            *options("sender_says", PRIVATE, HOSTED),
            Option("other", N_("Somewhere else, or I do not know"), "sender_says"),
        ),
        guide="guide/mail-systems",
    ),
    Question(
        "sender_says",
        N_("What does the sender's system say?"),
        short=N_("The sender's answer"),
        lead=N_("Whoever sent it can look up what happened on their side."),
        evidence=("bounce",),
        options=(
            Option("delivered", N_("They say that it was delivered"), "private_unseen"),
            Option("bounced", N_("They say that it bounced, or was never sent"), "sender_bounced"),
            Option("other_address", N_("They used another address than I thought"), "wrong_address"),
            Option("not_asked", N_("I have not asked them"), "ask_sender"),
        ),
        guide="guide/check-delivery",
    ),
    Outcome(
        "still_on_its_way",
        N_("It may still be on its way"),
        short=N_("Still on its way"),
        says=(
            N_("Most e-mail arrives within a minute or two, but not all of it."),
            N_(
                "Some servers ask an unknown sender to try again later. That costs a few minutes, "
                "sometimes an hour. Nothing is wrong yet."
            ),
        ),
        end=End.NOTHING_TO_DO,
        guide="guide/check-delivery#still-on-its-way",
        reasons=(
            Reason(
                answered("waited", "minutes"), N_("A delay of up to an hour is common and clears by itself.")
            ),
        ),
    ),
    Outcome(
        "found_in_junk",
        N_("It was in your junk folder"),
        short=N_("In the junk folder"),
        says=(
            N_("Your mail system received the e-mail and took it for junk."),
            N_(
                "The sender cannot see this: on their side it says “delivered”. Move it to the inbox, "
                "and the filter learns that you want e-mail from them."
            ),
        ),
        end=End.FOUND,
        guide="guide/junk-folder#rescue",
        reasons=(Reason(answered("junk", "found"), N_("You found it there yourself.")),),
    ),
    Outcome(
        "moved",
        N_("It arrived, and something moved it"),
        short=N_("Moved by a rule or a tab"),
        says=(
            N_("The e-mail is in your mailbox, only not where you look."),
            N_("A rule, a tab or category, an archive button or another device has put it there."),
        ),
        end=End.FOUND,
        guide="guide/rules-and-tabs#rules",
        reasons=(
            Reason(answered("elsewhere", "found"), N_("A search found it outside the inbox.")),
            Reason(
                answered("junk", "earlier"),
                N_("Earlier e-mail from them lies in junk, so the filter is wary of this sender as well."),
            ),
        ),
    ),
    Outcome(
        "wrong_address",
        N_("It may have gone to another address"),
        short=N_("Another address"),
        says=(
            N_("Many of us have an old address, a work address and one that we only use for shops."),
            N_("Ask the sender which address they have, letter by letter. Then look there."),
        ),
        end=End.FIND_OUT,
        guide="guide/rules-and-tabs#dormant",
        reasons=(
            Reason(answered("account", "unknown"), N_("You are not sure which address they used.")),
            Reason(answered("sender_says", "other_address"), N_("They used another address.")),
        ),
    ),
    Outcome(
        "in_quarantine",
        N_("Your organisation's filter is holding it"),
        short=N_("In quarantine"),
        says=(
            N_("The e-mail reached your organisation, and the security filter put it in quarantine."),
            N_(
                "You can release some messages yourself. Others only an administrator can release. "
                "The list shows which."
            ),
        ),
        end=End.FOUND,
        guide="guide/quarantine#release-it-yourself",
        reasons=(Reason(answered("quarantine_list", "there"), N_("You can see it on the list.")),),
    ),
    Outcome(
        "ask_own_it",
        N_("Only your IT department can see where it is"),
        short=N_("Ask your own IT"),
        says=(
            N_(
                "The e-mail is not in the parts of the mailbox that you can see. Most likely a security "
                "filter took it before it got there."
            ),
            N_(
                "Neither you nor the sender can look into that filter. Your IT department can, in a few "
                "minutes, if they get four facts: subject line, From address, date and time."
            ),
        ),
        end=End.THEY_KNOW,
        guide="guide/quarantine#ask-it",
        reasons=(
            Reason(
                answered("junk", "earlier"),
                N_(
                    "The filter has put earlier e-mail from them in junk. This one may have been judged harder."
                ),
            ),
            Reason(answered("elsewhere", "nowhere"), N_("You have searched the whole mailbox.")),
            Reason(
                answered("quarantine_list", "no_list"),
                N_(
                    "Users often see no quarantine list at all: with Microsoft 365 the notice is off by default."
                ),
            ),
            Reason(
                answered("quarantine_list", "not_there"),
                N_("Some filters keep a second list that only administrators see."),
            ),
        ),
    ),
    Outcome(
        "private_unseen",
        N_("Accepted by your provider, but not shown to you"),
        short=N_("Accepted, not shown"),
        says=(
            N_(
                "“Delivered” means that your provider's server said yes. What happened next, only the "
                "provider knows, and they rarely tell."
            ),
            N_(
                "With a private address there is nobody to ask for a release. The surest way on is to make "
                "the sender known to your mailbox and ask them to send it again, or to use another address."
            ),
        ),
        end=End.THEY_KNOW,
        guide="guide/delivered#what-it-does-not-say",
        reasons=(
            Reason(answered("sender_says", "delivered"), N_("The sender's side shows that it was accepted.")),
            Reason(
                answered("private_system", "telenor"),
                N_("Telenor's spam filter can be set to delete instead of filing. Check that setting first."),
            ),
            Reason(
                answered("private_system", "proton"),
                N_("With Proton, e-mail from an address on your block list is dropped, not filed."),
            ),
        ),
    ),
    Outcome(
        "sender_bounced",
        N_("It never reached you"),
        short=N_("Never reached you"),
        says=(
            N_(
                "The e-mail was refused on the way, or it was never sent. There is nothing to find on your side."
            ),
            N_("The sender has the reason and can put it right. Often it is a typing error in the address."),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#bounced",
        reasons=(Reason(answered("sender_says", "bounced"), N_("The sender's side says so.")),),
    ),
    Outcome(
        "ask_sender",
        N_("The sender can see the first half of the way"),
        short=N_("Ask the sender"),
        says=(
            N_("You have looked where you can look. The next fact is on the sender's side."),
            N_("Ask whether it was sent, to which address, when, and whether their system says “delivered”."),
        ),
        end=End.FIND_OUT,
        guide="guide/check-delivery",
        reasons=(
            Reason(answered("sender_says", "not_asked"), N_("Nobody has checked the sender's side yet.")),
        ),
    ),
)
