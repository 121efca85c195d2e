"""The Pyodide runtime that all languages share, with the checker's words for each of them."""

from pathlib import Path

from hooks.bundle import BundleError, build_runtime
from hooks.publish.render import BuildError
from hooks.publish.settings import Settings
from hooks.translation.catalogue import messages
from hooks.translation.sources import CHECKER


def add_runtime(root: Path, settings: Settings, out: Path) -> None:
    """Write out/runtime/…; a project without a checker has nothing to run."""
    if not (root / "checker").is_dir():
        return
    words = {
        code: messages(root / "locales", code, CHECKER)
        for code in settings.languages
        if code != settings.source
    }
    try:
        build_runtime(out / "runtime", words)
    except BundleError as error:
        raise BuildError(str(error)) from error
