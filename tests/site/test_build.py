"""A build is whole or it is not there; the same sources give the same bytes."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hooks.publish.assemble import assemble, publish
from hooks.publish.compress import compress
from hooks.publish.render import BuildError


def contents(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_every_language_and_what_they_share(small_project: Path) -> None:
    publish(small_project, small_project / "site")
    site = contents(small_project / "site")
    for name in (
        "en/index.html",
        "nb/guide/page/index.html",
        "nb/404.html",
        "404.html",
        "robots.txt",
        "choose.js",
    ):
        assert name in site
    assert b"Norske ord" in site["nb/index.html"]
    assert b"Norske ord" not in site["en/index.html"]
    assert "nb/sitemap.xml" not in site
    assert sorted(path.name for path in small_project.glob("site*")) == ["site"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork to compare with")
def test_where_there_is_no_fork_the_site_is_the_same(
    small_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(small_project, small_project / "forked")
    monkeypatch.delattr(os, "fork")
    publish(small_project, small_project / "plain")
    assert contents(small_project / "forked") == contents(small_project / "plain")


def test_a_warning_fails_and_leaves_the_old_site(small_project: Path) -> None:
    out = small_project / "site"
    publish(small_project, out)
    before = contents(out)
    (small_project / "docs/index.md").write_text("# Home\n\n[Lost](lost.md)\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"lost\.md") as failure:
        publish(small_project, out)
    assert "INFO" not in str(failure.value)
    assert str(failure.value).count("lost.md") == 1, "a fault that all languages share is told once"
    assert contents(out) == before
    assert sorted(path.name for path in small_project.glob("site*")) == ["site"]


def test_the_command_ends_with_1_and_shows_why(small_project: Path) -> None:
    (small_project / "docs/index.md").write_text("[Lost](lost.md)\n", encoding="utf-8")
    command = [sys.executable, "-m", "hooks.publish", "build"]
    run = subprocess.run(command, cwd=small_project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "lost.md" in run.stderr
    assert not (small_project / "site").exists()


def test_two_builds_are_the_same_bytes(small_project: Path) -> None:
    for name in ("one", "two"):
        publish(small_project, small_project / name)
        (small_project / "build/compressed").rename(small_project / f"cache of {name}")
    assert contents(small_project / "one") == contents(small_project / "two")


def test_only_the_named_language_is_built_anew(small_project: Path) -> None:
    publish(small_project, small_project / "site")
    for code in ("en", "nb"):
        (small_project / f"locales/{code}/LC_MESSAGES/site.po").write_text("# Edited\n", encoding="utf-8")
    assemble(small_project, small_project / "next", only=["nb"], old=small_project / "site", quick=True)
    site = contents(small_project / "next")
    assert b"Edited" in site["nb/index.html"]
    assert b"Edited" not in site["en/index.html"]
    assert "en/guide/page/index.html.br" in site
    assert "nb/guide/page/index.html.br" not in site, "what nobody has compressed yet can wait"
    assert b"Edited" not in (small_project / "site/nb/index.html").read_bytes()


def test_a_language_that_the_old_site_lacks_is_built_too(small_project: Path) -> None:
    assemble(small_project, small_project / "next", only=["nb"], old=small_project / "absent", quick=True)
    assert (small_project / "next/en/index.html").exists()


def test_compressed_neighbours_hold_the_same_content(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    text = b"the same words again and again " * 100
    for name, content in {
        "a.js": text,
        "b.png": text,
        "small.js": b"x",
        "noise.zip": os.urandom(4096),
    }.items():
        (site / name).write_bytes(content)
    compress(site, tmp_path / "cache")
    assert sorted(contents(site)) == ["a.js", "a.js.br", "a.js.gz", "b.png", "noise.zip", "small.js"]
    assert gzip.decompress((site / "a.js.gz").read_bytes()) == text
    node = Path(sys.executable).with_name("node")
    unpack = "process.stdin.pipe(zlib.createBrotliDecompress()).pipe(process.stdout)"
    packed = (site / "a.js.br").read_bytes()
    assert subprocess.run([node, "-e", unpack], input=packed, capture_output=True, check=True).stdout == text
