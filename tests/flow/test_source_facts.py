"""Each fact that the site was made to tell stands in the guide and is met on some way through the checker."""

from dataclasses import dataclass
from itertools import chain

import pytest

from checker.checklist.definition import ITEMS, PLANS
from checker.checklist.model import Item
from checker.notes.definition import NOTES
from checker.tree.definition import TREE
from checker.tree.model import Question
from tests.flow.cases import cases, shown_items
from tests.flow.guide import exists, section


@dataclass(frozen=True)
class Fact:
    """Where a fact stands: in the guide, and at which nodes, items and notes; `words` stand in both."""

    id: str
    guide: str
    nodes: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


FACTS = (
    Fact("records_show_who_got_it", "guide/check-delivery", nodes=("status",), words=("delivered",)),
    Fact(
        "look_it_up_in_hubspot",
        "guide/check-delivery#in-hubspot",
        nodes=("status_lookup", "many_status"),
        items=("write_facts", "read_reason", "look_up_three"),
        notes=("to_colleague",),
        words=("Activities", "Filter by", "Marketing email"),
    ),
    Fact("not_sent_has_other_reasons", "guide/not-sent-and-bounced#not-sent", nodes=("not_sent_reason",)),
    Fact(
        "two_main_reasons",
        "guide/delivered#two-reasons",
        nodes=("contact_junk", "likely_quarantine", "found_in_junk", "in_quarantine"),
        words=("junk", "quarantine"),
    ),
    Fact(
        "the_server_said_yes",
        "guide/delivered#what-it-does-not-say",
        nodes=("private_unseen", "contact_private_unseen"),
    ),
    Fact("look_in_junk", "guide/junk-folder#look-in-junk", nodes=("junk",), items=("look_in_junk",)),
    Fact(
        "move_it_to_the_inbox",
        "guide/junk-folder#rescue",
        items=("rescue", "rescue_earlier"),
        notes=("to_contact",),
        words=("inbox",),
    ),
    Fact(
        "ask_it_about_quarantine",
        "guide/quarantine#ask-it",
        nodes=("ask_own_it",),
        items=("write_to_own_it",),
        words=("IT",),
    ),
    Fact(
        "four_facts_for_it",
        "guide/quarantine#what-it-needs",
        items=("write_facts", "collect_facts"),
        notes=("to_it", "to_own_it"),
        words=("From", "date"),
    ),
    Fact(
        "address_book",
        "guide/allowlisting#address-book",
        items=("make_known",),
        notes=("to_contact",),
        words=("address book",),
    ),
    Fact(
        "open_and_click",
        "guide/allowlisting#engage",
        items=("open_and_click",),
        notes=("to_contact",),
        words=("link",),
    ),
    Fact(
        "allow_the_domain_and_the_addresses",
        "guide/allowlisting#narrowest-first",
        items=("it_allow_sender", "it_allow_ips", "give_domain"),
        words=("sending domain",),
    ),
    Fact(
        "copy_the_ip_list",
        "guide/allowlisting#ip-list",
        items=("copy_ips",),
        words=(
            "Email tools",
            "Manage allowlist",
            "Copy",
            "both single addresses and ranges",
            "All the addresses",
        ),
    ),
    Fact(
        "give_the_sending_domain_too",
        "guide/allowlisting#ip-list",
        items=("give_domain",),
        words=("sending domain",),
    ),
    Fact(
        "without_a_connected_domain",
        "guide/allowlisting#no-connected-domain",
        items=("give_shared_domains", "it_shared_domains"),
        notes=("to_it",),
        words=("shared.hubspot.com", "hubspotemail.net"),
    ),
    Fact(
        "connect_the_domain",
        "guide/prevention#connect-your-sending-domain",
        nodes=("domain_connected", "many_domain", "connect_domain"),
        items=("connect_domain",),
        words=("free tools",),
    ),
    Fact(
        "the_three_checks",
        "guide/prevention#authentication",
        items=("check_authentication",),
        words=("DKIM", "SPF", "DMARC"),
    ),
    Fact(
        "from_on_the_domain",
        "guide/prevention#from-address",
        items=("from_on_domain",),
        words=("From address",),
    ),
    Fact(
        "short_links",
        "guide/prevention#short-links",
        items=("fewer_short_links",),
        words=("youtu.be", "spam reports"),
    ),
)


def node_texts(node_id: str) -> list[str]:
    node = TREE.node(node_id)
    if isinstance(node, Question):
        options = chain.from_iterable((option.label, option.hint) for option in node.options)
        return [node.text, node.lead, *node.how, *options]
    return [node.title, *node.says, *(reason.text for reason in node.reasons)]


def item_texts(item: Item) -> list[str]:
    return [item.what, item.why, *item.how]


def own_texts(fact: Fact) -> dict[str, str]:
    """The words of each place in the checker where the fact stands."""
    places = {name: node_texts(name) for name in fact.nodes}
    places |= {name: item_texts(ITEMS[name]) for name in fact.items}
    places |= {name: [line.text for line in NOTES[name].lines] for name in fact.notes}
    return {name: " ".join(texts) for name, texts in places.items()}


def passed() -> set[str]:
    """Every question that some way asks, and every outcome at which one ends."""
    return {name for case in cases() for name in (*case.answers, case.outcome)}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_the_fact_is_met_on_some_way(fact: Fact) -> None:
    assert own_texts(fact)
    assert set(fact.nodes) <= passed()
    assert set(fact.items) <= {item for _, item in shown_items()}
    assert set(fact.notes) <= {note for case in cases() for note in PLANS[case.outcome].notes}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_the_fact_stands_in_the_guide(fact: Fact) -> None:
    assert exists(fact.guide)
    assert section(fact.guide).strip()
    missing = [word for word in fact.words if word.lower() not in section(fact.guide).lower()]
    assert missing == []


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_the_checker_says_it_with_the_same_words(fact: Fact) -> None:
    said = " ".join(own_texts(fact).values()).lower()
    assert [word for word in fact.words if word.lower() not in said] == []


LETTER_BY_LETTER = {
    "look_it_up_in_hubspot": ("Activities", "Filter by", "Marketing email"),
    "copy_the_ip_list": ("Email tools", "Manage allowlist", "Copy"),
    "without_a_connected_domain": ("shared.hubspot.com", "hubspotemail.net"),
    "short_links": ("youtu.be",),
}


@pytest.mark.parametrize("name", LETTER_BY_LETTER)
def test_what_readers_search_for_is_spelt_alike_everywhere(name: str) -> None:
    """Names of buttons and domains: in the guide and at every place of the checker that tells the fact."""
    (fact,) = (fact for fact in FACTS if fact.id == name)
    for place, text in {**own_texts(fact), fact.guide: section(fact.guide)}.items():
        assert [word for word in LETTER_BY_LETTER[name] if word not in text] == [], place


def test_a_guide_link_of_a_fact_is_the_one_that_the_checker_gives() -> None:
    """From the item a reader gets to the place in the guide that tells the fact."""
    given = {item.guide for item in ITEMS.values()} | {
        node.guide for node in TREE.nodes if node.id in passed()
    }
    pages = {target.partition("#")[0] for target in given}
    assert {fact.guide.partition("#")[0] for fact in FACTS} <= pages
    assert {fact.guide for fact in FACTS} - given == set()
