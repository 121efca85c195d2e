"""Writing a list in a system's own form: entries in, text out, and what had no place is named."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from checker.allowlist import files, powershell
from checker.allowlist.fit import Fitted, fit
from checker.allowlist.model import Output, Refusal, Unfit, Wish
from checker.tables.allow import Format, formats

type Writer = Callable[[Wish, Fitted], tuple[str, ...]]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "m365_sender": powershell.sender,
        "m365_rule": powershell.rule,
        "m365_gateway": powershell.gateway,
        "m365_ip6": powershell.ip6,
        "m365_connection": powershell.connection,
        "m365_rule_ip": powershell.rule_ip,
        "exchange_rule": files.domain,
        "exchange_ip": powershell.edge,
        "google_sender": files.domain,
        "google_ip": files.commas,
        "proofpoint_sender": files.domain,
        "proofpoint_ip": files.lines,
        "proofpoint_essentials_sender": files.domain,
        "proofpoint_essentials_ip": files.lines,
        "mimecast_sender": files.domain,
        "mimecast_ip": files.cidrs,
        "barracuda_sender": files.domain,
        "barracuda_ip": files.netmasks,
        "cisco_sender": files.domain,
        "cisco_ip": files.lines,
        "trend_sender": files.star_domain,
        "trend_ip": files.lines,
        "hornet_sender": files.domain,
        "sophos_sender": files.star_domain,
        "sophos_ip": files.cidrs,
        "fortinet_sender": files.domain,
        "fortinet_ip": files.lines,
        "checkpoint_sender": files.domain,
        "symantec_sender": files.symantec_domain,
        "symantec_ip": files.symantec_ip,
        "spamassassin_auth": files.welcome_auth,
        "rspamd_dmarc": files.rspamd_dmarc,
        "spamassassin_rcvd": files.welcome_rcvd,
        "rspamd_ip": files.cidrs,
        "postfix_client": files.client_table,
        "postfix_screen": files.screen_table,
        "plain": files.cidrs,
        "csv": files.table,
    }
)
SETUP: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "postfix_client": ("main.cf", files.MAIN_CF),
        "postfix_screen": ("main.cf", files.SCREEN_CF),
        "rspamd_ip": ("local.d/multimap.conf", files.MULTIMAP),
    }
)
"""What has to stand elsewhere for a file to be read: where, and what."""


def write(wish: Wish, format_id: str) -> Output:
    """Write what is wished for in one format; nothing at all where the format needs what is not there."""
    row = formats()[format_id]
    if row.by in {"domain", "both"} and not wish.domain:
        return Output(row.id, row.filename, (), 0, _all_refused(wish, row))
    fitted = fit(wish.entries, row) if row.by in {"ip", "both"} else Fitted((), ())
    parts = WRITERS[row.id](wish, fitted)
    return Output(row.id, row.filename, parts, len(fitted.networks), fitted.refused)


def _all_refused(wish: Wish, row: Format) -> tuple[Refusal, ...]:
    if row.by != "both":
        return ()
    return tuple(Refusal(network, Unfit.NEEDS_DOMAIN) for network in wish.entries)
