"""What is asked beside a question: which tool sent the e-mail, and that tool's own steps and words."""

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html
from checker.render.sourced import source_line, steps_list
from checker.tables.delivery import SendingTool, sending_tools
from checker.tree.definition import TREE
from checker.tree.model import Aside, Question
from checker.tree.platforms import HUBSPOT
from checker.tree.walk import State, View, format_state

_ALL_TOOLS = "status_lookup"
"""Where a page without script shows the steps of every tool."""


def own_text(view: View, node: Question, context: Context) -> str:
    """The question's text, naming the tool that the reader has chosen."""
    aside = TREE.aside(node.id)
    chosen = view.state.answers.get(aside.question.id, aside.assumed) if aside else ""
    if aside is None or chosen == aside.assumed:
        return context.t(node.text)
    tool = sending_tools().get(chosen)
    name = tool.name if tool else context.t(words.SENDING_TOOL)
    return context.t(aside.texts[node.id], name=name)


def beside(view: View, node: Question, hubspot: str, context: Context, *, static: bool) -> str:
    """The choice of the tool with its steps; without script the steps of all, where they are looked up."""
    aside = TREE.aside(node.id)
    if aside is None:
        return hubspot
    if static:
        return hubspot + (every_tool(context) if node.id == _ALL_TOOLS else "")
    chosen = view.state.answers.get(aside.question.id, aside.assumed)
    tool = sending_tools().get(chosen)
    steps = _steps(tool, context) if tool else hubspot if chosen == HUBSPOT else _any(context)
    return _choice(aside, chosen, view, context) + steps


def chosen_tool(view: View) -> dict[str, str]:
    """The field of a note that the choice fills in; none where nothing with a name was chosen."""
    tool = sending_tools().get(view.state.answers.get("platform", ""))
    return {"platform": tool.name} if tool else {}


def every_tool(context: Context) -> str:
    """The steps and words of all tools, for a page of the guide."""
    return "".join(_steps(tool, context) for tool in sending_tools().values())


def _choice(aside: Aside, chosen: str, view: View, context: Context) -> str:
    question = aside.question
    links = "".join(
        f'<li><a href="{_address(question.id, option.id, view)}"'
        f"{' aria-current="true"' if option.id == chosen else ''}>{escape(context.t(option.label))}</a></li>"
        for option in question.options
    )
    label = escape(context.t(question.text))
    return f'<nav class="fr-aside" aria-label="{label}"><span>{label}</span><ul>{links}</ul></nav>'


def _address(question: str, option: str, view: View) -> str:
    state = State(view.state.at, {**view.state.answers, question: option})
    return escape(f"#{format_state(state, TREE)}")


def _steps(tool: SendingTool, context: Context) -> str:
    title = escape(context.t(words.LOOK_UP_IN, name=tool.name))
    says = "".join(
        f'<div><dt lang="en">{escape(word)}</dt><dd>{to_html(context.t(text), context)}</dd></div>'
        for word, text in tool.says
    )
    return (
        f'<details class="fr-how"><summary>{title}</summary>{steps_list(tool.steps, context)}'
        f'<dl class="fr-facts">{says}</dl>{source_line(tool.source, context)}</details>'
    )


def _any(context: Context) -> str:
    title = escape(context.t(words.LOOK_UP_IN, name=context.t(words.SENDING_TOOL)))
    steps = steps_list(words.LOOK_UP_ANYWHERE, context)
    return f'<details class="fr-how"><summary>{title}</summary>{steps}</details>'
