"""What the findings about SPF records mean, in words for readers."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.findings import Severity
from checker.i18n import N_
from checker.messages.said import Said
from checker.spf.lint import SpfCode as Code
from checker.spf.model import Problem, Result

_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR

MESSAGES: Mapping[str, Said] = MappingProxyType(
    {
        Code.FINE: Said(_INFO, N_("The SPF record is in order. It uses {count} of 10 look-ups.")),
        Code.NO_RECORD: Said(
            _ERROR,
            N_("{domain} has no SPF record."),
            N_("Receivers cannot see which servers may send for it."),
        ),
        Code.ALMOST_A_RECORD: Said(
            _ERROR,
            N_("This text is meant as an SPF record, but is none: {record}"),
            N_("It must begin with v=spf1 and a blank, without quotation marks of its own."),
        ),
        Code.SEVERAL_RECORDS: Said(
            _ERROR,
            N_("{domain} has {count} SPF records. Only one is allowed."),
            N_("Receivers then use none of them. Put them together in one."),
        ),
        Code.LOOKUP_FAILED: Said(
            _WARNING,
            N_("Whether {domain} has an SPF record is not known: {cause}."),
            N_("Try again, or ask another resolver."),
        ),
        Code.NOT_ASCII: Said(
            _ERROR,
            N_("“{term}” holds a character that is not allowed."),
            N_("Often it is a dash from a word processor. Write a plain hyphen."),
        ),
        Code.UNKNOWN_MECHANISM: Said(
            _ERROR,
            N_("“{term}” is no word of SPF."),
            N_("One wrong word makes the whole record invalid."),
        ),
        Code.NOT_A_TERM: Said(
            _ERROR,
            N_("“{term}” cannot be read."),
            N_("One wrong word makes the whole record invalid."),
        ),
        Code.BAD_DOMAIN: Said(
            _ERROR,
            N_("“{term}” does not name a domain as it should."),
            N_("One wrong word makes the whole record invalid."),
        ),
        Code.BAD_MACRO: Said(
            _ERROR,
            N_("“{term}” holds a macro that does not exist."),
            N_("One wrong word makes the whole record invalid."),
        ),
        Code.BAD_PREFIX: Said(
            _ERROR,
            N_("The number after the slash in “{term}” is not possible."),
            N_("For IPv4 it goes to 32, for IPv6 to 128."),
        ),
        Code.BAD_ADDRESS: Said(
            _ERROR,
            N_("“{term}” does not hold a whole IP address."),
            N_("One wrong word makes the whole record invalid."),
        ),
        Code.MODIFIER_TWICE: Said(
            _ERROR, N_("“{term}” stands there for the second time."), N_("Keep only one of them.")
        ),
        Code.TOO_MANY_LOOKUPS: Said(
            _ERROR,
            N_("The record needs at least {count} look-ups. The limit is {limit}."),
            N_("Receivers stop there, and the check ends in an error."),
        ),
        Code.NEARLY_TOO_MANY_LOOKUPS: Said(
            _NOTICE,
            N_("The record uses {count} of {limit} look-ups."),
            N_("If a service you include adds one, the record can break without warning."),
        ),
        Code.TOO_MANY_VOID_LOOKUPS: Said(
            _ERROR,
            N_("{count} names in the record lead nowhere. The limit is {limit}."),
            N_("Take them out: the check can end in an error."),
        ),
        Code.DEAD_NAME: Said(
            _WARNING, N_("“{term}” names {target}, which does not exist."), N_("Take it out, or correct it.")
        ),
        Code.TARGET_HAS_NO_RECORD: Said(
            _ERROR,
            N_("“{term}” leads to {target}, which has no SPF record."),
            N_("That makes the whole check an error. Take it out, or correct it."),
        ),
        Code.TARGET_IS_BROKEN: Said(
            _ERROR,
            N_("“{term}” leads to {target}, whose own record is wrong."),
            N_("Tell whoever runs {target}, or take it out."),
        ),
        Code.TARGET_FAILED: Said(
            _WARNING,
            N_("“{term}” leads to {target}, which did not answer."),
            N_("If that lasts, receivers put e-mail off or count the check as failed."),
        ),
        Code.LOOP: Said(
            _ERROR, N_("“{term}” leads back to where it came from."), N_("Take it out: it never ends.")
        ),
        Code.TARGET_LETS_ALL_IN: Said(
            _ERROR,
            N_("“{term}” leads to {target}, which lets everybody send."),
            N_("So everybody may send in your name. Take it out, and tell whoever runs {target}."),
        ),
        Code.TOO_MANY_SERVERS: Said(
            _ERROR,
            N_("“{term}” leads to {count} mail servers. The limit is {limit}."),
            N_("The check then ends in an error. Name the networks instead."),
        ),
        Code.EVERYBODY: Said(
            _ERROR,
            N_("The record ends in “{term}”: everybody may send in your name."),
            N_("End it in ~all or -all."),
        ),
        Code.NEUTRAL: Said(
            _WARNING,
            N_("The record ends in “{term}”: it says nothing about other servers."),
            N_("End it in ~all or -all."),
        ),
        Code.NO_END: Said(
            _WARNING,
            N_("The record has no end: it says nothing about other servers."),
            N_("End it in ~all or -all."),
        ),
        Code.AFTER_ALL: Said(
            _WARNING,
            N_("Nobody reads what stands after “all”: {terms}"),
            N_("Move it in front of “all”, or take it out."),
        ),
        Code.REDIRECT_IGNORED: Said(
            _NOTICE,
            N_("“{term}” has no effect, because the record holds “all”."),
            N_("Take one of them out."),
        ),
        Code.PTR: Said(
            _WARNING,
            N_("“{term}” is slow and unreliable, and the standard advises against it."),
            N_("Name the servers or networks instead."),
        ),
        Code.WIDE_NETWORK: Said(
            _WARNING,
            N_("“{term}” lets millions of addresses send in your name."),
            N_("Name only the networks that you use."),
        ),
        Code.TERM_TWICE: Said(_NOTICE, N_("“{term}” stands there twice."), N_("Take one of them out.")),
        Code.UNKNOWN_MODIFIER: Said(_NOTICE, N_("Nobody knows the word “{name}”, so it has no effect.")),
        Code.LONG_RECORD: Said(
            _NOTICE,
            N_("The record has {count} characters. Up to {limit} fit into any answer."),
            N_("Longer ones work nearly everywhere, but are easy to break."),
        ),
    }
)

RESULTS: Mapping[Result, str] = MappingProxyType(
    {
        Result.PASS: N_("The record allows this address to send."),
        Result.FAIL: N_("The record says that this address must not send."),
        Result.SOFTFAIL: N_("The record says that this address should not send."),
        Result.NEUTRAL: N_("The record says nothing about this address."),
        Result.NONE: N_("There is no SPF record to go by."),
        Result.TEMPERROR: N_("The check could not be finished, because the DNS did not answer."),
        Result.PERMERROR: N_("The check ends in an error, because the record is wrong."),
    }
)

PROBLEMS: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.SYNTAX: N_("the record cannot be read"),
        Problem.SEVERAL_RECORDS: N_("there are several records"),
        Problem.TOO_MANY_LOOKUPS: N_("too many look-ups"),
        Problem.TOO_MANY_VOID_LOOKUPS: N_("too many names that lead nowhere"),
        Problem.TOO_MANY_MX: N_("too many mail servers at one name"),
        Problem.TARGET_HAS_NO_RECORD: N_("there is no record"),
        Problem.INNER: N_("an included record is wrong"),
        Problem.DNS: N_("the DNS did not answer"),
    }
)
