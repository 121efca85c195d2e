"""The way of somebody who runs a mail system: find a message, let a sender through, or be trusted oneself."""

from checker.i18n import N_
from checker.tree.choices import A_GATEWAY, GATEWAYS, options
from checker.tree.model import End, Node, Option, Outcome, Question, Reason, Whose, answered

_SYSTEMS = (
    ("m365", N_("Microsoft 365")),
    ("google_workspace", N_("Google Workspace")),
    ("exchange", N_("Exchange on our own servers")),
    ("own_server", N_("Our own server (Postfix, SpamAssassin, rspamd …)")),
    ("other", N_("Another system")),
)


ADMINISTRATOR: tuple[Node, ...] = (
    Question(
        "task",
        N_("What have you been asked to do?"),
        short=N_("Your task"),
        options=(
            Option("find", N_("Find an e-mail that a user misses"), "find_system"),
            Option("allow", N_("Let a sender through from now on"), "allow_system"),
            Option("own_domain", N_("See that our own e-mail is trusted"), "own_domain"),
        ),
        guide="guide/quarantine#for-administrators",
    ),
    Question(
        "find_system",
        N_("Where are your users' mailboxes?"),
        short=N_("Your mail system"),
        domain=Whose.OWN,
        options=options("find_gateway", _SYSTEMS),
        guide="guide/mail-systems",
    ),
    Question(
        "find_gateway",
        N_("Is there a gateway in front of them?"),
        short=N_("A gateway in front"),
        lead=N_("Your MX record names the server that takes e-mail first."),
        domain=Whose.OWN,
        options=(
            Option("none", N_("No"), "find_message"),
            *options("find_message", GATEWAYS),
            Option("other", N_("Another one"), "find_message"),
        ),
        guide="guide/quarantine#two-filters",
    ),
    Question(
        "allow_system",
        N_("Where are your users' mailboxes?"),
        short=N_("Your mail system"),
        domain=Whose.OWN,
        options=options("allow_gateway", _SYSTEMS),
        guide="guide/mail-systems",
    ),
    Question(
        "allow_gateway",
        N_("Is there a gateway in front of them?"),
        short=N_("A gateway in front"),
        lead=N_("Behind a gateway, the system sees the gateway's IP address and not the sender's."),
        domain=Whose.OWN,
        options=(
            Option("none", N_("No"), "sender_known"),
            *options("sender_known", GATEWAYS),
            Option("other", N_("Another one"), "sender_known"),
        ),
        guide="guide/quarantine#two-filters",
    ),
    Question(
        "sender_known",
        N_("What do you know about the sender?"),
        short=N_("What you know of the sender"),
        lead=N_("The more exactly you can name the sender, the smaller the hole you make."),
        how_title=N_("How to find out"),
        how=(
            N_("Open the headers of an earlier e-mail from them."),
            N_("Look in **Authentication-Results** for **dmarc=pass** and the domain after **header.from**."),
        ),
        options=(
            Option("dmarc", N_("A sending domain that passes DMARC"), "allow_domain"),
            Option("domain", N_("A domain or a From address, not checked"), "allow_domain"),
            Option("ip_only", N_("Only a list of IP addresses"), "allow_ip"),
        ),
        guide="guide/allowlisting#narrowest-first",
    ),
    Outcome(
        "find_message",
        N_("Trace it, then look in every quarantine"),
        short=N_("Trace the message"),
        says=(
            N_("The sender's server was told “accepted”. Your trace shows what happened after that."),
            N_("Ask for four facts first: subject line, From address, date and time. Then it takes minutes."),
        ),
        end=End.FIND_OUT,
        guide="guide/quarantine#for-administrators",
        reasons=(
            Reason(
                answered("find_gateway", *A_GATEWAY),
                N_("With a gateway there are two traces and two quarantines. Start with the gateway."),
            ),
            Reason(
                answered("find_gateway", "none"),
                N_("Without a gateway there is one trace and one quarantine to look in."),
            ),
            Reason(
                answered("find_system", "m365"),
                N_(
                    "In a Microsoft 365 trace, FilteredAsSpam means the junk folder and Quarantined the quarantine."
                ),
            ),
        ),
    ),
    Outcome(
        "allow_domain",
        N_("Allow the domain, on condition that it proves itself"),
        short=N_("Allow an authenticated domain"),
        says=(
            N_(
                "The narrowest rule that works names the sender's domain and demands that authentication passes."
            ),
            N_("It keeps working when the sender's IP addresses change, and a forger gains nothing by it."),
        ),
        end=End.FOUND,
        guide="guide/allowlisting#narrowest-first",
        reasons=(
            Reason(answered("sender_known", "dmarc"), N_("The sender can be recognised safely.")),
            Reason(
                answered("sender_known", "domain"),
                N_("A From address alone is easy to forge. Check authentication before you allow it."),
            ),
            Reason(
                answered("allow_gateway", *A_GATEWAY),
                N_("The gateway judges first. Allow there, then see whether the second filter lets it pass."),
            ),
        ),
    ),
    Outcome(
        "allow_ip",
        N_("An IP list is the last resort"),
        short=N_("IP list, as a last resort"),
        says=(
            N_(
                "Marketing platforms share their IP addresses among all customers. "
                "Allow the addresses, and you allow every one of those customers."
            ),
            N_(
                "Ask the sender for a sending domain that passes DMARC. If you must use the list, put a date on it."
            ),
        ),
        end=End.FOUND,
        guide="guide/allowlisting#ip-list",
        reasons=(
            Reason(answered("sender_known", "ip_only"), N_("You have only IP addresses to go by.")),
            Reason(
                answered("allow_system", "m365"),
                N_("Microsoft ranks IP lists fourth of five ways and warns against shared addresses."),
            ),
            Reason(
                answered("allow_gateway", *A_GATEWAY),
                N_("An IP rule in the system behind never matches: it sees the gateway's address."),
            ),
        ),
    ),
    Outcome(
        "own_domain",
        N_("Make your own domain prove itself"),
        short=N_("Your own domain"),
        says=(
            N_(
                "Receivers ask three things: may this server send for you, is it signed, and do the names agree?"
            ),
            N_(
                "SPF, DKIM and DMARC answer them. All three must be right for every system that sends in your name."
            ),
        ),
        end=End.FIND_OUT,
        guide="guide/spf-dkim-dmarc",
        reasons=(
            Reason(
                answered("task", "own_domain"),
                N_("Trust begins with your own records, not with the receivers."),
            ),
        ),
    ),
)
