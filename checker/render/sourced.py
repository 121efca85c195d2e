"""Steps in order, and where they come from."""

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html
from checker.tables.load import Source


def source_line(source: Source, context: Context) -> str:
    """Where a fact comes from and when it was checked."""
    title = escape(context.t(source.title))
    name = f'<a href="{escape(source.url)}" rel="noopener">{title}</a>' if source.url else title
    line = escape(context.t(words.SOURCE)).format(
        source=name, date=escape(words.written(source.checked, context.t))
    )
    return f'<p class="fr-source">{line}</p>'


def steps_list(steps: tuple[str, ...], context: Context) -> str:
    """Steps in order."""
    return f"<ol>{''.join(f'<li>{to_html(context.t(step), context)}</li>' for step in steps)}</ol>"
