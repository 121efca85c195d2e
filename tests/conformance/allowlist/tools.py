"""Where the real mail systems are on this machine; tests skip and say so where they are not."""

import shutil
import subprocess
from pathlib import Path

import pytest

from checker.allowlist.model import Wish
from checker.allowlist.read import read_list

PATH = "/usr/sbin:/usr/bin:/usr/local/bin:/sbin:/bin"
LIST = "192.0.2.0/24, 198.51.100.7, 203.0.113.128-203.0.113.140\n2001:db8:25::/48"
INSIDE = ("192.0.2.1", "192.0.2.255", "198.51.100.7", "203.0.113.128", "203.0.113.140", "2001:db8:25::1")
OUTSIDE = ("192.0.3.0", "198.51.100.6", "203.0.113.127", "203.0.113.141", "2001:db8:26::1")
WISH = Wish(read_list(LIST), "example.com")


def tool(name: str) -> str:
    """The program's path, or a skip."""
    path = shutil.which(name, path=PATH)
    if path is None:
        pytest.skip(f"{name} is not installed here (tests/install_postfix, tests/install_filters)")
    return path


def run(*command: str | Path, text: str = "", timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and keep what it says."""
    return subprocess.run(
        [str(part) for part in command],
        input=text,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
