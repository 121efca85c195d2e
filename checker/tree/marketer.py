"""The way of somebody who sent an e-mail: scope first, then what HubSpot says, then the contact's side."""

from checker.i18n import N_
from checker.tree.choices import GATEWAYS, options
from checker.tree.marketer_results import MARKETER_RESULTS
from checker.tree.model import Node, Option, Question, Whose

STATUS_STEPS = (
    N_("In HubSpot, open the contact: click the contact's **name**."),
    N_("Open the **Activities** tab."),
    N_("Under **Filter by**, tick **Marketing email** and untick the rest."),
    N_("Find the e-mail in the list and see whether it was sent, and whether it was delivered."),
)

_CONNECTED_STEPS = (
    N_("Ask whoever set up HubSpot: connecting a domain means adding records to its DNS."),
    N_("In DNS, two names that begin with **hs1-** and **hs2-** show that it was done."),
)

MARKETER: tuple[Node, ...] = (
    Question(
        "scope",
        N_("How many did not see it?"),
        short=N_("How many"),
        lead=N_("This tells whether to look at one mailbox, at one organisation's filter or at yourself."),
        options=(
            Option("one", N_("One person"), "status"),
            Option("organisation", N_("Several people at one organisation"), "status"),
            Option("many", N_("Many people, at many organisations"), "many_status"),
        ),
        guide="guide/delivered#two-reasons",
    ),
    Question(
        "status",
        N_("What does HubSpot say about the e-mail to this contact?"),
        short=N_("HubSpot's status"),
        lead=N_("Several contacts? Take one of them."),
        evidence=("bounce",),
        options=(
            Option("delivered", N_("Delivered"), "contact_looked"),
            Option("bounced", N_("Bounced"), "bounce_reason"),
            Option("not_sent", N_("Not sent"), "not_sent_reason"),
            Option("not_found", N_("I cannot find the e-mail on the contact"), "not_in_send"),
            Option("unknown", N_("I do not know yet"), "status_lookup"),
        ),
        guide="guide/check-delivery#in-hubspot",
    ),
    Question(
        "status_lookup",
        N_("Look it up. What did you find?"),
        short=N_("HubSpot's status, looked up"),
        how_title=N_("How to look it up in HubSpot"),
        how=STATUS_STEPS,
        evidence=("bounce",),
        options=(
            Option("delivered", N_("It was delivered"), "contact_looked"),
            Option("bounced", N_("It bounced"), "bounce_reason"),
            Option("not_sent", N_("It was not sent"), "not_sent_reason"),
            Option("not_found", N_("The e-mail is not there"), "not_in_send"),
            Option("no_access", N_("I have no access to HubSpot"), "ask_hubspot_user"),
        ),
        guide="guide/check-delivery#in-hubspot",
    ),
    Question(
        "contact_looked",
        N_("Where has the contact looked?"),
        short=N_("Where the contact looked"),
        evidence=("headers",),
        options=(
            Option("junk_found", N_("In the junk folder, and it was there"), "contact_junk"),
            Option("junk_earlier", N_("In the junk folder: only earlier e-mail from us"), "contact_system"),
            Option("junk_empty", N_("In the junk folder, and it was not there"), "contact_system"),
            Option("nowhere", N_("Nowhere yet, or I do not know"), "ask_contact"),
        ),
        guide="guide/junk-folder#look-in-junk",
    ),
    Question(
        "contact_system",
        N_("Which e-mail system does the contact use?"),
        short=N_("The contact's system"),
        lead=N_("The contact knows, or their IT does."),
        how_title=N_("How to find out"),
        how=(
            N_("Look after the @ sign: gmail.com, outlook.com or icloud.com is a private mailbox."),
            N_("Otherwise ask the contact: “Do you read e-mail in Outlook or in Gmail at work?”"),
            N_("Outlook at work usually means Microsoft 365."),
        ),
        evidence=("headers",),
        domain=Whose.CONTACT,
        options=(
            Option("m365", N_("Microsoft 365 (Outlook at work or school)"), "contact_gateway"),
            Option("google_workspace", N_("Google Workspace (Gmail at work or school)"), "contact_gateway"),
            Option("own_server", N_("Their own mail server, or another supplier"), "contact_gateway"),
            Option("private", N_("A private mailbox, such as Gmail or iCloud"), "contact_private_unseen"),
            Option("unknown", N_("I do not know"), "contact_gateway"),
        ),
        guide="guide/mail-systems",
    ),
    Question(
        "contact_gateway",
        N_("Is there a separate security filter in front of it?"),
        short=N_("A filter in front"),
        lead=N_("Many organisations have two filters. Each has its own quarantine and its own allowlist."),
        how_title=N_("How to find out"),
        how=(
            N_("Ask the contact whether they get a daily list of held e-mail, and whose name is on it."),
            N_("Or ask their IT: “What is your MX record, and what filters your e-mail?”"),
        ),
        evidence=("headers",),
        domain=Whose.CONTACT,
        options=(
            Option("none", N_("No, only the mail system's own filter"), "domain_connected"),
            *options("domain_connected", GATEWAYS),
            Option("other", N_("Yes, another one"), "domain_connected"),
            Option("unknown", N_("I do not know"), "domain_connected"),
        ),
        guide="guide/quarantine#two-filters",
    ),
    Question(
        "domain_connected",
        N_("Is your sending domain connected in HubSpot?"),
        short=N_("Your sending domain"),
        lead=N_(
            "A connected domain lets HubSpot sign e-mail in your name. Accounts with only the free tools cannot."
        ),
        how_title=N_("How to find out"),
        how=_CONNECTED_STEPS,
        evidence=("headers",),
        domain=Whose.SENDER,
        options=(
            Option("connected", N_("Yes"), "likely_quarantine"),
            Option("not_connected", N_("No, or we use only the free tools"), "likely_quarantine"),
            Option("unknown", N_("I do not know"), "likely_quarantine"),
        ),
        guide="guide/prevention#connect-your-sending-domain",
    ),
    Question(
        "bounce_reason",
        N_("What reason does HubSpot give for the bounce?"),
        short=N_("The reason for the bounce"),
        lead=N_("The words differ. Choose what comes closest."),
        how_title=N_("Let the text answer"),
        how=(
            N_("Copy the bounce, or the reason that HubSpot shows."),
            N_(
                "Paste it on the page [Read a bounce](tools/bounce). It leads back here with the answer given."
            ),
        ),
        evidence=("bounce",),
        options=(
            Option("unknown_user", N_("The address does not exist (unknown user)"), "bounced_address"),
            Option(
                "temporary",
                N_("Something that may pass"),
                "bounced_temporary",
                hint=N_("Mailbox full, time-out, “try again later”, a fault in the receiver's DNS"),
            ),
            Option(
                "blocked",
                N_("Refused by a filter"),
                "bounced_blocked",
                hint=N_("Spam, content, policy, reputation, filtered"),
            ),
            Option(
                "authentication",
                N_("Refused because of DMARC or the sending domain"),
                "bounced_authentication",
            ),
            Option("global", N_("Global bounce: bounced for other HubSpot customers too"), "bounced_global"),
            Option("unknown", N_("Something else, or I cannot see it"), "bounced_unknown"),
        ),
        guide="guide/not-sent-and-bounced#bounced",
    ),
    Question(
        "not_sent_reason",
        N_("Why was it not sent?"),
        short=N_("Why it was not sent"),
        lead=N_("HubSpot shows a reason next to “not sent”."),
        evidence=("bounce",),
        options=(
            Option("opted_out", N_("The contact has unsubscribed or opted out"), "not_sent_choice"),
            Option(
                "bounced_before",
                N_("The address bounced before, or it is quarantined by HubSpot"),
                "not_sent_bounced_before",
            ),
            Option(
                "settings",
                N_("Something in our account"),
                "not_sent_settings",
                hint=N_("Not a marketing contact, a limit reached, the From address, the sending domain"),
            ),
            Option(
                "engagement",
                N_("The contact rarely opens our e-mail (graymail, fatigue)"),
                "not_sent_engagement",
            ),
            Option("unknown", N_("Something else, or no reason shown"), "not_sent_other"),
        ),
        guide="guide/not-sent-and-bounced#not-sent",
    ),
    Question(
        "many_status",
        N_("What does HubSpot say for most of them?"),
        short=N_("HubSpot's status for most"),
        how_title=N_("How to look it up for one contact"),
        how=STATUS_STEPS,
        evidence=("bounce",),
        options=(
            Option("delivered", N_("Delivered"), "many_pattern"),
            Option("bounced", N_("Bounced"), "bounce_reason"),
            Option("not_sent", N_("Not sent"), "not_sent_reason"),
            Option("unknown", N_("I do not know"), "count_first"),
        ),
        guide="guide/check-delivery#what-the-status-means",
    ),
    Question(
        "many_pattern",
        N_("What do they have in common?"),
        short=N_("What they have in common"),
        options=(
            Option("one_provider", N_("Most use the same provider, such as Gmail"), "many_domain"),
            Option("work", N_("Most have work addresses, at many organisations"), "many_domain"),
            Option("nothing", N_("Nothing that I can see"), "many_domain"),
        ),
        guide="guide/prevention#measure",
    ),
    Question(
        "many_domain",
        N_("Is your sending domain connected in HubSpot?"),
        short=N_("Your sending domain"),
        lead=N_("When many do not see it, the cause is more often on the sender's side."),
        how_title=N_("How to find out"),
        how=_CONNECTED_STEPS,
        domain=Whose.SENDER,
        options=(
            Option("connected", N_("Yes"), "sender_reputation"),
            Option("not_connected", N_("No, or we use only the free tools"), "connect_domain"),
            Option("unknown", N_("I do not know"), "connect_domain"),
        ),
        guide="guide/prevention#connect-your-sending-domain",
    ),
    *MARKETER_RESULTS,
)
