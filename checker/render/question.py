"""A question as markup, and the frame it shares with results: the way back and the answers so far."""

from checker.render import words
from checker.render.aside import beside, own_text
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html, unbroken
from checker.render.sourced import steps_list
from checker.tree.definition import TREE
from checker.tree.model import Question, Whose
from checker.tree.walk import Choice, State, View, format_state


def question(view: View, node: Question, context: Context, *, static: bool) -> str:
    """Write a question with its options as links; `static` links lead to the parts of the same page."""
    return (
        f"{back_link(view, context)}"
        f"{heading(own_text(view, node, context), context)}"
        f"{_lead(node, context)}{beside(view, node, _how(node, context), context, static=static)}"
        f'<ul class="fr-options">{"".join(_option(c, context, static=static) for c in view.choices)}</ul>'
        f"{'' if static else paste_form(node, context) + look_up_form(node, context)}"
        f"{read_more(node.guide, context)}"
        f"{your_answers(view, context)}"
    )


def paste_form(node: Question, context: Context) -> str:
    """A field for the bounce or the message, where that can answer the question."""
    if not node.evidence:
        return ""
    title = escape(context.t(words.PASTE_TITLES[node.evidence]))
    hint = escape(context.t(words.PASTE_HINT))
    return (
        f'<details class="fr-how fr-evidence"><summary>{title}</summary><form autocomplete="off">'
        f'<label for="fr-evidence">{escape(context.t(words.PASTE_LABEL))}</label>'
        f'<span class="fr-hint" id="fr-evidence-hint">{hint}</span>'
        '<textarea id="fr-evidence" name="text" rows="5" spellcheck="false" '
        'aria-describedby="fr-evidence-hint"></textarea>'
        f'<button class="fr-button">{escape(context.t(words.PASTE_READ))}</button>'
        f'<p class="fr-said" role="status"></p></form></details>'
    )


def look_up_form(node: Question, context: Context) -> str:
    """A field for the address or the domain, where that can answer; who may be asked comes with the reply."""
    if node.domain is None:
        return ""
    is_sender = node.domain is Whose.SENDER
    domain = _line("domain", words.LOOK_UP_LABELS[node.domain], words.LOOK_UP_HINT, context)
    account = _line("hub_id", words.LOOK_UP_ACCOUNT, words.LOOK_UP_ACCOUNT_HINT, context) if is_sender else ""
    return (
        f'<details class="fr-how fr-evidence fr-look-up">'
        f"<summary>{escape(context.t(words.LOOK_UP_TITLES[node.domain]))}</summary>"
        f'<form autocomplete="off">{domain}{account}'
        f'<button class="fr-button">{escape(context.t(words.LOOK_UP))}</button>'
        '<p class="fr-said" role="status"></p><div class="fr-asked"></div></form></details>'
    )


def _line(name: str, label: str, hint: str, context: Context) -> str:
    return (
        f'<label for="fr-look-up-{name}">{escape(context.t(label))}</label>'
        f'<span class="fr-hint" id="fr-look-up-{name}-hint">{escape(context.t(hint))}</span>'
        f'<input id="fr-look-up-{name}" name="{name}" maxlength="500" spellcheck="false" '
        f'autocapitalize="off" aria-describedby="fr-look-up-{name}-hint">'
    )


def heading(text: str, context: Context) -> str:
    """The heading takes the focus after each step, so that a screen reader reads it out."""
    return f'<h2 class="fr-heading" tabindex="-1">{unbroken(to_html(text, context))}</h2>'


def back_link(view: View, context: Context) -> str:
    """The way back: to the question before, or to the start from a place that was opened directly."""
    if view.back is None:
        return _to_the_start(view, context)
    return f'<p class="fr-back"><a href="{link(view.back)}">{escape(context.t(words.BACK))}</a></p>'


def _to_the_start(view: View, context: Context) -> str:
    """The id alone is a link that works without script as well."""
    if view.node.id == TREE.start:
        return ""
    word = escape(context.t(words.START_AGAIN))
    return f'<p class="fr-start"><a href="#{TREE.start}">{word}</a></p>'


def link(state: State) -> str:
    """The address of a state within the page."""
    return escape(f"#{format_state(state, TREE)}")


def read_more(page: str, context: Context) -> str:
    """A link to the guide."""
    if not page:
        return ""
    words_ = escape(context.t(words.GUIDE))
    return f'<p class="fr-more"><a href="{escape(context.url(page))}">{words_}</a></p>'


def your_answers(view: View, context: Context) -> str:
    """The answers so far, each with a way to change it; nothing where there are none."""
    if not view.steps:
        return ""
    rows = "".join(
        answer_row(
            step.question,
            context.t(step.option.label),
            State(step.question.id, view.state.answers),
            context,
            context.because.get(step.question.id, ""),
        )
        for step in view.steps
    )
    start = link(State(TREE.start))
    return (
        f'<section class="fr-answers" aria-label="{escape(context.t(words.YOUR_ANSWERS))}">'
        f"<h3>{escape(context.t(words.YOUR_ANSWERS))}</h3><dl>{rows}</dl>"
        f'<p><a class="fr-again" href="{start}">{escape(context.t(words.START_AGAIN))}</a></p></section>'
    )


def answer_row(node: Question, answer: str, state: State, context: Context, because: str = "") -> str:
    """One answer; the link's hidden words say which question it changes."""
    label = escape(context.t(node.short or node.text))
    reason = f'<span class="fr-because">{escape(because)}</span>' if because else ""
    return (
        f"<div><dt>{label}</dt><dd>{escape(answer)}{reason}</dd>"
        f'<dd class="fr-change"><a href="{link(state)}">{escape(context.t(words.CHANGE))}'
        f'<span class="fr-hidden">: {label}</span></a></dd></div>'
    )


def _lead(node: Question, context: Context) -> str:
    return f'<p class="fr-lead">{to_html(context.t(node.lead), context)}</p>' if node.lead else ""


def _how(node: Question, context: Context) -> str:
    if not node.how:
        return ""
    title = escape(context.t(node.how_title))
    return f'<details class="fr-how"><summary>{title}</summary>{steps_list(node.how, context)}</details>'


def _option(choice: Choice, context: Context, *, static: bool) -> str:
    option = choice.option
    hint = f'<span class="fr-hint">{escape(context.t(option.hint))}</span>' if option.hint else ""
    now = f' <span class="fr-now">({escape(context.t(words.CHOSEN))})</span>' if choice.chosen else ""
    href = f"#{option.to}" if static else link(choice.state)
    return (
        f'<li><a class="fr-option" href="{href}" data-option="{option.id}">'
        f'<span class="fr-label">{unbroken(escape(context.t(option.label)))}{now}</span>{hint}</a></li>'
    )
