"""The whole tree as one page that can be walked without script."""

import json

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.page import place
from checker.render.question import answer_row, back_link, your_answers
from checker.tree.definition import TREE
from checker.tree.model import Question
from checker.tree.walk import Choice, State, Step, View


def walkable(context: Context) -> str:
    """Every node as a section of its own, and what the script needs: addresses, words and an empty frame."""
    sections = "".join(place(_alone(node_id), context, static=True) for node_id in _ids())
    return (
        f'<div class="fr-checker" data-lang="{escape(context.lang)}" data-root="{escape(context.root)}" '
        f'data-languages="{escape(json.dumps(dict(context.languages), ensure_ascii=False))}" '
        f'data-owner="{escape(json.dumps(dict(context.owner), ensure_ascii=False))}"'
        f"{_resolvers(context)}>"
        '<p class="fr-status" role="status"></p>'
        f'<div class="fr-live" hidden></div><div class="fr-static">{sections}</div>'
        f"{_frame(context)}{_words(context)}</div>"
    )


def _resolvers(context: Context) -> str:
    """Those that may be asked, where the site's owner has chosen among them."""
    if context.resolvers is None:
        return ""
    return f' data-resolvers="{escape(" ".join(context.resolvers))}"'


def _ids() -> list[str]:
    return [node.id for node in TREE.nodes]


def _alone(node_id: str) -> View:
    """A node as it stands for itself, before anything has been answered."""
    node = TREE.node(node_id)
    options = node.options if isinstance(node, Question) else ()
    choices = tuple(Choice(option, State(option.to), chosen=False) for option in options)
    return View(State(node_id), node, (), choices)


def _frame(context: Context) -> str:
    """The way back and the answers, for the script to fill in while Python is not there."""
    first = TREE.question(TREE.start)
    view = View(State(first.id), first, (Step(first, first.options[0]),), ())
    row = answer_row(first, "", State(first.id), context)
    return (
        f'<template class="fr-frame">{back_link(view, context)}{your_answers(view, context)}</template>'
        f'<template class="fr-row">{row}</template>'
    )


def _words(context: Context) -> str:
    spoken = {
        **words.STAGES,
        "copied": words.COPIED,
        "mail_long": words.MAIL_LONG,
        "answered": words.PASTE_ANSWERED,
    }
    spans = "".join(
        f'<span data-word="{name}">{escape(context.t(text))}</span>' for name, text in spoken.items()
    )
    return f'<template class="fr-words">{spans}</template>'
