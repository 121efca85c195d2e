"""Which tool sent it: asked beside the questions about the status, so that nobody's way is longer for it."""

from types import MappingProxyType

from checker.i18n import N_
from checker.tree.model import Aside, Option, Question

HUBSPOT = "hubspot"

# The options that have a row in tables/delivery.toml, then those that have none.
PLATFORM = Aside(
    Question(
        "platform",
        N_("Which tool sent it?"),
        options=(
            Option(HUBSPOT, N_("HubSpot"), ""),
            Option("mailchimp", N_("Mailchimp"), ""),
            Option("brevo", N_("Brevo"), ""),
            Option("klaviyo", N_("Klaviyo"), ""),
            Option("sendgrid", N_("SendGrid"), ""),
            Option("mailgun", N_("Mailgun"), ""),
            Option("ses", N_("Amazon SES"), ""),
            Option("other", N_("Another tool"), ""),
            Option("unknown", N_("I do not know"), ""),
        ),
    ),
    HUBSPOT,
    MappingProxyType(
        {
            "status": N_("What does {name} say about the e-mail to this contact?"),
            "status_lookup": N_("Look it up in {name}. What did you find?"),
            "many_status": N_("What does {name} say for most of them?"),
        }
    ),
)
