"""What to put right, in words for readers: a title and how to do it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.domain.model import FixCode as Code
from checker.i18n import N_


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, and how."""

    title: str
    how: str


FIXES: Mapping[Code, Advice] = MappingProxyType(
    {
        Code.DOMAIN_GONE: Advice(
            N_("Check the name: {domain} does not exist in the DNS"),
            N_("Look for a typing error. If it is right, the domain may have expired."),
        ),
        Code.OWN_DOMAIN: Advice(
            N_("Send from a domain of your own, not from {domain}"),
            N_(
                "Its records belong to the provider. Large mail systems put e-mail in junk that others send in its name."
            ),
        ),
        Code.SPF_MERGE: Advice(
            N_("Make one SPF record of several"),
            N_("Delete the old ones and publish this one. It allows what each of them allowed."),
        ),
        Code.SPF_REPAIR: Advice(
            N_("Correct the SPF record"),
            N_("These words cannot be read, and make the whole record invalid: {terms}"),
        ),
        Code.SPF_PUBLISH: Advice(
            N_("Publish an SPF record"),
            N_("Begin with this one. Add every other service that sends for {domain}."),
        ),
        Code.SPF_SHORTEN: Advice(
            N_("Bring the SPF record under {limit} look-ups"),
            N_("It needs {count}. Take out services you no longer use, or let some send from a subdomain."),
        ),
        Code.SPF_TARGET: Advice(
            N_("Take the broken includes out of the SPF record"),
            N_("These make the whole check fail: {targets}"),
        ),
        Code.SPF_CLOSE: Advice(
            N_("Give the SPF record an end"),
            N_("Publish it like this, so that other servers no longer pass."),
        ),
        Code.CONNECT: Advice(
            N_("Connect {domain} at {platform}"),
            N_("Open the domain settings of {platform}. They show the exact values for these names."),
        ),
        Code.ALIGN: Advice(
            N_("Make the names agree"),
            N_(
                "The envelope sender does not belong to {domain}, and we see no signature that does. A signature for {domain} helps most."
            ),
        ),
        Code.KEY_REPAIR: Advice(
            N_("Correct the key at the selector {selector}"),
            N_("Copy it again from the sending service, all of it."),
        ),
        Code.KEY_RENEW: Advice(
            N_("Make a stronger key for the selector {selector}"),
            N_("It has {bits} bits. Have the sending service make one of 2048 bits."),
        ),
        Code.DMARC_MERGE: Advice(
            N_("Keep only one DMARC record"),
            N_("Several stand at {name}, so none counts. Keep the one you want, and delete the others."),
        ),
        Code.DMARC_REPAIR: Advice(
            N_("Correct the DMARC record"), N_("Put this in its place. It leaves out what has no effect.")
        ),
        Code.DMARC_PUBLISH: Advice(
            N_("Publish a DMARC record"),
            N_(
                "This one stops nothing and brings you reports. Change the address to one that somebody reads."
            ),
        ),
        Code.DMARC_CONSENT: Advice(
            N_("Let {host} say that it wants the reports"),
            N_("Whoever runs {host} must publish this record."),
        ),
        Code.DMARC_REPORTS: Advice(
            N_("Ask for reports"),
            N_("Add an address to the DMARC record, one that somebody reads."),
        ),
        Code.DMARC_STRENGTHEN: Advice(
            N_("When the reports look right: ask for more than p=none"),
            N_("Do this only when every service that sends for you passes. Then put this in its place."),
        ),
    }
)
