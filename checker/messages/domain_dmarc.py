"""What the findings about DMARC records mean, in words for readers."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.dmarc.lint import DmarcCode as Code
from checker.dmarc.model import Policy
from checker.findings import Severity
from checker.i18n import N_
from checker.messages.said import Said

_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR

MESSAGES: Mapping[str, Said] = MappingProxyType(
    {
        Code.FINE: Said(_INFO, N_("The DMARC record is in order.")),
        Code.NO_RECORD: Said(
            _ERROR,
            N_("{domain} has no DMARC record."),
            N_("Gmail, Yahoo and Outlook.com ask for one from everybody who sends much."),
        ),
        Code.ALMOST_A_RECORD: Said(
            _ERROR,
            N_("This text is meant as a DMARC record, but is none: {record}"),
            N_("It must begin with v=DMARC1, in exactly these letters, and a semicolon."),
        ),
        Code.SEVERAL_RECORDS: Said(
            _ERROR,
            N_("There are {count} DMARC records for {domain}. Only one is allowed."),
            N_("Receivers then use none of them. Keep one."),
        ),
        Code.LOOKUP_FAILED: Said(
            _WARNING,
            N_("Whether {domain} has a DMARC record is not known: {cause}."),
            N_("Try again, or ask another resolver."),
        ),
        Code.INHERITED: Said(_INFO, N_("The record of {domain} holds for this domain too.")),
        Code.NO_POLICY: Said(
            _WARNING,
            N_("The record does not say what to do with e-mail that fails (p is missing or wrong)."),
            N_("Receivers read it as p=none."),
        ),
        Code.NOT_EFFECTIVE: Said(
            _ERROR,
            N_("The record names no policy and no address for reports, so it has no effect."),
            N_("Add p=none at the least."),
        ),
        Code.POLICY_NONE: Said(
            _NOTICE,
            N_("The policy is p=none: you watch, and nothing is stopped."),
            N_("That is right at the beginning. Go on to quarantine when all your senders pass."),
        ),
        Code.TESTING: Said(
            _NOTICE, N_("The policy is marked as a test (t=y): receivers apply the next milder one.")
        ),
        Code.WEAKER_BELOW: Said(
            _WARNING,
            N_("For names below the domain, the milder policy {tag}={value} holds."),
            N_("Forgers use such names. Take the tag out if you do not need it."),
        ),
        Code.BAD_VALUE: Said(_WARNING, N_("“{tag}={value}” is not possible."), N_("Receivers leave it out.")),
        Code.REMOVED: Said(
            _NOTICE,
            N_("“{tag}” is no longer part of DMARC."),
            N_("Take it out. Newer receivers leave it out anyway."),
        ),
        Code.PERCENTAGE: Said(
            _WARNING,
            N_("“pct={value}” is no longer part of DMARC."),
            N_("Newer receivers apply the policy to everything, older ones to a part. Use t=y to test."),
        ),
        Code.UNKNOWN: Said(_NOTICE, N_("Nobody knows the tag “{tag}”."), N_("It has no effect.")),
        Code.TWICE: Said(_WARNING, N_("The tag “{tag}” stands there twice."), N_("Keep only one of them.")),
        Code.NOT_A_TAG: Said(
            _WARNING, N_("“{tag}” is no tag with a value."), N_("Tags are parted by semicolons.")
        ),
        Code.CONFLICT: Said(_NOTICE, N_("“fo={value}” asks for two things that exclude each other.")),
        Code.BAD_ADDRESS: Said(
            _WARNING,
            N_("“{value}” in {tag} is no address for reports."),
            N_("Write it as mailto:name@domain."),
        ),
        Code.SIZE_LIMIT: Said(_NOTICE, N_("The size limit in “{value}” is no longer part of DMARC.")),
        Code.FAILURE_OPTIONS_IDLE: Said(_NOTICE, N_("“fo” has no effect without an address in ruf.")),
        Code.NO_REPORTS: Said(
            _NOTICE,
            N_("No address for reports is named (rua)."),
            N_("Without reports you do not see who sends in your name."),
        ),
        Code.REPORTS_NOT_WANTED: Said(
            _WARNING,
            N_("Reports go to {domain}, which has not said that it wants them."),
            N_("Receivers then send none. A record at {name} puts it right."),
        ),
        Code.REPORTS_UNKNOWN: Said(
            _NOTICE, N_("Whether {domain} wants the reports is not known: its DNS did not answer.")
        ),
        Code.PUBLIC_SUFFIX: Said(
            _WARNING,
            N_("The record says that the domain is a public suffix, such as co.uk (psd=y)."),
            N_("Take it out, unless you run a registry."),
        ),
        Code.OLD_READERS_IGNORE: Said(
            _INFO, N_("Receivers that still follow the rules from 2015 (RFC 7489) do not know: {tags}.")
        ),
        Code.OLD_READERS_MISS: Said(
            _NOTICE,
            N_(
                "Receivers that still follow the rules from 2015 (RFC 7489) may not find the record of {domain}."
            ),
            N_("Publish a record at the domain that stands in the From address."),
        ),
        Code.OLD_READERS_ALIGN: Said(
            _NOTICE,
            N_(
                "By the rules from 2015 (RFC 7489) the organisation is {old}, by those from 2026 (RFC 9989) it is {new}."
            ),
            N_("So other domains may agree with the From address at one receiver and not at the next."),
        ),
    }
)

WHAT_RECEIVERS_DO: Mapping[Policy | None, str] = MappingProxyType(
    {
        Policy.NONE: N_(
            "What receivers do with e-mail in your name that fails: nothing special. You get reports, if you named an address."
        ),
        Policy.QUARANTINE: N_(
            "What receivers do with e-mail in your name that fails: they are asked to put it in junk or in quarantine."
        ),
        Policy.REJECT: N_(
            "What receivers do with e-mail in your name that fails: they are asked to refuse it."
        ),
        None: N_(
            "What receivers do with e-mail in your name that fails: each decides by itself, for there is no policy."
        ),
    }
)
