"""The tools that have a page of their own, and what their forms ask for."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.i18n import N_
from checker.render.form import Area, Button, Tool

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

TOOLS: Mapping[str, Tool] = MappingProxyType({tool.id: tool for tool in (BOUNCE, HEADERS)})
