"""The form of a tool: fields as data, one function to markup. The page's script sends them all as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape


@dataclass(frozen=True, slots=True)
class Area:
    """A field to paste into; `file` where a file may be chosen or dropped instead."""

    name: str
    label: str
    hint: str
    file: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A field of one line; `kind` is the input's type, which decides the keyboard on a phone."""

    name: str
    label: str
    hint: str = ""
    kind: str = "text"
    required: bool = False
    owner: str = ""
    """The owner's setting that stands in it at first."""


@dataclass(frozen=True, slots=True)
class Select:
    """A choice; the options are values with their labels, and the first is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""


type Control = Area | Line | Select


@dataclass(frozen=True, slots=True)
class Button:
    """What sends the form; several of them tell by `value` which was pressed."""

    label: str
    value: str = ""
    fields: Mapping[str, str] = MappingProxyType({})
    """Names that belong into the label."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool on a page of its own: its id is what the page asks Python to do."""

    id: str
    controls: tuple[Control, ...]
    buttons: tuple[Button, ...]
    needs: str
    failed: str
    more: tuple[Control, ...] = ()
    """Fields that few readers need, folded away."""
    streams: bool = False
    """A file goes to Python piece by piece."""


def tool_form(tool: Tool, context: Context) -> str:
    """The form, hidden until the script shows it, and the words that the script may have to say."""
    spoken = {**words.STAGES, **words.TOOL_WORDS, "failed": tool.failed}
    spans = "".join(
        f'<span data-word="{name}">{escape(context.t(text))}</span>' for name, text in spoken.items()
    )
    streams = " data-streams" if tool.streams else ""
    return (
        f'<div class="fr-reader" data-tool="{tool.id}" data-lang="{escape(context.lang)}" '
        f'data-root="{escape(context.root)}"{streams}>'
        f'<p class="fr-needs">{escape(context.t(tool.needs))}</p>'
        f'<form class="fr-paste" hidden autocomplete="off" novalidate>'
        f"{_controls(tool.controls, tool, context)}{_more(tool, context)}{_buttons(tool, context)}</form>"
        f'<p class="fr-status" role="status"></p><div class="fr-live"></div>'
        f'<template class="fr-words">{spans}</template></div>'
    )


def _controls(controls: tuple[Control, ...], tool: Tool, context: Context) -> str:
    return "".join(_control(control, f"fr-{tool.id}-{control.name}", context) for control in controls)


def _more(tool: Tool, context: Context) -> str:
    if not tool.more:
        return ""
    title = escape(context.t(words.MORE_FIELDS))
    inner = _controls(tool.more, tool, context)
    return f'<details class="fr-how"><summary>{title}</summary>{inner}</details>'


def _control(control: Control, box: str, context: Context) -> str:
    label = f'<label for="{box}">{escape(context.t(control.label))}</label>'
    hint, described = "", ""
    if control.hint:
        hint = f'<span class="fr-hint" id="{box}-hint">{escape(context.t(control.hint))}</span>'
        described = f' aria-describedby="{box}-hint"'
    about = f'id="{box}" name="{control.name}"{described}'
    return f'<div class="fr-field">{label}{hint}{_box(control, about, box, context)}</div>'


def _box(control: Control, about: str, box: str, context: Context) -> str:
    match control:
        case Area():
            file = _file(box, context) if control.file else ""
            return f'<textarea {about} rows="8" spellcheck="false"></textarea>{file}'
        case Line():
            needed = " required" if control.required else ""
            given = context.owner.get(control.owner, "")
            value = f' value="{escape(given)}"' if given else ""
            return f'<input {about} type="{control.kind}"{value} maxlength="500" spellcheck="false"{needed}>'
        case Select():
            options = "".join(
                f'<option value="{escape(value)}">{escape(context.t(label))}</option>'
                for value, label in control.options
            )
            return f"<select {about}>{options}</select>"


def _file(box: str, context: Context) -> str:
    return (
        f'<label class="fr-file-label" for="{box}-file">{escape(context.t(words.OR_FILE))}</label>'
        f'<input class="fr-file-input" id="{box}-file" type="file">'
    )


def _buttons(tool: Tool, context: Context) -> str:
    offered = context.resolvers
    shown = [one for one in tool.buttons if offered is None or one.value in ("", *offered)]
    buttons = "".join(_button(button, context) for button in shown)
    cancel = escape(context.t(words.CANCEL))
    stop = f'<button class="fr-button fr-cancel" type="button" hidden>{cancel}</button>'
    return f'<div class="fr-actions">{buttons}{stop}</div>'


def _button(button: Button, context: Context) -> str:
    hint = (
        f'<span class="fr-hint">{escape(context.t(button.hint, **button.fields))}</span>'
        if button.hint
        else ""
    )
    label = escape(context.t(button.label, **button.fields))
    return (
        f'<span class="fr-choice"><button class="fr-button" name="button" value="{escape(button.value)}">'
        f"{label}</button>{hint}</span>"
    )
