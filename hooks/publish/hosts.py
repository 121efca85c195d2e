"""Configurations for servers, from the same values that our own server answers by."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from hooks.publish.headers import KEEP, lasting
from hooks.publish.policy import read_resolvers, security_headers
from hooks.publish.responses import TYPES
from hooks.publish.settings import Settings

OUT = Path("build/deploy")
_FOLDER = Path(__file__).parent / "deploy"
_FILES = ("nginx.conf", "Caddyfile")


@dataclass(frozen=True)
class Place:
    """Where the site lies on the server; below a path, `folder` holds the folders of that path."""

    folder: str = "/srv/fremme"
    port: str = "80"  # Caddy takes its own from the environment


def server_files(settings: Settings, resolvers: list[str], place: Place) -> Mapping[str, str]:
    """File name → text."""
    environment = jinja2.Environment(  # noqa: S701 - no HTML: configuration files
        loader=jinja2.FileSystemLoader(_FOLDER),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    values = {
        "place": place,
        "base": settings.path,
        "host": urlsplit(settings.url).hostname or "localhost",
        "languages": [*settings.languages],
        "headers": security_headers(resolvers),
        "lasting": lasting(settings.path),
        "keep": KEEP,
        "types": TYPES,
    }
    return {name: environment.get_template(f"{name}.jinja").render(values) for name in _FILES}


def write_server_files(root: Path, settings: Settings) -> Path:
    """Write them with the usual places, for a person to look at; returns the folder."""
    out = root / OUT
    out.mkdir(parents=True, exist_ok=True)
    for name, text in server_files(settings, read_resolvers(root, settings.owner.resolvers), Place()).items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    return out


def redirects(settings: Settings) -> str:
    """The file `_redirects`: who says that there is no page. Cloudflare Pages finds that out by itself."""
    rows = [f"/{code}/*  /{code}/404.html  404" for code in settings.languages]
    return "\n".join([*rows, "/*  /404.html  404"]) + "\n"
