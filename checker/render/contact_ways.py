"""From a list, or one group of it, into the checker: the answers that it gives, and no others."""

from collections import Counter
from collections.abc import Iterable, Mapping

from checker.contacts.model import FAILED, Found, Group, Pattern, Result, Status
from checker.messages.bounce import ANSWERS as BOUNCE_ANSWERS
from checker.messages.contacts import MANY_PATTERN, SCOPE, STATUS_ANSWERS
from checker.messages.domain import receiver_answers
from checker.mx.receive import Known, Receiving
from checker.smtp.read import read as read_bounce
from checker.tables.load import system_of_address
from checker.tables.mx import receivers
from checker.tree.definition import TREE
from checker.tree.walk import format_state, lead


def way_on(answers: Mapping[str, str]) -> str:
    """The state of the checker after these answers of a sender's."""
    return format_state(lead(TREE.start, {"role": "marketer", **answers}, TREE), TREE)


def answers_of(result: Result) -> Mapping[str, str]:
    """The answers of the tree that a list gives: how many, what the status is for most, what they share."""
    scope = SCOPE.get(result.common.pattern)
    if scope is None:
        return {}
    answers = {scope.question: scope.option}
    most = Status.DELIVERED if result.common.all_delivered else _most(result.everyone)
    if most is not None and most in STATUS_ANSWERS:
        question = "many_status" if scope.option == "many" else "status"
        answers[question] = STATUS_ANSWERS[most]
    shared = MANY_PATTERN.get(result.common.pattern)
    if shared:
        answers[shared.question] = shared.option
    return answers


def answers_of_pattern(result: Result) -> Mapping[str, str]:
    """The same, and what is known of the one organisation, where it is about one."""
    answers = answers_of(result)
    common = result.common
    if common.pattern is not Pattern.ONE_ORGANISATION or not answers:
        return answers
    reasons = Counter(one.reason for one in result.kept if one.domain == common.group and one.reason)
    return {**answers, **_reason(reasons), **_receives(common.group, result)}


def _most(group: Group) -> Status | None:
    """The status of most of those affected."""
    most = max(FAILED, key=group.of)
    return most if group.of(most) else None


def ways_of(groups: Iterable[Group], result: Result) -> Mapping[str, str]:
    """For each organisation the state of the checker that has its checklist and its notes."""
    every = tuple(groups)
    reasons: dict[str, Counter[str]] = {group.id: Counter() for group in every}
    for one in result.kept:
        if one.domain in reasons and one.reason:
            reasons[one.domain][one.reason] += 1
    return {group.id: way for group in every if (way := _way(group, reasons[group.id], result))}


def _way(group: Group, reasons: Counter[str], result: Result) -> str:
    """Nobody has looked yet, as far as a list can know; whoever knows better changes that answer."""
    status = _most(group) or (Status.DELIVERED if group.of(Status.DELIVERED) else None)
    if status is None or status not in STATUS_ANSWERS:
        return ""
    affected = group.failed or group.total
    answers = {"scope": "one" if affected == 1 else "organisation", "status": STATUS_ANSWERS[status]}
    if status is Status.DELIVERED:
        answers |= {"contact_looked": "nowhere"}
    return way_on({**answers, **_reason(reasons), **_receives(group.id, result)})


def _reason(reasons: Counter[str]) -> Mapping[str, str]:
    """What the reason that most rows give answers."""
    for text, _ in reasons.most_common(1):
        recipients = read_bounce(text[:500]).recipients
        answer = BOUNCE_ANSWERS.get(recipients[0].reason) if recipients else None
        return {answer.question: answer.option} if answer and answer.question != "status" else {}
    return {}


def _receives(domain: str, result: Result) -> Mapping[str, str]:
    system = system_named(domain, result)
    known = receivers().get(system)
    if known is None:
        return {}
    found = Receiving(domain, Known.BY_HOST, (known,))
    on_the_way = {"contact_system", "contact_gateway"}
    return {a.question: a.option for a in receiver_answers(found) if a.question in on_the_way}


def system_named(domain: str, result: Result) -> str:
    """The id of the mail system that receives for a domain; empty where it is not known."""
    looked = result.looked.get(domain)
    if looked is not None and looked.found is Found.NAMED:
        return looked.system
    return system_of_address(domain) or ""
