"""What a page may do: security headers for every reply, and the stricter policy that each page carries.

The header governs workers too, so it has to allow what only they need: WebAssembly, and `importScripts`
without Trusted Types. The policy in the page takes both away from the document again, and holds on hosts that
send no headers.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

RESOLVERS = Path("checker/tables/resolvers.toml")

_EVERYWHERE: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are masks in its style sheet
    "font-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",  # without script a form must not put what was typed into an address
    "object-src": "'none'",
}
_OFF = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip


def page_policy(resolvers: Sequence[str] = ()) -> str:
    """The content of a page's own `<meta http-equiv="Content-Security-Policy">`."""
    return _joined(
        {
            **_EVERYWHERE,
            "script-src": "'self'",
            "connect-src": _connect(resolvers),
            "require-trusted-types-for": "'script'",
            "trusted-types": "fremme default",
        }
    )


def security_headers(resolvers: Sequence[str] = ()) -> dict[str, str]:
    """The headers that every file of the site is sent with."""
    policy = {
        **_EVERYWHERE,
        "script-src": "'self' 'wasm-unsafe-eval'",
        "connect-src": _connect(resolvers),
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": _joined(policy),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def read_resolvers(root: Path, wanted: Sequence[str] | None = None) -> list[str]:
    """The addresses that a reader may have asked; `wanted` names the rows of the table to keep."""
    return [row["url"] for row in _rows(root) if wanted is None or row["id"] in wanted]


def resolver_ids(root: Path) -> list[str]:
    """The names that the site's owner chooses from."""
    return [row["id"] for row in _rows(root)]


def _rows(root: Path) -> list[dict[str, str]]:
    table = root / RESOLVERS
    if not table.is_file():
        return []
    rows: list[dict[str, str]] = tomllib.loads(table.read_text(encoding="utf-8"))["resolver"]
    return rows


def _connect(resolvers: Sequence[str]) -> str:
    return " ".join(["'self'", *resolvers])


def _joined(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())
