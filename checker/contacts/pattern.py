"""What those who did not get it have in common: one person, one organisation, one mail system, or nothing."""

from collections.abc import Sequence

from checker.contacts.model import Common, Group, Pattern, Status

MOST_OF = 0.6
"""The share of those affected that one group must hold to be the pattern."""
MORE_OFTEN = 2.0
"""How much more often than the rest it must fail: that most of a list use one system is no pattern."""
QUIET_FROM = 5
"""Delivered e-mails in one organisation before none of them being opened says anything."""
OPENED_ELSEWHERE = 0.1
MOST_QUIET = 100


def in_common(
    everyone: Group, organisations: Sequence[Group], systems: Sequence[Group], *, tells_status: bool
) -> Common:
    """Where none failed, or the list does not say, it is the list itself that has something in common."""
    failed = everyone.failed if tells_status else 0
    whole = not failed
    affected = everyone.total if whole else failed
    delivered = tells_status and whole and everyone.of(Status.DELIVERED) > 0
    if affected <= 1:
        pattern = Pattern.ONE_PERSON if affected else Pattern.NOBODY
        return Common(pattern, "", affected, affected, delivered)
    for pattern, groups in ((Pattern.ONE_ORGANISATION, organisations), (Pattern.ONE_SYSTEM, systems)):
        group = max(groups, key=lambda one: (_affected(one, whole), one.id), default=None)
        if group and _stands_out(group, everyone, affected, whole=whole):
            return Common(pattern, group.id, _affected(group, whole), affected, delivered)
    return Common(Pattern.EVERYONE, "", affected, affected, delivered)


def _affected(group: Group, whole: bool) -> int:
    return group.total if whole else group.failed


def _stands_out(group: Group, everyone: Group, affected: int, *, whole: bool) -> bool:
    if _affected(group, whole) < MOST_OF * affected:
        return False
    rest = everyone.total - group.total
    if whole or not rest:
        return True
    return group.failed / group.total >= MORE_OFTEN * (everyone.failed - group.failed) / rest


def quiet(everyone: Group, organisations: Sequence[Group]) -> tuple[Group, ...]:
    """Organisations where much was delivered and nothing opened, in a list where others do open.

    Opens are poor evidence: this is a place to ask, not a proof.
    """
    delivered = everyone.of(Status.DELIVERED)
    if not delivered or everyone.opened < OPENED_ELSEWHERE * delivered:
        return ()
    silent = [one for one in organisations if one.of(Status.DELIVERED) >= QUIET_FROM and not one.opened]
    silent.sort(key=lambda one: (-one.of(Status.DELIVERED), one.id))
    return tuple(silent[:MOST_QUIET])
