"""Files and lists for the other systems: only addresses, a checked domain and fixed words go into them."""

from checker.allowlist.fit import Fitted
from checker.allowlist.model import Wish
from checker.allowlist.powershell import shown

MAIN_CF = "smtpd_client_restrictions = permit_mynetworks, check_client_access cidr:/etc/postfix/client.cidr\n"
SCREEN_CF = "postscreen_access_list = permit_mynetworks, cidr:/etc/postfix/postscreen_access.cidr\n"
MULTIMAP = (
    "ALLOWED_SENDERS {\n"
    '  type = "ip";\n'
    '  map = "$LOCAL_CONFDIR/local.d/maps.d/allowed_senders.map";\n'
    "  score = -4.0;\n"
    "}\n"
)


def domain(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """The domain alone, to type."""
    return (f"{wish.domain}\n",)


def star_domain(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """Every address of the domain, to type."""
    return (f"*@{wish.domain}\n",)


def lines(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """One network a line; a single address without its length."""
    return _one("".join(f"{shown(network)}\n" for network in fitted.networks))


def cidrs(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """One network a line, each with its length."""
    return _one("".join(f"{network}\n" for network in fitted.networks))


def commas(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """All in one field."""
    return _one(", ".join(map(shown, fitted.networks)) + "\n") if fitted.networks else ()


def netmasks(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """The first address, and the netmask in dots."""
    return _one("".join(f"{one.network_address} {one.netmask}\n" for one in fitted.networks))


def symantec_domain(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """A file of three columns."""
    return (f"{wish.domain},Sending domain,Approved\n",)


def symantec_ip(wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """The same, with addresses."""
    about = wish.domain or "Sender"
    return _one("".join(f"{shown(network)},{about},Approved\n" for network in fitted.networks))


def client_table(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """Postfix cidr_table(5): no host bits, and what it says for a client that matches."""
    return _one("".join(f"{network}\tOK\n" for network in fitted.networks))


def screen_table(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """The same for postscreen, which has other words."""
    return _one("".join(f"{network}\tpermit\n" for network in fitted.networks))


def welcome_auth(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """SpamAssassin 4: the domain and its subdomains, if they prove themselves."""
    return (f"welcomelist_auth *@{wish.domain}\nwelcomelist_auth *@*.{wish.domain}\n",)


def welcome_rcvd(wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """SpamAssassin 4: the domain from a network; the network stands in brackets."""
    return _one(
        "".join(f"welcomelist_from_rcvd *@{wish.domain} [{network}]\n" for network in fitted.networks)
    )


def rspamd_dmarc(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """A rule of rspamd's whitelist module."""
    return (
        "rules {\n"
        '  "ALLOWED_SENDER_DMARC" {\n'
        "    valid_dmarc = true;\n"
        f'    domains = ["{wish.domain}"];\n'
        "    score = -5.0;\n"
        "  }\n"
        "}\n",
    )


def table(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """A table with a heading."""
    rows = "".join(f"{one},{one[0]},{one[-1]},{one.version},{one.num_addresses}\n" for one in fitted.networks)
    return _one(f"network,first,last,version,addresses\n{rows}") if rows else ()


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
