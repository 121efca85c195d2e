"""Where the way of somebody who sent an e-mail can end: unseen, bounced, not sent, or many at once."""

from checker.i18n import N_
from checker.tree.choices import A_GATEWAY
from checker.tree.model import End, Outcome, Reason, answered

MARKETER_RESULTS: tuple[Outcome, ...] = (
    Outcome(
        "contact_junk",
        N_("It went to the contact's junk folder"),
        short=N_("In the contact's junk folder"),
        says=(
            N_(
                "The contact's server received the e-mail and said so. That is why you see “delivered”. "
                "Then the filter put it in the junk folder."
            ),
            N_("The contact can move it and teach the filter. You can make the next e-mail easier to trust."),
        ),
        end=End.FOUND,
        guide="guide/junk-folder#rescue",
        reasons=(
            Reason(answered("contact_looked", "junk_found"), N_("The contact found it there.")),
            Reason(
                answered("scope", "organisation"),
                N_("Several people at one place: their IT can let you through for all of them at once."),
            ),
        ),
    ),
    Outcome(
        "ask_contact",
        N_("First the contact must look in the junk folder"),
        short=N_("The contact looks first"),
        says=(
            N_(
                "“Delivered” means that the contact's server took the e-mail. The two usual places after "
                "that are the junk folder and the quarantine."
            ),
            N_("The contact can check the first one in a minute. Send the note below, then come back."),
        ),
        end=End.FIND_OUT,
        guide="guide/delivered#two-reasons",
        reasons=(
            Reason(
                answered("contact_looked", "nowhere"),
                N_("Nobody has looked in the junk folder yet, and that is where it most often is."),
            ),
        ),
    ),
    Outcome(
        "likely_quarantine",
        N_("Most likely a security filter holds it in quarantine"),
        short=N_("Quarantine, most likely"),
        says=(
            N_(
                "The e-mail was delivered: the organisation's server took it and said so. It is in neither "
                "the inbox nor the junk folder. That leaves the quarantine of their security filter."
            ),
            N_(
                "You cannot see it, and the contact often cannot either. Their IT department can find it, "
                "release it and let the next one through."
            ),
        ),
        end=End.LIKELY,
        guide="guide/quarantine#what-it-is",
        reasons=(
            Reason(
                answered("status status_lookup", "delivered"),
                N_("The receiving server acknowledged the e-mail, so it was not lost on the way."),
            ),
            Reason(
                answered("contact_looked", "junk_empty"),
                N_("The junk folder is ruled out. What is held in quarantine never shows in the mailbox."),
            ),
            Reason(
                answered("contact_looked", "junk_earlier"),
                N_("The filter has doubted you before. This e-mail may have been judged harder."),
            ),
            Reason(
                answered("scope", "organisation"),
                N_("Several people at one organisation: that points to a filter they share."),
            ),
            Reason(
                answered("contact_system", "m365"),
                N_(
                    "Microsoft 365 does not tell users about quarantined e-mail unless IT has turned that on."
                ),
            ),
            Reason(
                answered("contact_gateway", *A_GATEWAY),
                N_("There are two filters, so there are two places to look. The one in front comes first."),
            ),
            Reason(
                answered("domain_connected", "not_connected"),
                N_(
                    "Without a connected domain your e-mail is not signed in your own name. Filters trust it less."
                ),
            ),
        ),
    ),
    Outcome(
        "contact_private_unseen",
        N_("Accepted by the provider, but not shown to the contact"),
        short=N_("Accepted, not shown"),
        says=(
            N_("The contact's provider took the e-mail. What it did next, it does not tell."),
            N_(
                "With a private mailbox there is no IT department to ask. Help the contact to make you known "
                "to the mailbox, then send the e-mail again."
            ),
        ),
        end=End.THEY_KNOW,
        guide="guide/delivered#what-it-does-not-say",
        reasons=(
            Reason(
                answered("contact_system", "private"),
                N_("Private mailboxes have no quarantine you can ask for."),
            ),
            Reason(
                answered("contact_looked", "junk_earlier"),
                N_("Earlier e-mail from you lies in junk, so the filter is wary of you."),
            ),
        ),
    ),
    Outcome(
        "bounced_address",
        N_("The address does not exist"),
        short=N_("No such address"),
        says=(
            N_("The receiving server says that there is no such mailbox. The e-mail came back."),
            N_("Check the spelling, and ask the person by another route. Do not keep sending to it."),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#address-does-not-exist",
        reasons=(
            Reason(answered("bounce_reason", "unknown_user"), N_("The receiver's server gave this reason.")),
        ),
    ),
    Outcome(
        "bounced_temporary",
        N_("The receiver could not take it just then"),
        short=N_("A passing fault"),
        says=(
            N_("A full mailbox, a slow server or a “try again later” stopped it. Such faults often pass."),
            N_("HubSpot tries again for up to 72 hours before it gives up."),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#temporary",
        reasons=(
            Reason(answered("bounce_reason", "temporary"), N_("The reason is one that can pass by itself.")),
        ),
    ),
    Outcome(
        "bounced_blocked",
        N_("The receiver's filter refused it"),
        short=N_("Refused by a filter"),
        says=(
            N_("It did not get as far as a quarantine. The filter said no at the door, and you were told."),
            N_(
                "The reason in the bounce text says what it reacted to. The receiver's IT can let you through."
            ),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#blocked",
        reasons=(
            Reason(
                answered("bounce_reason", "blocked"), N_("The bounce names a filter, a policy or reputation.")
            ),
            Reason(
                answered("scope", "many"),
                N_(
                    "When many servers refuse, start with your own domain and your list, not with the receivers."
                ),
            ),
        ),
    ),
    Outcome(
        "bounced_authentication",
        N_("Your sending domain is not set up right"),
        short=N_("The sending domain"),
        says=(
            N_("The receiver could not confirm that the e-mail really comes from you, and refused it."),
            N_("This is put right on your side: in HubSpot and in your domain's DNS."),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#authentication",
        reasons=(
            Reason(
                answered("bounce_reason", "authentication"),
                N_("The bounce names DMARC or the sending domain."),
            ),
        ),
    ),
    Outcome(
        "bounced_global",
        N_("HubSpot has stopped sending to this address"),
        short=N_("A global bounce"),
        says=(
            N_(
                "The address has bounced for several HubSpot customers, so HubSpot holds back every e-mail to it. "
                "This can be wrong, for instance when a strict filter refused them all."
            ),
            N_(
                "If the address works, the receiver's IT must let HubSpot through first. Then ask to have it lifted."
            ),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#global-bounce",
        reasons=(Reason(answered("bounce_reason", "global"), N_("HubSpot calls this a global bounce.")),),
    ),
    Outcome(
        "bounced_unknown",
        N_("The bounce text holds the answer"),
        short=N_("Read the bounce"),
        says=(
            N_(
                "The e-mail was refused. The receiving server gave a reason, and it stands in the bounce text."
            ),
            N_("Find that text before you do anything else. It says who can put it right."),
        ),
        end=End.FIND_OUT,
        guide="guide/not-sent-and-bounced#bounced",
        reasons=(
            Reason(answered("bounce_reason", "unknown"), N_("Without the reason, any advice is a guess.")),
        ),
    ),
    Outcome(
        "not_sent_choice",
        N_("The contact has said no, and that stands"),
        short=N_("The contact said no"),
        says=(
            N_("The contact has unsubscribed or opted out. HubSpot did right in not sending."),
            N_("If they want it after all, they must say so themselves."),
        ),
        end=End.NOTHING_TO_DO,
        guide="guide/not-sent-and-bounced#opted-out",
        reasons=(Reason(answered("not_sent_reason", "opted_out"), N_("HubSpot shows that they opted out.")),),
    ),
    Outcome(
        "not_sent_bounced_before",
        N_("An earlier bounce stops the sending"),
        short=N_("Bounced before"),
        says=(
            N_("HubSpot does not send to an address that has bounced for good, or that it has quarantined."),
            N_(
                "Find out why it bounced, put that right, and have the mark removed. Not the other way round."
            ),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#bounced-before",
        reasons=(
            Reason(
                answered("not_sent_reason", "bounced_before"),
                N_("HubSpot shows an earlier bounce as the reason."),
            ),
        ),
    ),
    Outcome(
        "not_sent_settings",
        N_("Something in your own account stopped it"),
        short=N_("Your own account"),
        says=(
            N_("The e-mail never left. The cause lies in your settings, not at the receiver."),
            N_(
                "Usual ones: not a marketing contact, a limit reached, or a From address or domain that is not ready."
            ),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#settings",
        reasons=(
            Reason(answered("not_sent_reason", "settings"), N_("HubSpot names a setting of your account.")),
        ),
    ),
    Outcome(
        "not_sent_engagement",
        N_("HubSpot held it back because the contact rarely opens"),
        short=N_("Low interest"),
        says=(
            N_("HubSpot can skip contacts who have not opened for a long time. It protects your reputation."),
            N_("One person can be let through by hand. For many, it is worth heeding."),
        ),
        end=End.LIKELY,
        guide="guide/not-sent-and-bounced#low-engagement",
        reasons=(
            Reason(
                answered("not_sent_reason", "engagement"),
                N_("HubSpot names graymail or fatigue as the reason."),
            ),
        ),
    ),
    Outcome(
        "not_sent_other",
        N_("Find the reason first"),
        short=N_("Find the reason"),
        says=(
            N_(
                "HubSpot keeps a reason for each e-mail it does not send. Find it on the contact or in the e-mail."
            ),
            N_("Nothing waits at the receiver's, so there is nothing for their IT to release."),
        ),
        end=End.FIND_OUT,
        guide="guide/not-sent-and-bounced#not-sent",
        reasons=(Reason(answered("not_sent_reason", "unknown"), N_("The reason is not known yet.")),),
    ),
    Outcome(
        "not_in_send",
        N_("The contact was probably not among the recipients"),
        short=N_("Not among the recipients"),
        says=(
            N_(
                "If the e-mail does not show on the contact, it was most likely never meant for this contact."
            ),
            N_("Often the person is there twice, with two addresses, and the other one got it."),
        ),
        end=End.LIKELY,
        guide="guide/check-delivery#not-on-the-list",
        reasons=(
            Reason(
                answered("status status_lookup", "not_found"),
                N_("An e-mail that was sent, or tried, shows among the contact's activities."),
            ),
        ),
    ),
    Outcome(
        "ask_hubspot_user",
        N_("Somebody with access to HubSpot must look"),
        short=N_("Ask a colleague"),
        says=(
            N_("Everything else hangs on one fact: was it delivered, bounced, or not sent?"),
            N_("Send a colleague the note below. It takes them two minutes."),
        ),
        end=End.FIND_OUT,
        guide="guide/check-delivery#in-hubspot",
        reasons=(Reason(answered("status_lookup", "no_access"), N_("You have no access yourself.")),),
    ),
    Outcome(
        "count_first",
        N_("Look at three contacts, then come back"),
        short=N_("Look at three contacts"),
        says=(
            N_(
                "“Many did not see it” can mean not sent, bounced, or delivered. The ways on are quite different."
            ),
            N_("Take three of the contacts and look each of them up. If they agree, you know enough."),
        ),
        end=End.FIND_OUT,
        guide="guide/check-delivery#in-hubspot",
        reasons=(Reason(answered("many_status", "unknown"), N_("The status is not known yet.")),),
    ),
    Outcome(
        "sender_reputation",
        N_("The filters doubt your e-mail in general"),
        short=N_("Your reputation"),
        says=(
            N_(
                "The servers accept it, and many contacts do not see it. With a connected domain, that points "
                "to how your e-mail is received: complaints, low interest, old addresses, or its content."
            ),
            N_("Allowlisting at one receiver will not help here. What helps is work on your own side."),
        ),
        end=End.LIKELY,
        guide="guide/prevention",
        reasons=(
            Reason(
                answered("many_status", "delivered"), N_("The servers said yes, so it is about placement.")
            ),
            Reason(
                answered("many_pattern", "one_provider"),
                N_("One provider stands out. Check that you meet its rules for bulk senders."),
            ),
            Reason(
                answered("many_pattern", "work"),
                N_(
                    "Work addresses at many places: company filters have a category of their own for newsletters."
                ),
            ),
            Reason(
                answered("many_domain", "connected"),
                N_("The domain is connected, so the signature is likely fine."),
            ),
        ),
    ),
    Outcome(
        "connect_domain",
        N_("Your sending domain is the first thing to put right"),
        short=N_("Connect the domain"),
        says=(
            N_(
                "The servers accept your e-mail, but it does not prove that it comes from you. "
                "Filters everywhere then judge it harder."
            ),
            N_(
                "Connect the sending domain, and see that DKIM, SPF and DMARC are right. It helps with all receivers."
            ),
        ),
        end=End.LIKELY,
        guide="guide/prevention#connect-your-sending-domain",
        reasons=(
            Reason(answered("many_status", "delivered"), N_("The servers said yes, so it is about trust.")),
            Reason(answered("many_domain", "not_connected"), N_("The domain is not connected.")),
            Reason(
                answered("many_domain", "unknown"), N_("Nobody has confirmed that the domain is connected.")
            ),
        ),
    ),
)
