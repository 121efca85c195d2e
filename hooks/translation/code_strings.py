"""Texts marked `N_("…")` in Python, with the `# i18n: …` comment above them."""

import ast
from collections.abc import Iterator, Sequence

from hooks.translation.message import AuthoringError, Message

MARKER = "N_"
_COMMENT = "# i18n:"


def code_messages(source: str, path: str) -> Iterator[Message]:
    """Every marked text of a module, in order; a marked thing that is no plain text is the author's fault."""
    lines = source.splitlines()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and _is_marker(node)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        text = call.args[0] if len(call.args) == 1 and not call.keywords else None
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value):
            raise AuthoringError(path, call.lineno, f"{MARKER}(…) takes one plain text, not an expression")
        yield Message(text.value, path, text.lineno, "text of the checker", _notes(lines, call.lineno))


def _is_marker(call: ast.Call) -> bool:
    name = call.func
    return (isinstance(name, ast.Name) and name.id == MARKER) or (
        isinstance(name, ast.Attribute) and name.attr == MARKER
    )


def _notes(lines: Sequence[str], call_line: int) -> tuple[str, ...]:
    """The comment above a call, from `# i18n:` down; it may run over several lines."""
    comment: list[str] = []
    for line in reversed(lines[: call_line - 1]):
        text = line.strip()
        if not text.startswith("#"):
            return ()
        if text.startswith(_COMMENT):
            return (" ".join([text.removeprefix(_COMMENT).strip(), *comment]),)
        comment.insert(0, text.lstrip("# "))
    return ()
