"""Replies that stand in no table: their reason is found by what they say, in many languages."""

import pytest

from checker.smtp.model import Reason
from checker.smtp.read import read

REPLIES = {
    "550 5.1.1 Пользователь не найден": Reason.UNKNOWN_USER,
    "550 Empfänger existiert nicht": Reason.UNKNOWN_USER,
    "550 5.1.1 Ce destinataire n'existe pas chez nous": Reason.UNKNOWN_USER,
    "550 La dirección no existe": Reason.UNKNOWN_USER,
    "550 L'indirizzo non esiste": Reason.UNKNOWN_USER,
    "550 Usuário não existe": Reason.UNKNOWN_USER,
    "550 Użytkownik nie istnieje": Reason.UNKNOWN_USER,
    "550 Brukeren finnes ikke": Reason.UNKNOWN_USER,
    "550 Mottagaren finns inte": Reason.UNKNOWN_USER,
    "550 用户不存在": Reason.UNKNOWN_USER,
    "550 The addressee you wrote to is not on our books: unknown addressee": Reason.UNKNOWN_USER,
    "552 5.2.2 Почтовый ящик переполнен": Reason.MAILBOX_FULL,
    "552 Das Postfach des Empfängers ist überfüllt": Reason.MAILBOX_FULL,
    "552 La boîte aux lettres du destinataire est saturée": Reason.MAILBOX_FULL,
    "552 El buzón del usuario está lleno": Reason.MAILBOX_FULL,
    "552 La casella di posta è piena": Reason.MAILBOX_FULL,
    "552 A caixa do usuário está cheia": Reason.MAILBOX_FULL,
    "552 Skrzynka jest przepełniona": Reason.MAILBOX_FULL,
    "552 Mottakerens postboks er full": Reason.MAILBOX_FULL,
    "552 the inbox of this person has no room left": Reason.MAILBOX_FULL,
    "552 Ihre Nachricht ist zu groß": Reason.TOO_BIG,
    "552 votre message est trop volumineux": Reason.TOO_BIG,
    "550 Das Konto ist gesperrt": Reason.SUSPENDED,
    "550 Аккаунт заблокирован": Reason.SUSPENDED,
    "550 this account was closed by its owner": Reason.SUSPENDED,
    "554 Ваш сервер в черном списке": Reason.BLOCKED_IP,
    "550 refused, your IP is on the deny list of the house": Reason.BLOCKED_IP,
    "550 the message fails the DMARC check of its domain": Reason.AUTHENTICATION,
    "550 no PTR for your host": Reason.NO_REVERSE_DNS,
    "421 please reduce your rate: too many per minute": Reason.RATE_LIMITED,
    "421 muitas conexões": Reason.TOO_MANY_CONNECTIONS,
    "550 Домен не существует": Reason.UNKNOWN_HOST,
    "550 Absender unbekannt": Reason.SENDER_REFUSED,
    "550 сообщение похоже на спам": Reason.SPAM,
    "554 вирус найден": Reason.VIRUS,
    "530 se requiere autenticación": Reason.NOT_AUTHORIZED,
    "451 внутренняя ошибка сервера": Reason.SERVER_ERROR,
    "450 Превышен лимит сообщений в час": Reason.RATE_LIMITED,
    "450 Trop de messages par heure": Reason.RATE_LIMITED,
    "550 发信频率过快": Reason.RATE_LIMITED,
    "550 收件人拒收": Reason.RECIPIENT_REFUSED,
    "550 受信拒否されました": Reason.RECIPIENT_REFUSED,
    "550 メールボックスが一杯です": Reason.MAILBOX_FULL,
    "550 宛先のメールアドレスが見つかりません": Reason.UNKNOWN_USER,
    "550 IPアドレスがブラックリストに登録されています": Reason.BLOCKED_IP,
    "530 認証が必要です": Reason.NOT_AUTHORIZED,
    "550 IP-adressen din står på en svarteliste": Reason.BLOCKED_IP,
    "550 Meldingen ble avvist som søppelpost": Reason.SPAM,
    "552 Vedlegget er ikke tillatt": Reason.POLICY,
    "550 De gebruiker bestaat niet": Reason.UNKNOWN_USER,
    "550 El mensaje ha sido rechazado por política": Reason.POLICY,
    "550 5.7.1 <a@b.example>: Recipient address rejected: Inactive": Reason.SUSPENDED,
    "550 5.7.1 <a@b.example>: Recipient address rejected: Mailbox full": Reason.MAILBOX_FULL,
    "550 <a@b.example>: Recipient address rejected: Mailbox owner has changed": Reason.ADDRESS_MOVED,
}


@pytest.mark.parametrize(("reply", "reason"), REPLIES.items(), ids=lambda value: str(value)[:40])
def test_a_reply_in_other_words(reply: str, reason: Reason) -> None:
    assert [one.reason for one in read(reply).recipients] == [reason]


def test_ideas_alone_make_no_bounce_of_a_letter() -> None:
    letter = "Dear reader,\n\nthe shop is full of offers.\nYour account has a new address.\nSee you\n" * 3
    assert not read(letter).is_bounce


def test_words_inside_a_name_are_not_read_by_themselves() -> None:
    assert read("550 mail from your IP address is refused").recipients[0].reason is Reason.BLOCKED_IP


def test_ideas_in_different_sentences_do_not_belong_together() -> None:
    reply = read("550 We know the recipient. The weather is unknown.").recipients[0]
    assert reply.reason is not Reason.UNKNOWN_USER
