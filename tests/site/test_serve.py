"""Serving while people edit: a rebuild shows, a failure does not, and the terminal tells."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polib
import pytest

from tests.conftest import ROOT

_PATIENCE = 30.0  # seconds; an upper bound for a busy machine, asserted nowhere


class Serving:
    """A running `serve`, its address and what it says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self.url = self.wait_for_line(r"Open (\S+)")

    def wait_for_line(self, pattern: str) -> str:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(pattern, line):
                return found[1] if found.groups() else found[0]
        raise AssertionError(f"never said {pattern!r}: {''.join(self.said)}")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=_PATIENCE) as reply:
            return str(reply.read().decode())

    def wait_for_text(self, path: str, text: str) -> str:
        end = time.monotonic() + _PATIENCE
        while text not in (page := self.get(path)):
            assert time.monotonic() < end, f"{text!r} never came: {page[-500:]}"
            time.sleep(0.05)
        return page


@contextmanager
def serving(project: Path, port: int = 0, *options: str) -> Iterator[Serving]:
    command = [sys.executable, "-m", "hooks.publish", "serve", "--port", str(port), *options]
    process = subprocess.Popen(
        command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    with process:
        try:
            yield Serving(process)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=_PATIENCE)
        assert process.returncode == 0


def test_an_edit_of_a_catalogue_shows_in_its_language(small_project: Path) -> None:
    with serving(small_project) as server:
        page = server.get("nb/")
        assert '<script src="/_live.js?seen=' in page
        version = server.get("_live")
        catalogue = small_project / "locales/nb/LC_MESSAGES/site.po"
        catalogue.write_text("# Nye ord\n", encoding="utf-8")
        server.wait_for_text("nb/", "Nye ord")
        assert server.wait_for_line("Built nb in")
        assert server.get("_live") != version
    assert "_live" not in (small_project / "site/nb/index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_a_translator_sees_an_edit_of_the_real_site(tmp_path: Path) -> None:
    for name in ("docs", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "hooks").symlink_to(
        ROOT / "hooks"
    )  # and no checker/: packing Python is not what is tried here
    catalogue = polib.pofile(str(tmp_path / "locales/nb/LC_MESSAGES/guide.po"), wrapwidth=0)
    entry = next(one for one in catalogue.translated_entries() if _is_from(one, "docs/guide/delivered.md"))
    with serving(tmp_path) as server:
        assert "prøvesvar" not in server.get("nb/guide/delivered/")
        entry.msgstr += " prøvesvar"
        catalogue.save()
        server.wait_for_text("nb/guide/delivered/", "prøvesvar")
        assert "prøvesvar" not in server.get("en/guide/delivered/")


def _is_from(entry: polib.POEntry, path: str) -> bool:
    return any(place == path for place, _ in entry.occurrences)


def test_a_failed_build_keeps_the_old_pages_and_is_made_up_for(small_project: Path) -> None:
    with serving(small_project) as server:
        (small_project / "docs/guide/page.md").write_text("# Edited\n", encoding="utf-8")
        (small_project / "docs/index.md").write_text("[Lost](lost.md)\n", encoding="utf-8")
        server.wait_for_line("Could not build")
        assert any("lost.md" in line for line in server.said)
        assert "Page" in server.get("en/guide/page/")
        # Mended by hand, then only one language is edited: the other must not be forgotten.
        (small_project / "docs/index.md").write_text("# Home\n", encoding="utf-8")
        (small_project / "locales/nb/LC_MESSAGES/site.po").write_text("# Nye ord\n", encoding="utf-8")
        server.wait_for_text("nb/", "Nye ord")
        server.wait_for_text("en/guide/page/", "Edited")


def test_one_language_alone_is_served_and_built_again(small_project: Path) -> None:
    with serving(small_project, 0, "--within", "nb") as server:
        assert "Norske ord" in server.get("nb/")
        assert not (small_project / "site/en").exists()
        root = server.get("")
        assert 'href="nb/"' in root
        assert 'href="en/"' not in root
        (small_project / "docs/index.md").write_text("# Edited\n", encoding="utf-8")
        server.wait_for_text("nb/", "Edited")
        assert not (small_project / "site/en").exists()
        assert "<loc>https://small.example/help/nb/</loc>" in server.get("sitemap.xml")
        assert "/en/" not in server.get("sitemap.xml")


def test_an_unknown_language_is_told(small_project: Path) -> None:
    command = [sys.executable, "-m", "hooks.publish", "stage", "--out", "x", "--old", "y", "--within", "xx"]
    run = subprocess.run(command, cwd=small_project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "no language 'xx'" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_preview_sends_its_script_and_no_file_has_it(small_project: Path) -> None:
    with serving(small_project, 0, "--preview") as server:
        assert '<script src="/_origins.js" type="module">' in server.get("nb/")
        assert "data-msg" in server.get("_origins.js")
        assert '["Home", "", "docs/index.md:1", false]' in server.get("_origins?lang=nb")
        (small_project / "docs/index.md").write_text("# Home\n\n!!! note\n\n    No title\n", encoding="utf-8")
        assert "docs/index.md:3: " in server.get("_origins?lang=nb")
    assert not [path for path in (small_project / "site").rglob("*.html") if b"_origins" in path.read_bytes()]


def test_a_taken_port_is_told_and_the_next_one_tried(small_project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(small_project, port) as server:
            assert f"Port {port} is taken" in server.said[0]
            assert f":{port}/" not in server.url
