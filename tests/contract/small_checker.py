"""A checker of four modules: packing and starting are tried on it without waiting for the real one."""

from pathlib import Path

from hooks.bundle.build import Sources, refresh_modules

API = '''
"""Docstrings stay at home."""
import gettext
import io
import json
import pkgutil
import tomllib


def table(name):
    return tomllib.loads(pkgutil.get_data("checker", f"tables/{name}.toml").decode())


TABLE = table("answers")


def handle(text):
    """Answer as the tables say."""
    request = {}
    try:
        request = json.loads(text)
        if request.get("note") == "no_such_note":
            raise KeyError(request["note"])
        reply = {key: word(request["lang"], value) for key, value in TABLE[request["do"]].items()}
    except (KeyError, ValueError):
        return json.dumps({"id": request.get("id"), "ok": False, "error": "bad_request"})
    return json.dumps({"id": request["id"], "ok": True} | reply)


def tell():
    """Comes later."""
    from checker import tool
    return tool.told()


def word(lang, text):
    if lang == "en":
        return text
    catalogue = pkgutil.get_data("checker", f"catalogues/{lang}.mo")
    return gettext.GNUTranslations(io.BytesIO(catalogue)).gettext(text)
'''
TABLE = """
view = {html = "<h1>Question</h1>", title = "Question", state = "start"}
note = {text = "Dear IT"}
markdown = {text = "# Result", filename = "fremme-result.md"}
"""
FILES = {
    "__init__.py": '"""A small checker."""\n',
    "api.py": API,
    "browser.py": "from checker.api import handle\n",
    "tool.py": "import colorsys\n\n\ndef told():\n    return 'Tool'\n",
    "cli.py": "import argparse\n",
    "tables/answers.toml": TABLE,
}


def write_small_checker(root: Path) -> Path:
    """Write the package into `root` and return its folder."""
    for name, text in FILES.items():
        path = root / "checker" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "checker"


def small_words() -> dict[str, dict[str, str]]:
    """One translation for each size, and one that nobody says."""
    return {"nb": {"Question": "Spørsmål", "Tool": "Verktøy", "Nobody says this": "Ingen sier dette"}}


def small_sources(root: Path) -> Sources:
    """Write the package and its list of modules, with a cache of its own."""
    contract = Path(__file__).parent
    sources = Sources(
        write_small_checker(root), contract, root / "modules.txt", root / "modules-tools.txt", root / "cache"
    )
    refresh_modules(small_words(), sources)
    return sources
