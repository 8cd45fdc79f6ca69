"""What a connection knows of its own messages."""

from __future__ import annotations

from edge.mail import MAX_IN_DOUBT, Mail
from shared.ids import MessageId

M1, M2 = MessageId("m1"), MessageId("m2")


def test_a_message_is_acked_once() -> None:
    """Answer and live event both bring the ack; only the first counts."""
    mail = Mail()
    mail.sending(M1)
    assert mail.acked(M1, 1, 0.0)
    assert not mail.acked(M1, 1, 0.0)
    assert not mail.acked(M2, 2, 0.0), "it was never sent here"


def test_a_message_is_owed_an_answer_until_it_has_one() -> None:
    """`open` holds from sending to answer, or to refusal."""
    mail = Mail()
    assert not mail.open
    mail.sending(M1)
    mail.sending(M2)
    mail.refused(M2)
    assert mail.open
    mail.acked(M1, 1, 0.0)
    assert mail.is_own(1)
    mail.started(1)
    assert mail.open
    mail.answered(1)
    assert not mail.open
    assert not mail.is_own(1)


def test_a_duplicate_is_owed_nothing() -> None:
    """It may be answered long since."""
    mail = Mail()
    mail.sending(M1)
    assert mail.acked(M1, 1, 0.0, duplicate=True)
    assert not mail.open


def test_the_oldest_message_without_a_word_waits() -> None:
    """A reply that has begun waits no longer; then the next one's turn is waited for."""
    mail = Mail()
    for number, id in ((1, M1), (2, M2)):
        mail.sending(id)
        mail.acked(id, number, float(number))
    assert (mail.waiting().id, mail.waiting().since) == (M1, 1.0)
    mail.started(1)
    assert mail.waiting().id == M2
    mail.answered(2)
    assert mail.waiting() is None


def test_erase_forgets_acked_messages_only() -> None:
    """What is in doubt may be stored after the erase."""
    mail = Mail()
    mail.sending(M1)
    mail.acked(M1, 1, 0.0)
    mail.sending(M2)
    mail.forget()
    assert not mail.is_own(1)
    assert mail.acked(M2, 1, 0.0)


def test_what_is_in_doubt_is_bounded() -> None:
    """The oldest doubts are given up."""
    mail = Mail()
    for number in range(MAX_IN_DOUBT + 1):
        mail.sending(MessageId(str(number)))
    assert not mail.acked(MessageId("0"), 1, 0.0)
    assert mail.acked(MessageId("1"), 2, 0.0)
