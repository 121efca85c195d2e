"""What the findings about DKIM keys mean, in words for readers."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.dkim.lint import DkimCode as Code
from checker.findings import Severity
from checker.i18n import N_
from checker.messages.said import Said

_INFO, _NOTICE, _WARNING, _ERROR = Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR

MESSAGES: Mapping[str, Said] = MappingProxyType(
    {
        Code.FINE: Said(_INFO, N_("The key is in order ({bits} bits).")),
        Code.ED25519: Said(
            _INFO,
            N_("The key is of the newer kind Ed25519."),
            N_("Not all receivers can read it. Sign with an RSA key too."),
        ),
        Code.NO_KEY_RECORD: Said(_NOTICE, N_("There is no key.")),
        Code.LOOKUP_FAILED: Said(_WARNING, N_("Whether there is a key is not known: {cause}.")),
        Code.SEVERAL_RECORDS: Said(
            _ERROR,
            N_("{count} keys stand at the same name."),
            N_("Keep one: receivers may take the wrong one."),
        ),
        Code.NOT_A_KEY: Said(_ERROR, N_("What stands there is no key.")),
        Code.ALIAS_LEADS_NOWHERE: Said(
            _ERROR,
            N_("The alias leads to {target}, where no key is."),
            N_("Look for a typing error, or ask the sending service whether the domain is still set up."),
        ),
        Code.REVOKED: Said(_NOTICE, N_("The key was taken back: signatures made with it no longer count.")),
        Code.TESTING: Said(
            _WARNING,
            N_("The key is marked as a test (t=y)."),
            N_("Receivers may treat the e-mail as unsigned. Take the mark out."),
        ),
        Code.TOO_WEAK: Said(
            _ERROR,
            N_("The key has {bits} bits. Receivers take none under 1024."),
            N_("Make a new one of 2048 bits."),
        ),
        Code.WEAK: Said(
            _NOTICE, N_("The key has {bits} bits. 2048 are advised."), N_("Make a new one when it suits you.")
        ),
        Code.BAD_VERSION: Said(_ERROR, N_("The version is wrong: it must be v=DKIM1, and stand first.")),
        Code.NO_KEY: Said(_ERROR, N_("The record holds no key (p is missing).")),
        Code.BAD_KEY: Said(
            _ERROR, N_("The key cannot be read."), N_("Copy it again from the sending service, all of it.")
        ),
        Code.UNKNOWN_TYPE: Said(_ERROR, N_("Receivers do not know keys of the type “{type}”.")),
        Code.TWICE: Said(_ERROR, N_("A tag stands there twice, which makes the record invalid.")),
        Code.NOT_A_TAG: Said(_NOTICE, N_("The record holds something that is no tag with a value.")),
        Code.NOT_FOR_MAIL: Said(_ERROR, N_("The record says that the key is not for e-mail.")),
        Code.ONLY_SHA1: Said(
            _ERROR, N_("The record allows only the old method SHA-1, which no longer counts.")
        ),
    }
)
