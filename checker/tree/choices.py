"""Choices that several questions share: the mail systems and the filters in front of them."""

from checker.i18n import N_
from checker.tree.model import Option

type Choices = tuple[tuple[str, str], ...]

PRIVATE: Choices = (
    ("gmail", N_("Gmail")),
    ("outlook_com", N_("Outlook.com, Hotmail, Live or MSN")),
    ("icloud", N_("iCloud (icloud.com, me.com, mac.com)")),
    ("yahoo", N_("Yahoo or AOL")),
    ("proton", N_("Proton Mail")),
    ("telenor", N_("Telenor (online.no)")),
    ("altibox", N_("Altibox")),
)
HOSTED: Choices = (
    ("domeneshop", N_("Domeneshop")),
    ("onecom", N_("one.com")),
    ("isphuset", N_("ISPhuset")),
)
WORK: Choices = (
    ("m365", N_("Outlook at work or school (Microsoft 365)")),
    ("google_workspace", N_("Gmail at work or school (Google Workspace)")),
)
GATEWAYS: Choices = (
    ("proofpoint", N_("Proofpoint")),
    ("proofpoint_essentials", N_("Proofpoint Essentials")),
    ("mimecast", N_("Mimecast")),
    ("barracuda", N_("Barracuda")),
    ("trendmicro", N_("Trend Micro")),
    ("cisco", N_("Cisco")),
    ("hornet", N_("Hornetsecurity")),
    ("sophos", N_("Sophos")),
    ("fortinet", N_("Fortinet (FortiMail)")),
    ("vipre", N_("VIPRE, StaySecure or Comendo")),
    ("heimdal", N_("Heimdal")),
    ("symantec", N_("Symantec (Broadcom)")),
    ("checkpoint", N_("Check Point (Harmony, Avanan)")),
)

A_GATEWAY = (*(gateway for gateway, _ in GATEWAYS), "other")
"""The options that say there is a gateway, known by name or not."""


def options(to: str, *groups: Choices) -> tuple[Option, ...]:
    """Make an option of each choice, all leading to the same node."""
    return tuple(Option(choice, label, to) for group in groups for choice, label in group)
