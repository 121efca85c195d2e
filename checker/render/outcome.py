"""A result as markup, in the reader's order: what, why, first step, the rest, what not to ask, notes."""

from checker.checklist.model import Actor, Caution
from checker.checklist.select import Checklist, Group, select
from checker.notes.definition import NOTES
from checker.notes.model import Field, Note
from checker.notes.write import fields_of, write_note
from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html
from checker.render.items import condition_text, entry
from checker.render.owner import their_email, their_support
from checker.render.question import back_link, heading, read_more, your_answers
from checker.tree.definition import TREE
from checker.tree.model import Answers, Outcome, Reason
from checker.tree.walk import View


def outcome(view: View, node: Outcome, context: Context, *, static: bool) -> str:
    """Write a result; `static` shows all that might apply, with the condition in words."""
    answers = view.on_the_way
    checklist = select(node.id, answers, everything=static)
    parts = (
        back_link(view, context),
        f'<p class="fr-end fr-end-{node.end}">{escape(context.t(words.ENDS[node.end]))}</p>',
        heading(context.t(node.title), context),
        *(f'<p class="fr-says">{to_html(context.t(text), context)}</p>' for text in node.says),
        their_email(context, hubspot=checklist.reader is Actor.SENDER),
        _why(node, answers, context, static=static),
        _first(checklist, node, context, static=static),
        _rest(checklist, node, context, static=static),
        _cautions(checklist, context),
        _notes(checklist, answers, context, static=static),
        "" if static else _actions(context),
        read_more(node.guide, context),
        their_support(context),
        your_answers(view, context),
    )
    return "".join(parts)


def reasons(node: Outcome, answers: Answers, *, everything: bool = False) -> list[Reason]:
    """The reasons that rest on these answers."""
    return [reason for reason in node.reasons if everything or reason.when.holds(answers)]


def answer_behind(reason: Reason, answers: Answers, context: Context) -> str:
    """The answer that a reason rests on, in the words of the question and the option."""
    for name in reason.when.questions:
        if option := TREE.option(name, answers.get(name, "")):
            question = TREE.question(name)
            shown = context.t(question.short or question.text)
            return context.t(words.ANSWER_IS, question=shown, options=context.t(option.label))
    return ""


def _section(name: str, title: str, body: str, context: Context) -> str:
    return f'<section class="fr-{name}"><h3>{escape(context.t(title))}</h3>{body}</section>' if body else ""


def _why(node: Outcome, answers: Answers, context: Context, *, static: bool) -> str:
    rows = "".join(
        f"<li>{to_html(context.t(reason.text), context)}"
        f'<span class="fr-because">{escape(_because(reason, node, answers, context))}</span></li>'
        for reason in reasons(node, answers, everything=static)
    )
    return _section("why", words.WHY, f"<ul>{rows}</ul>" if rows else "", context)


def _because(reason: Reason, node: Outcome, answers: Answers, context: Context) -> str:
    said = next((text for name in reason.when.questions if (text := context.because.get(name, ""))), "")
    if shown := answer_behind(reason, answers, context):
        return f"{said or context.t(words.YOU_ANSWERED)} – {shown}"
    return condition_text(reason.when, node.id, context)


def _first(checklist: Checklist, node: Outcome, context: Context, *, static: bool) -> str:
    if checklist.first is None:
        return ""
    body = entry(checklist.first, node.id, context, static=static, opened=True)
    return _section("first", words.FIRST, body, context)


def _rest(checklist: Checklist, node: Outcome, context: Context, *, static: bool) -> str:
    body = "".join(_group(group, checklist, node, context, static=static) for group in checklist.groups)
    return _section("rest", words.REST, body, context)


def _group(group: Group, checklist: Checklist, node: Outcome, context: Context, *, static: bool) -> str:
    title = context.t(words.ACTORS[checklist.reader][group.actor])
    items = "".join(f"<li>{entry(one, node.id, context, static=static)}</li>" for one in group.entries)
    return f'<div class="fr-group"><h4>{escape(title)}</h4><ul class="fr-items">{items}</ul></div>'


def _cautions(checklist: Checklist, context: Context) -> str:
    rows = "".join(_caution(caution, context) for caution in checklist.cautions)
    return _section("not", words.NOT_TO_ASK, f"<ul>{rows}</ul>" if rows else "", context)


def _caution(caution: Caution, context: Context) -> str:
    return (
        f"<li><strong>{to_html(context.t(caution.text), context)}</strong> "
        f"{to_html(context.t(caution.why), context)}</li>"
    )


def _notes(checklist: Checklist, answers: Answers, context: Context, *, static: bool) -> str:
    if not checklist.notes:
        return ""
    lead = words.NOTES_STATIC if static else words.NOTES_LEAD
    form = "" if static else _form(fields_of(checklist.notes), context)
    body = "".join(_note(NOTES[note], answers, context, static=static) for note in checklist.notes)
    return _section("notes", words.NOTES, f"<p>{escape(context.t(lead))}</p>{form}{body}", context)


def _form(fields: tuple[Field, ...], context: Context) -> str:
    chosen = context.note_lang or context.lang
    languages = "".join(
        f'<option value="{escape(lang)}" lang="{escape(lang)}"{" selected" if lang == chosen else ""}>'
        f"{escape(name)}</option>"
        for lang, name in context.languages.items()
    )
    return (
        f'<form class="fr-fields" autocomplete="off">{"".join(_field(field, context) for field in fields)}'
        f'<div class="fr-field"><label for="fr-note-lang">{escape(context.t(words.NOTE_LANGUAGE))}</label>'
        f'<select id="fr-note-lang" name="note_lang">{languages}</select></div></form>'
    )


def _field(field: Field, context: Context) -> str:
    hint_id = f"fr-hint-{field.id}"
    hint = (
        f'<span class="fr-hint" id="{hint_id}">{escape(context.t(field.hint))}</span>' if field.hint else ""
    )
    described = f' aria-describedby="{hint_id}"' if field.hint else ""
    box = f"fr-field-{field.id}"
    given = context.owner.get(field.id, "")
    value = f' value="{escape(given)}"' if given else ""
    return (
        f'<div class="fr-field"><label for="{box}">{escape(context.t(field.label))}</label>{hint}'
        f'<input id="{box}" name="{field.id}" type="{field.kind}"{described}{value} maxlength="500"></div>'
    )


def _note(note: Note, answers: Answers, context: Context, *, static: bool) -> str:
    text = write_note(note, answers, context.owner, context.translate)
    actions = "" if static else _note_actions(context)
    lang = escape(context.lang)
    return (
        f'<article class="fr-note" data-note="{note.id}"><h4>{escape(context.t(note.title))}</h4>'
        f'<pre class="fr-note-text" tabindex="0" lang="{lang}" aria-label="{escape(context.t(note.title))}">'
        f"{escape(text)}</pre>{actions}</article>"
    )


def _note_actions(context: Context) -> str:
    buttons = (("copy-note", words.COPY_NOTE), ("mail-note", words.MAIL_NOTE), ("save-note", words.SAVE_FILE))
    return f'<p class="fr-actions">{"".join(_button(do, word, context) for do, word in buttons)}</p>'


def _actions(context: Context) -> str:
    buttons = (("print", words.PRINT), ("copy-list", words.COPY_LIST), ("download", words.DOWNLOAD))
    return f'<p class="fr-actions">{"".join(_button(do, word, context) for do, word in buttons)}</p>'


def _button(do: str, word: str, context: Context) -> str:
    return f'<button type="button" class="fr-button" data-do="{do}">{escape(context.t(word))}</button>'
