"""Small trees for tests: nodes without words."""

from checker.tree.model import End, Option, Outcome, Question, Tree


def question(name: str, **options: str) -> Question:
    """A question whose options are given as id=target."""
    return Question(name, name, tuple(Option(option, option, to) for option, to in options.items()))


def outcome(name: str) -> Outcome:
    return Outcome(name, name, (), End.FOUND, "")


SMALL = Tree(
    "first",
    (
        question("first", left="second", right="third", out="end"),
        question("second", yes="third", no="end"),
        question("third", yes="end", no="other_end"),
        outcome("end"),
        outcome("other_end"),
    ),
)
