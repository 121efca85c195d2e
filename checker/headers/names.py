"""The header names that give a header block away."""

STRONG = frozenset(
    [
        "received",
        "return-path",
        "delivered-to",
        "authentication-results",
        "received-spf",
        "dkim-signature",
        "message-id",
        "mime-version",
        "arc-seal",
        "arc-message-signature",
        "arc-authentication-results",
        "x-received",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-id",
        "feedback-id",
        "x-forefront-antispam-report",
        "x-microsoft-antispam",
        "x-ms-exchange-organization-scl",
        "x-microsoft-antispam-mailbox-delivery",
        "x-spam-status",
        "x-spam-flag",
        "x-spam-score",
        "x-spam-level",
        "x-spamd-result",
        "x-originating-ip",
        "x-mailer",
        "content-type",
        "x-apple-movetofolder",
        "content-transfer-encoding",
        "x-original-to",
        "domainkey-signature",
        "original-recipient",
        "x-apparently-to",
        "envelope-to",
        "x-google-dkim-signature",
        "x-customspam",
        "x-sid-result",
        "x-google-smtp-source",
        "x-gm-message-state",
        "authentication-results-original",
        "x-spam-report",
        "x-spam-checker-version",
    ]
)
"""Names that hardly anything but a header block has at the start of a line."""

WEAK = frozenset(
    [
        "from",
        "to",
        "cc",
        "bcc",
        "subject",
        "date",
        "sender",
        "reply-to",
        "in-reply-to",
        "references",
        "importance",
        "precedence",
        "priority",
        "organization",
        "thread-topic",
        "thread-index",
        "accept-language",
        "content-language",
        "user-agent",
        "auto-submitted",
    ]
)
"""Names that people also write in prose and in quoted replies."""


def is_strong(key: str) -> bool:
    """Say whether the name gives a header block away by itself; `key` is in lower case."""
    return key in STRONG or (key.startswith("x-") and len(key) > 2) or key.startswith(("arc-", "list-"))


def is_known(key: str) -> bool:
    """Say whether it is the name of a header at all."""
    return key in WEAK or is_strong(key)
