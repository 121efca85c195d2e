"""Every reason has its words, a page that is there, and an answer of the tree."""

from checker.messages.bounce import ANSWERS, MESSAGES, PROBLEMS
from checker.smtp.model import ACTORS, Reason
from checker.tree.definition import TREE
from tests.flow.guide import exists


def test_every_reason_has_its_words() -> None:
    assert set(MESSAGES) == set(Reason)
    for message in [*MESSAGES.values(), *PROBLEMS.values()]:
        assert message.title.endswith(".")
        assert message.what_to_do.endswith(".")
        assert len(message.title) < 110
        assert exists(message.guide), message.guide


def test_who_acts_is_said_once() -> None:
    assert all(message.actor is ACTORS[reason] for reason, message in MESSAGES.items())


def test_every_reason_answers_a_question_of_the_tree() -> None:
    assert set(ANSWERS) == set(Reason)
    for answer in ANSWERS.values():
        assert TREE.option(answer.question, answer.option), answer


def test_every_answer_but_unknown_can_be_inferred() -> None:
    for question in ("bounce_reason", "not_sent_reason"):
        inferred = {answer.option for answer in ANSWERS.values() if answer.question == question}
        options = {option.id for option in TREE.question(question).options}
        assert options - inferred <= {"unknown"}
