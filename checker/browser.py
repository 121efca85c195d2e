"""The browser's edge: the one module that the worker imports, and the only one that may know of Pyodide.

It needs nothing of Pyodide so far: text goes in and text comes out.
"""

import importlib
import sys
from contextlib import suppress
from pathlib import PurePosixPath

from checker import i18n
from checker.api import handle

__all__ = ["handle", "invalidate_caches"]


def invalidate_caches() -> None:
    """See what has come since: the words of the tools, and their modules."""
    i18n.load.cache_clear()
    with suppress(ImportError):  # its last step looks into importlib.metadata, which does not travel
        importlib.invalidate_caches()


def _look_here_too() -> None:
    """Let packages of the standard library find those of their modules that the tools have brought along.

    They lie beside the checker, and a package only looks where it was found itself.
    """
    here = PurePosixPath(__file__).parent.parent
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__path__", None)
        if isinstance(path, list) and name.partition(".")[0] != "checker":
            path.append(str(here / name.replace(".", "/")))


if sys.platform == "emscripten":
    _look_here_too()
