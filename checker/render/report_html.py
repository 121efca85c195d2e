"""A report as markup for the page."""

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html, to_plain
from checker.render.report import (
    Action,
    Again,
    Bar,
    Bars,
    Block,
    Bullets,
    Cited,
    Facts,
    Figure,
    File,
    Fold,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
    Text,
    filled,
)
from checker.render.sourced import source_line

_DEEPEST = 6
LONGEST_QUOTE = 2_000
"""Characters of a quote that are shown."""


def report_html(report: Report, context: Context) -> str:
    """Write the report, from a heading of the second level down."""
    title = _text(report.title, context)
    body = _blocks(report.blocks, context, 3)
    return f'<section class="fr-reading"><h2 class="fr-heading" tabindex="-1">{title}</h2>{body}</section>'


def _text(text: Text, context: Context) -> str:
    return filled(text, lambda ours: to_html(ours, context), escape)


def _name(text: Text) -> str:
    """A text as the value of an attribute."""
    return escape(filled(text, to_plain, str))


def _blocks(blocks: tuple[Block, ...], context: Context, level: int) -> str:
    return "".join(_block(block, context, level) for block in blocks)


def _block(block: Block, context: Context, level: int) -> str:
    match block:
        case Section():
            return _section(block, context, level)
        case Fold():
            inner = _blocks(block.blocks, context, level)
            return (
                f'<details class="fr-how"><summary>{_text(block.title, context)}</summary>{inner}</details>'
            )
        case Figure():
            return f'<div class="fr-picture">{block.svg}</div>'
        case Cited():
            return source_line(block.source, context)
        case Action():
            return _action(block, context)
        case Again():
            return _again(block, context)
        case File():
            return _file(block, context, level)
        case _:
            return _flat(block, context)


def _flat(block: Paragraph | Bullets | Facts | Table | Quote | Bars, context: Context) -> str:
    match block:
        case Paragraph():
            css = f' class="fr-{block.kind}"' if block.kind else ""
            return f"<p{css}>{_text(block.text, context)}</p>"
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{_text(item, context)}</li>' for item in block.items)}</{tag}>"
        case Facts():
            return _facts(block, context)
        case Table():
            return _table(block, context)
        case Quote():
            return _quote(block, context)
        case Bars():
            return f'<dl class="fr-bars">{"".join(_bar(bar, context) for bar in block.rows)}</dl>'


def _section(section: Section, context: Context, level: int) -> str:
    css = f" fr-part-{section.kind}" if section.kind else ""
    return (
        f'<section class="fr-part{css}"><h{level}>{_text(section.title, context)}</h{level}>'
        f"{_blocks(section.blocks, context, min(level + 1, _DEEPEST))}</section>"
    )


def _facts(facts: Facts, context: Context) -> str:
    rows = "".join(
        f"<div><dt>{_text(name, context)}</dt><dd>{_text(value, context)}</dd></div>"
        for name, value in facts.rows
        if value != ""
    )
    return f'<dl class="fr-facts">{rows}</dl>' if rows else ""


def _table(table: Table, context: Context) -> str:
    head = "".join(f'<th scope="col">{_text(cell, context)}</th>' for cell in table.head)
    rows = "".join(_row(row, context) for row in table.rows)
    caption = _text(table.caption, context)
    return (
        f'<div class="fr-wide" tabindex="0" role="region" aria-label="{_name(table.caption)}">'
        f'<table class="fr-table"><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[Text, ...], context: Context) -> str:
    first, *others = row
    cells = "".join(f"<td>{_text(cell, context)}</td>" for cell in others)
    return f'<tr><th scope="row">{_text(first, context)}</th>{cells}</tr>'


def _quote(quote: Quote, context: Context) -> str:
    text = quote.text[:LONGEST_QUOTE] + ("…" if len(quote.text) > LONGEST_QUOTE else "")
    title = _text(quote.title, context)
    return (
        f'<figure class="fr-quote"><figcaption>{title} {_text(quote.where, context)}</figcaption>'
        f'<pre tabindex="0" role="group" aria-label="{_name(quote.title)}">{escape(text)}</pre></figure>'
    )


def _again(again: Again, context: Context) -> str:
    label = _text(again.label, context)
    hint = f'<span class="fr-hint">{_text(again.hint, context)}</span>' if again.hint else ""
    return (
        f'<p class="fr-choice"><button type="button" class="fr-button" data-do="again" '
        f'value="{escape(again.value)}">{label}</button>{hint}</p>'
    )


def _bar(bar: Bar, context: Context) -> str:
    """The picture says nothing that the words beside it do not."""
    drawn, at = "", 0.0
    for css, share in bar.shares:
        drawn += f'<rect class="fr-bar-{css}" x="{100 * at:.2f}" width="{100 * share:.2f}" height="10"/>'
        at += share
    picture = (
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
        if drawn
        else ""
    )
    remark = f"<dd>{_text(bar.remark, context)}</dd>" if bar.remark else ""
    return (
        f'<div class="fr-bar"><dt>{_text(bar.label, context)}</dt>'
        f"<dd>{_text(bar.value, context)}{picture}</dd>{remark}</div>"
    )


def _action(action: Action, context: Context) -> str:
    label = _text(action.label, context)
    return f'<p><a class="md-button" href="{escape(action.address(context))}">{label}</a></p>'


def _file(file: File, context: Context, level: int) -> str:
    title = _text(file.title, context)
    name = _name(file.title)
    return (
        f'<article class="fr-file"><h{level}>{title}</h{level}>'
        f'<pre class="fr-file-text" tabindex="0" role="group" aria-label="{name}">{escape(file.text)}</pre>'
        f'<p class="fr-actions">{_button("copy-file", words.COPY_FILE, context)}'
        f"{_button('save-file', words.SAVE_FILE, context, file)}</p></article>"
    )


def _button(do: str, word: str, context: Context, file: File | None = None) -> str:
    about = f' data-filename="{escape(file.filename)}" data-media="{escape(file.media)}"' if file else ""
    return f'<button type="button" class="fr-button" data-do="{do}"{about}>{escape(context.t(word))}</button>'
