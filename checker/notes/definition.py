"""The notes and their fields."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.i18n import N_
from checker.notes.model import Field, Line, Note
from checker.tree.choices import A_GATEWAY
from checker.tree.model import answered, unless

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        field.id: field
        for field in (
            Field("subject", N_("Subject line"), N_("[subject line]")),
            Field(
                "from_address",
                N_("From address"),
                N_("[From address]"),
                N_("Such as news@example.com"),
                "email",
            ),
            Field("to_address", N_("The recipient's address"), N_("[the recipient's address]"), kind="email"),
            Field("date", N_("Date of delivery"), N_("[date]"), kind="date"),
            Field("time", N_("Time, with time zone"), N_("[time]"), N_("Such as 09.15, Oslo time")),
            Field(
                "platform",
                N_("E-mail platform"),
                "",
                N_("HubSpot, if you leave this empty"),
                default="HubSpot",
            ),
            Field("sending_domain", N_("Sending domain"), N_("[sending domain]"), N_("Such as example.com")),
        )
    }
)

_REFUSED = answered("bounce_reason", "blocked", "global")
_ACCEPTED = unless("bounce_reason", "blocked", "global")
_BOUNCED = answered("status status_lookup many_status", "bounced")
_NOT_SENT = answered("status status_lookup many_status", "not_sent")
_IN_JUNK = answered("contact_looked", "junk_found")
_UNSEEN = unless("contact_looked", "junk_found")
_FACTS = (
    Line(N_("Subject: {subject}"), bullet=True),
    Line(N_("From: {from_address}"), bullet=True),
    Line(N_("To: {to_address}"), bullet=True),
)
_CONNECTED = unless("domain_connected", "not_connected")
_NOT_CONNECTED = answered("domain_connected", "not_connected")
_M365 = answered("contact_system work_system", "m365")

NOTES: Mapping[str, Note] = MappingProxyType(
    {
        note.id: note
        for note in (
            Note(
                "to_contact",
                N_("To the contact"),
                N_("The e-mail from us that you did not see"),
                (
                    Line(N_("Hello,")),
                    Line(
                        N_(
                            "We sent you an e-mail, and your mail server took it. Still, it may be in a place "
                            "where you do not see it. It is about this one:"
                        )
                    ),
                    Line(N_("Subject: {subject}"), bullet=True),
                    Line(N_("From: {from_address}"), bullet=True),
                    Line(N_("Sent: {date}, {time}"), bullet=True),
                    Line(N_("Could you do this?")),
                    Line(N_("Look in the junk folder. If it is there, move it to the inbox."), bullet=True),
                    Line(
                        N_("If earlier e-mail from us lies there, move that to the inbox too."), bullet=True
                    ),
                    Line(N_("Search all folders for our name."), bullet=True),
                    Line(N_("Add {from_address} to your address book."), bullet=True),
                    Line(N_("Next time you get an e-mail from us, open it and click a link."), bullet=True),
                    Line(
                        N_(
                            "If you do not find it, your organisation's security filter is probably holding it. "
                            "Then please send the note for IT on to your IT department."
                        ),
                        when=(unless("contact_system", "private"),),
                    ),
                    Line(N_("Thank you for your help.")),
                ),
            ),
            Note(
                "to_it",
                N_("To the contact's IT"),
                N_("An e-mail from us to one of your users"),
                (
                    Line(N_("Hello,")),
                    Line(
                        N_(
                            "One of your users misses an e-mail from us. Your mail server accepted it, and it is "
                            "in neither the inbox nor the junk folder. We think that a filter holds it."
                        ),
                        when=(_ACCEPTED, _UNSEEN),
                    ),
                    Line(
                        N_(
                            "An e-mail from us to one of your users went to the junk folder. The user wants to get it."
                        ),
                        when=(_IN_JUNK,),
                    ),
                    Line(
                        N_(
                            "Your mail server refused an e-mail from us to one of your users, who wants to get it."
                        ),
                        when=(_REFUSED,),
                    ),
                    *_FACTS,
                    Line(N_("Accepted by your server: {date}, {time}"), when=(_ACCEPTED,), bullet=True),
                    Line(N_("Refused by your server: {date}, {time}"), when=(_REFUSED,), bullet=True),
                    Line(N_("Could you:")),
                    Line(
                        N_("Look in the gateway first, then in the mail system behind it."),
                        when=(answered("contact_gateway", *A_GATEWAY),),
                        bullet=True,
                    ),
                    Line(
                        N_("Find it in the message trace and in the quarantine."),
                        when=(_ACCEPTED, _UNSEEN),
                        bullet=True,
                    ),
                    Line(
                        N_("Release it, if you agree that it is harmless."),
                        when=(_ACCEPTED, _UNSEEN),
                        bullet=True,
                    ),
                    Line(N_("Find out which filter or rule refused it."), when=(_REFUSED,), bullet=True),
                    Line(
                        N_("Allow our sending domain, {sending_domain}, on condition that DMARC passes."),
                        when=(_CONNECTED,),
                        bullet=True,
                    ),
                    Line(
                        N_(
                            "Consider an allow for the From address. We send in the shared names "
                            "shared.hubspot.com and hubspotemail.net, so an allow for those is wide."
                        ),
                        when=(_NOT_CONNECTED,),
                        bullet=True,
                    ),
                    Line(
                        N_(
                            "In Microsoft 365: the Tenant Allow/Block List, or a mail-flow rule that demands "
                            "dmarc=pass. Microsoft recommends these over IP lists."
                        ),
                        when=(_M365,),
                        bullet=True,
                    ),
                    Line(
                        N_(
                            "We send through {platform}, whose IP addresses are shared by its customers. If you "
                            "need them all the same, we will send the whole list, single addresses and ranges."
                        )
                    ),
                    Line(N_("Please do not switch any filter off for our sake.")),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_own_it",
                N_("To your IT department"),
                N_("Can you look for an e-mail in quarantine?"),
                (
                    Line(N_("Hello,")),
                    Line(
                        N_(
                            "I am waiting for an e-mail that I cannot find. It is not in my junk folder. "
                            "Could you see whether a filter holds it?"
                        )
                    ),
                    *_FACTS,
                    Line(N_("Accepted by your server: {date}, {time}"), bullet=True),
                    Line(N_("If it is harmless, please release it.")),
                    Line(
                        N_(
                            "If you want to let the sender through from now on: the narrowest way is to allow the "
                            "sending domain, {sending_domain}, on condition that DMARC passes."
                        )
                    ),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_sender",
                N_("To the sender"),
                N_("I have not got your e-mail"),
                (
                    Line(N_("Hello,")),
                    Line(N_("I was to get an e-mail from you, and I cannot find it. Could you tell me:")),
                    Line(N_("Which address it was sent to. Mine is {to_address}."), bullet=True),
                    Line(N_("Whether your system says sent, delivered or bounced."), bullet=True),
                    Line(N_("The subject line, the From address, and the date and time."), bullet=True),
                    Line(N_("With that, I or my IT department can look in the right place.")),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_colleague",
                N_("To a colleague with access to HubSpot"),
                N_("Can you look up an e-mail in HubSpot?"),
                (
                    Line(N_("Hello,")),
                    Line(N_("A contact has not seen an e-mail from us. Could you look it up?")),
                    Line(N_("Contact: {to_address}"), bullet=True),
                    Line(N_("Subject: {subject}"), bullet=True),
                    Line(N_("Open the contact by clicking the name, then the Activities tab."), bullet=True),
                    Line(N_("Under Filter by, tick Marketing email and untick the rest."), bullet=True),
                    Line(
                        N_(
                            "Tell me whether it was sent, delivered or bounced, when, and the reason it gives."
                        ),
                        bullet=True,
                    ),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_our_it",
                N_("To your own IT"),
                N_("DNS records for the e-mail we send"),
                (
                    Line(N_("Hello,")),
                    Line(
                        N_(
                            "We send e-mail through a service. Those who receive it must be able to see that it is "
                            "really from us. Could you help with the DNS of {sending_domain}?"
                        )
                    ),
                    Line(
                        N_(
                            "Add the records that the service gives us. In HubSpot: two names for DKIM and one line for SPF."
                        ),
                        bullet=True,
                    ),
                    Line(
                        N_("Keep to one SPF record. Add to it, and do not make another beside it."),
                        bullet=True,
                    ),
                    Line(
                        N_("See that there is a DMARC record, and that somebody reads its reports."),
                        bullet=True,
                    ),
                    Line(
                        N_(
                            "Please do not let e-mail in our own name past our filter unchecked: anybody could write "
                            "our name. And do not allow the service's addresses, which its customers share."
                        )
                    ),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_support",
                N_("To the sending service's support"),
                N_("An e-mail that did not get to a contact"),
                (
                    Line(N_("Hello,")),
                    Line(N_("An e-mail of ours did not get to a contact. Could you look it up for us?")),
                    *_FACTS,
                    Line(N_("Sent: {date}, {time}"), bullet=True),
                    Line(N_("Could you tell us:")),
                    Line(
                        N_("The receiving server's whole answer, with its codes."),
                        when=(_BOUNCED,),
                        bullet=True,
                    ),
                    Line(
                        N_("Why you did not send it, and what would have to change."),
                        when=(_NOT_SENT,),
                        bullet=True,
                    ),
                    Line(N_("Whether other customers share the address that you send from."), bullet=True),
                    Line(
                        N_(
                            "We do not ask you to send past anybody's filter, or to lift a block that the receiver has "
                            "set. That we take up with them."
                        )
                    ),
                    Line(N_("Thank you.")),
                ),
            ),
            Note(
                "to_sender_from_it",
                N_("To the sender"),
                N_("What we need to let your e-mail through"),
                (
                    Line(N_("Hello,")),
                    Line(
                        N_(
                            "Our user is waiting for an e-mail from you. To find it and let you through we need:"
                        )
                    ),
                    Line(
                        N_("Subject line, From address, and the date and time your system says delivered."),
                        bullet=True,
                    ),
                    Line(
                        N_("The sending domain that your e-mail is signed with, and that passes DMARC."),
                        bullet=True,
                    ),
                    Line(
                        N_(
                            "We allow domains that prove themselves rather than IP addresses that many senders share."
                        )
                    ),
                    Line(N_("Thank you.")),
                ),
            ),
        )
    }
)
