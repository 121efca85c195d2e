"""A report to hand to somebody else: as text, with what points at persons masked, and a list of what was."""

from dataclasses import replace

from checker.redact import Mask, redact
from checker.render import words as w
from checker.render.context import Context
from checker.render.report import Action, Block, File, Fold, Paragraph, Report, Section, Table, words
from checker.render.report_text import report_text

MOST_PARTS = 50
"""Parts of a report that are passed on; a list of a thousand recipients is nobody's evidence."""


def pass_on(report: Report, context: Context, filename: str) -> Section:
    """Give the report as masked text to copy or to save; links back to the checker stay behind."""
    kept = tuple(
        _without_actions(block) for block in report.blocks[:MOST_PARTS] if not isinstance(block, Action)
    )
    shown = redact(report_text(replace(report, blocks=kept), context))
    file = File(words(w.PASS_ON_TEXT, context), shown.text, filename)
    return Section(words(w.PASS_ON, context), (*_about(shown.masks, context), file), "pass-on")


def _without_actions(block: Block) -> Block:
    if isinstance(block, Section | Fold):
        blocks = tuple(_without_actions(inner) for inner in block.blocks if not isinstance(inner, Action))
        return replace(block, blocks=blocks)
    return block


def _about(masks: tuple[Mask, ...], context: Context) -> tuple[Block, ...]:
    """What is masked, before anything is copied; and what is not."""
    if not masks:
        return (Paragraph(words(w.NOTHING_MASKED, context)),)
    rows = tuple((mask.original, words(w.MASKED[mask.kind], context), mask.mask) for mask in masks)
    head = tuple(words(name, context) for name in (w.MASKED_WHAT, w.MASKED_KIND, w.MASKED_AS))
    table = Table(words(w.MASKED_TABLE, context), head, rows)
    return (Paragraph(words(w.MASKED_HINT, context)), Fold(words(w.MASKED_TABLE, context), (table,)))
