"""The first question as three doors, for the home page."""

from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import unbroken
from checker.tree.definition import TREE
from checker.tree.walk import State, format_state


def doors(context: Context) -> str:
    """Each door is a link that works without script; script makes it carry the answer along."""
    first = TREE.question(TREE.start)
    cards = "".join(
        f'<li><a class="fr-door fr-door-{option.id}" href="{escape(context.url(f"check#{option.to}"))}" '
        f'data-state="{escape(format_state(State(option.to, {first.id: option.id}), TREE))}">'
        f'<span class="fr-label">{unbroken(escape(context.t(option.label)))}</span>'
        f'<span class="fr-hint">{escape(context.t(option.hint))}</span></a></li>'
        for option in first.options
    )
    title = escape(context.t(first.text))
    return (
        f'<section class="fr-doors" aria-labelledby="fr-doors-title"><h2 id="fr-doors-title">{title}</h2>'
        f'<ul class="fr-doors-list">{cards}</ul></section>'
    )
