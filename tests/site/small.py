"""A project of two pages in two languages: publishing is tried on it without waiting for the real one."""

from pathlib import Path

CONFIG = """
site_name: Small
site_url: !ENV [FREMME_URL, "https://small.example/help/"]
site_dir: !ENV [FREMME_SITE_DIR, "site/en"]
theme: {name: null, custom_dir: theme, static_templates: [404.html]}
hooks: [hooks/words.py]
plugins: []
extra:
  emoji: !!python/name:os.getcwd
  languages: {en: English, nb: Norsk bokmål}
  words:
    root_title: Where did it go?
    root_choose: Choose a language
    not_found_title: Not here
    not_found_text: There is no page here.
    not_found_home: To the start
"""
HOOK = """
import os
from pathlib import Path


def on_page_markdown(markdown, **_):
    language = os.environ["FREMME_LANG"]
    return markdown + Path("locales", language, "LC_MESSAGES", "site.po").read_text(encoding="utf-8")
"""
THEME = (
    "<!doctype html><html><head><title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>"
)
FILES = {
    "mkdocs.yml": CONFIG,
    "hooks/words.py": HOOK,
    "theme/main.html": THEME,
    "theme/404.html": "<!doctype html><html><body>404 {{ config.site_name }}</body></html>",
    "docs/index.md": "# Home\n\n[On](guide/page.md)\n\n",
    "docs/guide/page.md": f"# Page\n\n{'A long paragraph. ' * 100}\n\n",
    "docs/assets/javascripts/bundle.0123abcd.min.js": "export const long = 1;\n" * 100,
    "locales/en/LC_MESSAGES/site.po": "# English words\n",
    "locales/nb/LC_MESSAGES/site.po": "# Norske ord\n",
}


def write_small_project(root: Path) -> Path:
    """Write it into `root`; what stands for a PO file here is text that lands on each page."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
