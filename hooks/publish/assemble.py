"""Puts a whole site together in a folder of its own, and only then into the place of the old one."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hooks.publish.compress import compress
from hooks.publish.front import write_front
from hooks.publish.headers import NAME, rules, written
from hooks.publish.hosts import redirects
from hooks.publish.inert import require_inert
from hooks.publish.policy import read_resolvers, security_headers
from hooks.publish.render import render_languages
from hooks.publish.runtime import add_runtime
from hooks.publish.settings import CONFIG, Settings, SettingsError, read_settings
from hooks.publish.sitemap import pages, robots, sitemap

CACHE = Path("build/compressed")
_OURS = ("sitemap.xml", "sitemap.xml.gz")  # MkDocs writes one a language, the packed one with the time in it


def publish(root: Path, out: Path) -> None:
    """Build everything anew; `out` holds the old site until the new one is whole."""
    stage = out.with_name(f"{out.name}.next")
    assemble(root, stage)
    swap(stage, out)


def assemble(
    root: Path,
    stage: Path,
    *,
    only: Sequence[str] = (),
    within: Sequence[str] = (),
    old: Path | None = None,
    quick: bool = False,
) -> None:
    """Build a site into `stage`, whatever was there before; after a failure nothing is there.

    With `old`, the languages not named in `only` are taken over from that site instead of being built. With
    `within`, the site has no other languages than those. With `quick`, nothing is compressed that was not
    already: that can wait until nobody does.
    """
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        _fill(root, stage, only, within, old)
        compress(stage, root / CACHE, only_known=quick)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise


def _fill(root: Path, stage: Path, only: Sequence[str], within: Sequence[str], old: Path | None) -> None:
    settings = read_settings(root)
    wanted = chosen(settings, within)
    fresh = _to_build(wanted, only, old)
    render_languages(root, fresh, stage)
    for code in fresh:
        for name in _OURS:
            (stage / code / name).unlink(missing_ok=True)
        require_inert(stage / code)
    if old:
        for code in set(wanted) - set(fresh):
            shutil.copytree(old / code, stage / code, copy_function=_link)
    add_runtime(root, settings, stage)
    _write_shared(
        root, replace(settings, languages={code: settings.languages[code] for code in wanted}), stage
    )


def chosen(settings: Settings, within: Sequence[str]) -> Sequence[str]:
    """The languages named in `within`, or all of them, in the order of the configuration."""
    for code in within:
        if code not in settings.languages:
            raise SettingsError(f"{CONFIG} has no language {code!r}; it has {', '.join(settings.languages)}.")
    return [code for code in settings.languages if not within or code in within]


def _to_build(languages: Sequence[str], only: Sequence[str], old: Path | None) -> list[str]:
    def kept(code: str) -> bool:
        return bool(only) and code not in only and old is not None and (old / code).is_dir()

    return [code for code in languages if not kept(code)]


def _write_shared(root: Path, settings: Settings, stage: Path) -> None:
    write_front(root, settings, stage)
    site = {code: pages(stage / code) for code in settings.languages}
    for name, text in (("sitemap.xml", sitemap(settings, site)), ("robots.txt", robots(settings))):
        (stage / name).write_text(text, encoding="utf-8", newline="\n")
    headers = rules(stage, security_headers(read_resolvers(root, settings.owner.resolvers)))
    (stage / NAME).write_text(written(headers), encoding="utf-8", newline="\n")
    (stage / "_redirects").write_text(redirects(settings), encoding="utf-8", newline="\n")


def swap(stage: Path, out: Path) -> None:
    """Put `stage` in the place of `out`: two renames, with nothing half-written in between."""
    old = out.with_name(f"{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists():
        out.rename(old)
    stage.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _link(source: str, target: str) -> None:
    """Share the file where the file system can: what is taken over from the old site is never written to."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
