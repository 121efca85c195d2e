"""What the recipient's IT can do, narrowest first."""

from checker.checklist.model import Actor, Item
from checker.i18n import N_
from checker.tree.choices import A_GATEWAY
from checker.tree.model import answered

_DO = Actor.RECIPIENT_IT
_BEHIND_A_GATEWAY = answered("contact_gateway find_gateway allow_gateway", *A_GATEWAY)

IT_ITEMS = (
    Item(
        "it_both_filters",
        _DO,
        N_("Start with the gateway, then go on to the system behind it"),
        N_("Each filter has a trace, a quarantine and an allowlist of its own."),
        "guide/quarantine#two-filters",
        when=(_BEHIND_A_GATEWAY,),
    ),
    Item(
        "it_trace",
        _DO,
        N_("Find the e-mail in the message trace"),
        N_("The trace says what became of it after the server accepted it."),
        "guide/quarantine#for-administrators",
        how=(N_("Search by From address and recipient, a day before and after the time given."),),
        task="trace",
    ),
    Item(
        "it_release",
        _DO,
        N_("Look in the quarantine and release it"),
        N_("Release it to the recipient, and report it as wrongly judged if the system lets you."),
        "guide/quarantine#for-administrators",
        how=(N_("Open the quarantine as an administrator: it shows more than the user's own list."),),
        task="release_admin",
    ),
    Item(
        "it_allow_sender",
        _DO,
        N_("Allow the sending domain, in the list made for senders"),
        N_("It is the narrowest allow that most systems have. Tie it to authentication where you can."),
        "guide/allowlisting#narrowest-first",
        how=(
            N_("Enter the sending domain, or better the exact From address."),
            N_("Demand that SPF, DKIM or DMARC passes, if the system has such a choice."),
        ),
        task="allow_sender_admin",
    ),
    Item(
        "it_allow_rule",
        _DO,
        N_("For a sender who writes seldom: a rule for the domain with DMARC passed"),
        N_("A rule does not expire. Without the demand for DMARC, anybody could forge the domain."),
        "guide/allowlisting#microsoft-365",
        task="allow_rule",
        when=(answered("contact_system allow_system work_system", "m365", "own_server"),),
    ),
    Item(
        "it_expiry",
        _DO,
        N_("Write down when the allow expires, and why it is there"),
        N_(
            "In Microsoft 365 a sender's allow disappears, as standard, 45 days after the last e-mail that used it."
        ),
        "guide/allowlisting#expiry",
        when=(answered("contact_system allow_system work_system", "m365"),),
    ),
    Item(
        "it_notify_users",
        _DO,
        N_("Consider turning on notices about quarantine"),
        N_("In Microsoft 365 they are off by default, so users do not know that there is a quarantine."),
        "guide/quarantine#for-administrators",
        task="notify_users",
        when=(answered("contact_system find_system allow_system work_system", "m365"),),
    ),
    Item(
        "it_shared_domains",
        _DO,
        N_("Without a connected sending domain: look for HubSpot's two shared names"),
        N_(
            "The e-mail is then sent in the name of `shared.hubspot.com` and `hubspotemail.net`. "
            "All such customers share them, so an allow is wide. Set a date for taking it away."
        ),
        "guide/allowlisting#no-connected-domain",
        when=(answered("domain_connected", "not_connected"),),
    ),
    Item(
        "it_allow_ips",
        _DO,
        N_("Only if nothing narrower works: allow the IP list, both single addresses and ranges"),
        N_(
            "Marketing platforms, HubSpot among them, share their addresses among all customers. "
            "Microsoft ranks this fourth of five ways. "
            "Take in the whole list: the next e-mail may come from any of them."
        ),
        "guide/allowlisting#ip-list",
        how=(N_("Enter each address and each range in the form your system wants."),),
        task="allow_ip",
    ),
)
