"""The peers themselves: one that accepts everything proves nothing about the sender."""

import http.client
import smtplib
import ssl
import urllib.request
from datetime import datetime, timezone
from email.message import EmailMessage
from urllib.error import HTTPError

from harness import World, case, expect, expect_equal, wait_until
from peers import postfix, receiver
from standardwebhooks import Webhook


def _context(world: World) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(world.peers.certificates.authority))


def _message(recipient: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.test", recipient, "test of the peer"
    message["Message-ID"] = "<one@example.test>"
    message.set_content("one line\n.\nafter a dot\n")
    return message


@case("the private Postfix delivers over STARTTLS with AUTH into a Maildir, and refuses all else")
def postfix_peer(world: World) -> None:
    server = world.peers.postfix
    recipient = f"owner@{postfix.DOMAIN}"
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        expect_equal(client.mail("a@example.test")[0], 530, "MAIL without TLS")
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.starttls(context=_context(world))
        client.ehlo()
        client.mail("a@example.test")
        expect_equal(client.rcpt(recipient)[0], 554, "RCPT without AUTH")
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.starttls(context=_context(world))
        try:
            client.login(postfix.USER, "wrong")
            expect(False, "a wrong password was accepted")
        except smtplib.SMTPAuthenticationError as error:
            expect_equal(error.smtp_code, 535, "AUTH with a wrong password")
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.starttls(context=_context(world))
        client.login(postfix.USER, postfix.PASSWORD)
        client.mail("a@example.test")
        expect_equal(client.rcpt(postfix.UNKNOWN)[0], 550, "RCPT of an unknown recipient")
        client.rset()
        client.send_message(_message(recipient))
    [arrived] = wait_until(lambda: server.messages(recipient), "the message in the Maildir")
    expect_equal(arrived["Message-ID"], "<one@example.test>", "Message-ID")
    expect_equal(arrived.get_content(), "one line\n.\nafter a dot\n", "text")


@case("the recording relay keeps envelopes and answers by script")
def relay_peer(world: World) -> None:
    relay = world.peers.relay
    relay.answer_next("451 4.7.1 later")
    with smtplib.SMTP("127.0.0.1", relay.port) as client:
        try:
            client.send_message(_message("b@example.test"))
            expect(False, "the scripted 451 did not come")
        except smtplib.SMTPDataError as error:
            expect_equal(error.smtp_code, 451, "first answer")
        client.send_message(_message("b@example.test"))
    expect_equal([attempt.answer[:3] for attempt in relay.attempts], ["451", "250"], "attempts")
    expect_equal(relay.attempts[1].recipients, ("b@example.test",), "recipients")


@case("the webhook receiver refuses a wrong signature, an old timestamp, and answers by script")
def receiver_peer(world: World) -> None:
    peer = world.peers.receiver
    now, body = datetime.now(timezone.utc), b'{"type": "test"}'

    def post(signature: str, when: datetime) -> int:
        headers = {"webhook-id": "msg_1", "webhook-timestamp": str(int(when.timestamp())),
                   "webhook-signature": signature, "content-type": "application/json"}
        try:
            request = urllib.request.Request(peer.url, data=body, headers=headers)
            return urllib.request.urlopen(request, context=_context(world)).status
        except HTTPError as error:
            return error.code

    old = datetime.fromtimestamp(now.timestamp() - 900, timezone.utc)
    hook = Webhook(receiver.SECRET)
    expect_equal(post(hook.sign("msg_1", now, body.decode()), now), 204, "right signature")
    expect_equal(post("v1,AAAA", now), 401, "wrong signature")
    expect_equal(post(hook.sign("msg_1", old, body.decode()), old), 401, "timestamp of a quarter of an hour ago")
    peer.answer_next((503, {"retry-after": "2"}), 410)
    expect_equal(post(hook.sign("msg_1", now, body.decode()), now), 503, "first scripted answer")
    expect_equal(post(hook.sign("msg_1", now, body.decode()), now), 410, "second scripted answer")
    expect_equal([d.verified for d in peer.deliveries[:1]], [""], "record of the right signature")
    peer.stop()
    try:
        post("v1,AAAA", now)
        expect(False, "the stopped receiver still answers")
    except OSError:
        pass
    except http.client.HTTPException:
        pass
    peer.start()
    expect_equal(post(hook.sign("msg_1", now, body.decode()), now), 204, "after it was started again")
