"""Which items, cautions and notes belong to which outcome."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.checklist.definition_it import IT_ITEMS
from checker.checklist.definition_recipient import RECIPIENT_ITEMS
from checker.checklist.definition_sender import SENDER_ITEMS
from checker.checklist.model import Actor, Caution, Item, Plan
from checker.i18n import N_

ITEMS: Mapping[str, Item] = MappingProxyType(
    {item.id: item for item in (*RECIPIENT_ITEMS, *IT_ITEMS, *SENDER_ITEMS)}
)

CAUTIONS: Mapping[str, Caution] = MappingProxyType(
    {
        caution.id: caution
        for caution in (
            Caution(
                "filter_off",
                N_("That the filter be switched off, even for a short time"),
                N_("It stops far more harm than it does. One sender can be let through without that."),
            ),
            Caution(
                "ip_list_first",
                N_("That the IP list be allowed first"),
                N_(
                    "The addresses are shared by all of HubSpot's customers, so it lets them all through. "
                    "Behind a gateway it does not work at all."
                ),
            ),
            Caution(
                "domain_without_proof",
                N_("That the domain be allowed without authentication"),
                N_("Then anybody who writes your domain in the From field gets through."),
            ),
            Caution(
                "whole_platform",
                N_("That everything from HubSpot be allowed"),
                N_("That is thousands of senders, and not only you."),
            ),
            Caution(
                "malware",
                N_("That an e-mail marked as malware or as high-confidence phishing be let through"),
                N_("No allowlist overrides that, and it should not. Ask what triggered it instead."),
            ),
            Caution(
                "again_and_again",
                N_("That it be sent again and again"),
                N_("The same e-mail many times over looks like spam, and the filter gets stricter."),
            ),
            Caution(
                "new_contact",
                N_("That the person be added anew to get round the mark"),
                N_("The reason does not go away. It comes back, with a worse reputation."),
            ),
        )
    }
)

_ASK_IT = ("filter_off", "ip_list_first", "domain_without_proof", "malware")
_ALLOW = ("it_allow_sender", "it_allow_rule", "it_expiry", "it_allow_ips")
_MAKE_KNOWN = ("make_known", "open_and_click")
_PREVENT = (
    "find_out_connected",
    "connect_domain",
    "check_authentication",
    "from_on_domain",
    "fewer_short_links",
)

PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        # --- the recipient ---
        "still_on_its_way": Plan(
            ("wait", "search_everywhere", "look_in_junk", "check_address"), ("again_and_again",)
        ),
        "found_in_junk": Plan(("rescue", *_MAKE_KNOWN, "check_delete_setting", "check_rules")),
        "moved": Plan(("out_of_the_tab", "rescue_earlier", "check_rules", "make_known")),
        "wrong_address": Plan(("check_address", "other_mailboxes", "search_everywhere"), (), ("to_sender",)),
        "in_quarantine": Plan(
            ("release", "request_release", "make_known", "write_to_own_it", *_ALLOW),
            ("filter_off", "malware"),
            ("to_own_it",),
        ),
        "ask_own_it": Plan(
            (
                "write_to_own_it",
                "collect_facts",
                "look_in_junk",
                "rescue_earlier",
                *_MAKE_KNOWN,
                "it_trace",
                "it_release",
                "it_notify_users",
                *_ALLOW,
            ),
            ("filter_off", "domain_without_proof", "malware"),
            ("to_own_it", "to_sender"),
        ),
        "private_unseen": Plan(
            (
                "check_delete_setting",
                "look_in_junk",
                "rescue_earlier",
                "check_rules",
                *_MAKE_KNOWN,
                "check_address",
                "other_address",
                "ask_the_sender",
            ),
            ("again_and_again",),
            ("to_sender",),
        ),
        "sender_bounced": Plan(
            ("check_address", "other_address", "ask_the_sender"), ("again_and_again",), ("to_sender",)
        ),
        "ask_sender": Plan(
            (
                "ask_the_sender",
                "look_in_junk",
                "rescue_earlier",
                "check_rules",
                "make_known",
                "check_address",
            ),
            (),
            ("to_sender",),
        ),
        # --- the marketer, delivered ---
        "contact_junk": Plan(
            ("write_to_contact", "rescue", *_MAKE_KNOWN, *_PREVENT, "it_allow_sender"),
            ("filter_off", "whole_platform", "again_and_again"),
            ("to_contact", "to_it"),
        ),
        "ask_contact": Plan(
            ("write_to_contact", "look_in_junk", "search_everywhere", "make_known"),
            ("filter_off", "again_and_again"),
            ("to_contact",),
        ),
        "likely_quarantine": Plan(
            (
                "write_facts",
                "write_to_it",
                "give_domain",
                "give_shared_domains",
                "copy_ips",
                *_PREVENT,
                "send_again",
                "rescue_earlier",
                "search_everywhere",
                "release",
                "request_release",
                *_MAKE_KNOWN,
                "it_both_filters",
                "it_trace",
                "it_release",
                "it_notify_users",
                "it_allow_sender",
                "it_allow_rule",
                "it_expiry",
                "it_shared_domains",
                "it_allow_ips",
            ),
            (*_ASK_IT, "whole_platform"),
            ("to_it", "to_contact"),
        ),
        "contact_private_unseen": Plan(
            (
                "write_to_contact",
                "rescue_earlier",
                "search_everywhere",
                "check_rules",
                *_MAKE_KNOWN,
                "check_address",
                "send_again",
                *_PREVENT,
            ),
            ("again_and_again",),
            ("to_contact",),
        ),
        # --- the marketer, bounced ---
        "bounced_address": Plan(("ask_by_phone", "fix_address", "lift_bounce"), ("new_contact",)),
        "bounced_temporary": Plan(("wait_for_retry", "ask_by_phone", "read_bounce"), ("again_and_again",)),
        "bounced_blocked": Plan(
            (
                "read_bounce",
                "write_to_it",
                "give_domain",
                "check_authentication",
                "fewer_short_links",
                "lift_bounce",
                "copy_ips",
                "it_allow_sender",
                "it_allow_ips",
            ),
            (*_ASK_IT, "whole_platform"),
            ("to_it",),
        ),
        "bounced_authentication": Plan(
            ("check_authentication", "connect_domain", "from_on_domain", "lift_bounce", "bulk_rules"),
            ("domain_without_proof",),
            ("to_our_it",),
        ),
        "bounced_global": Plan(
            (
                "ask_by_phone",
                "write_to_it",
                "give_domain",
                "copy_ips",
                "lift_bounce",
                "it_allow_sender",
                "it_allow_ips",
            ),
            ("new_contact", *_ASK_IT),
            ("to_it", "to_support"),
        ),
        "bounced_unknown": Plan(
            ("read_bounce", "ask_by_phone", "ask_colleague"), ("again_and_again",), ("to_colleague",)
        ),
        # --- the marketer, not sent ---
        "not_sent_choice": Plan(("leave_it", "way_back_in"), ("new_contact",)),
        "not_sent_bounced_before": Plan(
            ("read_bounce", "ask_by_phone", "fix_address", "lift_bounce"), ("new_contact",)
        ),
        "not_sent_settings": Plan(("read_reason", "fix_setting", "connect_domain", "from_on_domain")),
        "not_sent_engagement": Plan(("win_back", "tidy_list", "read_reason"), ("again_and_again",)),
        "not_sent_other": Plan(
            ("read_reason", "ask_colleague", "check_recipients"), (), ("to_colleague", "to_support")
        ),
        "not_in_send": Plan(("check_filter", "check_recipients", "check_duplicates", "fix_address")),
        "ask_hubspot_user": Plan(("ask_colleague",), (), ("to_colleague",)),
        "count_first": Plan(("look_up_three", "check_recipients")),
        # --- the marketer, many ---
        "sender_reputation": Plan(
            (
                "compare_providers",
                "bulk_rules",
                "check_authentication",
                "from_on_domain",
                "tidy_list",
                "fewer_short_links",
            ),
            ("ip_list_first", "whole_platform", "again_and_again"),
        ),
        "connect_domain": Plan(
            (
                "find_out_connected",
                "connect_domain",
                "check_authentication",
                "from_on_domain",
                "fewer_short_links",
                "bulk_rules",
                "tidy_list",
            ),
            ("ip_list_first", "whole_platform"),
            ("to_our_it",),
        ),
        # --- the administrator ---
        "find_message": Plan(
            ("it_both_filters", "it_trace", "it_release", "it_notify_users", "look_in_junk", "rescue"),
            ("filter_off", "malware"),
            ("to_sender_from_it",),
        ),
        "allow_domain": Plan(
            (
                "it_both_filters",
                "it_allow_sender",
                "it_allow_rule",
                "it_expiry",
                "it_notify_users",
                "it_allow_ips",
            ),
            ("domain_without_proof", "ip_list_first"),
            ("to_sender_from_it",),
        ),
        "allow_ip": Plan(
            ("it_both_filters", "it_allow_sender", "it_allow_rule", "it_allow_ips", "it_expiry"),
            ("ip_list_first", "filter_off"),
            ("to_sender_from_it",),
        ),
        "own_domain": Plan(
            ("own_spf", "own_dkim", "own_dmarc", "from_on_domain", "bulk_rules"),
            ("domain_without_proof",),
            reader=Actor.SENDER,
        ),
    }
)

OWN_ACTOR: Mapping[str, Actor] = MappingProxyType(
    {"recipient": Actor.RECIPIENT, "marketer": Actor.SENDER, "it": Actor.RECIPIENT_IT}
)
"""Which actor the reader is, by the answer to the first question."""
