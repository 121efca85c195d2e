"""The tools that have a page of their own, and what their forms ask for."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.i18n import N_
from checker.render import words
from checker.render.form import Area, Button, Line, Select, Tool
from checker.tables.mx import resolvers
from checker.tree.choices import GATEWAYS

BOUNCE = Tool(
    "bounce",
    controls=(
        Area(
            "text",
            N_("The bounce"),
            N_("Paste all of it, or only the line with the reason. It stays in your browser."),
            file=True,
        ),
    ),
    buttons=(Button(N_("Read it")),),
    needs=N_(
        "Reading a bounce needs JavaScript. Without it, look the reason up under “Not sent, or bounced” in the guide."
    ),
    failed=N_(
        "The part that reads bounces could not start here. Look the reason up under “Not sent, or bounced” in the guide."
    ),
)

HEADERS = Tool(
    "headers",
    controls=(
        Area(
            "text",
            N_("The headers"),
            N_("Paste all of them, with the text of the e-mail if you like. It stays in your browser."),
            file=True,
        ),
    ),
    more=(
        Area(
            "key",
            N_("The DKIM key"),
            N_(
                "The TXT record of the signing key. With it and the whole e-mail as a file, the signature is checked."
            ),
        ),
    ),
    buttons=(Button(N_("Read it")),),
    needs=N_(
        "Reading headers needs JavaScript. Without it, look the folder up under “The junk folder” in the guide."
    ),
    failed=N_(
        "The part that reads headers could not start here. Look the folder up under “The junk folder” in the guide."
    ),
)

DOMAIN = Tool(
    "domain",
    controls=(
        Line(
            "domain", N_("The domain"), N_("Such as example.com. An address will do as well."), required=True
        ),
        Select(
            "want",
            N_("What do you want to know?"),
            (
                ("sender", N_("Whether it is set up for sending")),
                ("receiver", N_("Who receives for it, and whether there is a filter in front")),
            ),
        ),
    ),
    more=(
        Line("from_address", N_("The From address"), N_("If it is on another domain than the one above.")),
        Line("mail_from", N_("The return address"), N_("It stands after Return-Path in the headers.")),
        Line("ip", N_("An address that sends"), N_("Such as 192.0.2.1: then SPF is worked out for it.")),
        Line("selector", N_("A DKIM selector"), N_("It stands after s= in the signature.")),
        Line(
            "hub_id", N_("Your Hub ID in HubSpot"), N_("The number that HubSpot's records are named after.")
        ),
        Area(
            "records",
            N_("Records that you have already"),
            N_("Paste TXT and MX records, one a line. What stands here is not looked up."),
        ),
    ),
    buttons=(
        *(
            Button(
                words.ASK,
                resolver.id,
                {"name": resolver.name, "operator": resolver.operator, "country": resolver.country},
                words.RUN_BY,
            )
            for resolver in resolvers().values()
        ),
        Button(words.ASK_NOBODY, "", hint=N_("Only what you pasted under “More fields” is read.")),
    ),
    needs=N_(
        "Looking up a domain needs JavaScript. Without it, read “SPF, DKIM and DMARC in plain words” in the guide."
    ),
    failed=N_(
        "The part that looks up domains could not start here. Read “SPF, DKIM and DMARC in plain words” in the guide."
    ),
)

ALLOWLIST = Tool(
    "allowlist",
    controls=(
        Line(
            "domain",
            N_("The sending domain"),
            N_("Such as example.com. Leave it empty if the sender has none of their own."),
            owner="sending_domain",
        ),
        Select(
            "system",
            N_("Where the mailboxes are"),
            (
                ("m365", N_("Microsoft 365")),
                ("google_workspace", N_("Google Workspace")),
                ("exchange", N_("Exchange on our own servers")),
                ("own_server", N_("Our own server (Postfix, SpamAssassin, rspamd …)")),
                ("", N_("Another system")),
            ),
        ),
        Select("gateway", N_("A filter in front of them"), (("", N_("None, or I do not know")), *GATEWAYS)),
        Area(
            "text",
            N_("The sender's IP addresses"),
            N_(
                "Paste the list as you got it: single addresses, ranges and networks. It stays in your browser."
            ),
            file=True,
        ),
    ),
    buttons=(Button(N_("Write the rules")),),
    more=(
        Area("spf", N_("The sender's SPF record, to compare with"), N_("The text that begins with v=spf1.")),
        Select(
            "shared",
            N_("Who sends from these addresses?"),
            (
                ("yes", N_("Other customers of the same service too, or I do not know")),
                ("no", N_("Only this sender")),
            ),
        ),
        Line(
            "why",
            N_("A word on why, such as a ticket number"),
            N_("It goes into the commands as a comment."),
        ),
        Line("review", N_("When to look at the rule again"), kind="date"),
    ),
    needs=N_(
        "Writing rules needs JavaScript. Without it, read about “Allowlisting” in the guide: it has the ways of each system."
    ),
    failed=N_(
        "The part that writes rules could not start here. Read about “Allowlisting” in the guide: it has the ways of each system."
    ),
)

CONTACTS = Tool(
    "contacts",
    controls=(
        Area(
            "text",
            N_("The list"),
            N_(
                "Choose a CSV file, such as the export of an e-mail's recipients, or paste rows. It stays in your browser."
            ),
            file=True,
        ),
    ),
    buttons=(Button(N_("Count it")),),
    streams=True,
    needs=N_(
        "Reading a list needs JavaScript. Without it, open the list in a spreadsheet and sort it by the part after the @."
    ),
    failed=N_(
        "The part that reads lists could not start here. Open the list in a spreadsheet and sort it by the part after the @."
    ),
)

TOOLS: Mapping[str, Tool] = MappingProxyType(
    {tool.id: tool for tool in (BOUNCE, HEADERS, DOMAIN, ALLOWLIST, CONTACTS)}
)
