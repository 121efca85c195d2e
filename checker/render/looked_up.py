"""What the checker says where a look-up gave no answer, and the choice of who is asked."""

from checker.looked_up import Open
from checker.mx.receive import Known
from checker.render import domain_words as w
from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.tables.mx import Resolver, resolvers


def says(found: Open, context: Context) -> str:
    """Why there is no answer, and what to do instead."""
    if not found.domain:
        return context.t(w.NO_DOMAIN_HINT)
    if found.can_be_asked and _offered(context):
        return context.t(w.ASK_WHOM, domain=found.domain)
    return f"{_why(found, context)} {context.t(w.CHOOSE_ABOVE)}"


def _why(found: Open, context: Context) -> str:
    if found.known in (None, Known.FAILED) and found.cause:
        return context.t(w.SILENT, cause=context.t(w.CAUSES[found.cause]), domain=found.domain)
    if found.known is None:
        return context.t(w.HUBSPOT_UNSEEN)
    text = w.NOT_BY_NAME if found.known is Known.BY_HOST else w.KNOWN[found.known]
    return context.t(text, domain=found.domain)


def who_is_asked(context: Context) -> str:
    """A button for each resolver, with who runs it."""
    return "".join(
        f'<span class="fr-choice"><button class="fr-button" name="button" value="{escape(one.id)}">'
        f"{escape(context.t(words.ASK, name=one.name))}</button>"
        f'<span class="fr-hint">{escape(context.t(words.RUN_BY, operator=one.operator, country=one.country))}'
        "</span></span>"
        for one in _offered(context)
    )


def _offered(context: Context) -> tuple[Resolver, ...]:
    """All of them, or those that the site's owner has chosen."""
    chosen = context.resolvers
    return tuple(one for one in resolvers().values() if chosen is None or one.id in chosen)
