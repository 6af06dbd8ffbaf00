"""`duewatch serve` against a real mail server and a webhook receiver of another hand."""

import email
import email.policy
import email.utils
import logging
import re
from typing import Any

from cases.demo import defects_of, messages_of
from harness import World, case, expect, expect_equal, wait_until
from peers import postfix
from program import ADMINISTRATOR, Installation
from steps import days_ahead, foreseen, install_with_armed_plan, mails_of, webhooks_of


def everything(world: World, forecast: list[dict[str, Any]], seconds: float = 60) -> None:
    """Waits until as many mails and webhooks have come as were foreseen."""
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast))
               and len(world.peers.receiver.deliveries) >= len(webhooks_of(forecast)), "all that was foreseen", seconds)


def arrived_mails(world: World, references: set[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    found = []
    for message in world.peers.postfix.messages():
        words = {word.strip(".,:;()") for word in message.get_body(("plain",)).get_content().split()}
        found.append((message["Delivered-To"], message["Subject"], tuple(sorted(references & words))))
    return sorted(found)


@case("serve delivers by SMTP with STARTTLS and AUTH, and by webhook, exactly what forecast said")
def as_foreseen(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    references = {reference for message in forecast for reference in message["references"]}
    expect(mails_of(forecast) and webhooks_of(forecast), f"the forecast has mails and webhooks: {forecast}")
    before = len(world.peers.postfix.log())
    service = installation.serve()
    receiver = world.peers.receiver
    everything(world, forecast)
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    said = world.peers.postfix.log()[before:]
    expect("status=sent" in said, f"Postfix told of them: {said[-500:]}")
    expect_equal([line for line in said.splitlines() if re.search(r"warning:|reject:|bounced|improper command", line)], [],
                 "what Postfix complains of")
    expect_equal(arrived_mails(world, references), mails_of(forecast), "mails")
    webhooks = [delivery.payload["data"] for delivery in receiver.deliveries]
    expect_equal(sorted((told["reference"], told["stage"]) for told in webhooks), webhooks_of(forecast), "webhooks")
    expect_equal([delivery.verified for delivery in receiver.deliveries if delivery.verified], [], "bad signatures")
    expect_equal(len({delivery.id for delivery in receiver.deliveries}), len(webhooks), "distinct webhook-ids")
    messages = world.peers.postfix.messages()
    expect_equal(len({message["Message-ID"] for message in messages}), len(messages), "distinct Message-IDs")
    for message in messages:
        expect_equal(defects_of(message), [], "defects")
        expect_equal(email.utils.parseaddr(message["To"])[1], message["Delivered-To"], "To and the envelope")
    expect_equal(foreseen(installation), [], "what forecast still sees today")
    states = {message["state"] for message in installation.run("deliveries", "--format", "json").json()}
    expect_equal(states, {"delivered"}, "states in the register")
    installation.run("ledger", "verify")


@case("a mail goes by STARTTLS and by TLS from the first byte, with PLAIN and with LOGIN, and nowhere without a sound certificate")
def ways_in(world: World) -> None:
    installation = Installation(world)
    server = world.peers.postfix
    text = installation.configuration.read_text()
    for policy, port in [("required", server.port), ("implicit", server.implicit_port)]:
        for method in ["plain", "login"]:
            server.forget()
            before = len(server.log())
            way = text.replace("tls: required", f"tls: {policy}\n    auth: {method}").replace(f"port: {server.port}", f"port: {port}")
            installation.configuration.write_text(way)
            said = installation.run("test-send", "--to", "administrator").out
            expect("accepted" in said and "250 2." in said, f"what the relay said: {said}")
            wait_until(server.messages, f"the mail by {policy} and {method}")
            expect(f"sasl_method={method.upper()}" in server.log()[before:], f"the login: {server.log()[before:]}")
        installation.configuration.write_text(re.sub(r"\n    ca-file: .*", "", way, count=1))
        refused = installation.run("test-send", "--to", "administrator", code=78)
        expect("certificate" in refused.out + refused.err, f"nobody vouches for it by {policy}: {refused}")


@case("aiosmtpd takes every mail without a warning, and Python's strict parser finds no fault in its bytes")
def conforming(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    forecast = mails_of(foreseen(installation))
    complaints: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mail.log").addHandler(listener)
    world.finally_do(lambda: logging.getLogger("mail.log").removeHandler(listener))
    relay = world.peers.relay
    service = installation.serve()
    wait_until(lambda: len(relay.attempts) >= len(forecast), "all that was foreseen")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(complaints, [], "warnings of aiosmtpd")
    strict = email.policy.strict + email.policy.SMTP
    for attempt in relay.attempts:
        message = email.message_from_bytes(attempt.content, policy=strict)  # raises at the first defect
        parts = [part.get_content() for part in message.walk() if not part.is_multipart()]
        expect(len(parts) == 2 and all(parts), f"a plain text and an HTML part: {message}")
        for line in attempt.content.removesuffix(b"\r\n").split(b"\r\n"):
            expect(len(line) <= 998 and not {0, 10, 13} & set(line) and line.isascii(), f"a line of RFC 5322: {line!r}")
        for name in ["From", "To", "Reply-To", "Date", "Message-ID", "Subject", "MIME-Version"]:
            expect_equal(len(message.get_all(name, [])), 1, f"headers {name}")
            expect_equal(message[name].defects if hasattr(message[name], "defects") else (), (), f"defects of {name}")
        expect_equal([address.addr_spec for address in message["To"].addresses], list(attempt.recipients), "To")


@case("an answer is recorded, its receipt arrives, and its owner hears no more of it")
def answered(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)  # before the service begins to send: afterwards it is only what is left
    service = installation.serve()
    everything(world, forecast)
    alone = {target["reference"] for target in installation.run("targets", "--format", "json").json()
             if len(target["owners"]) == 1}
    recipient, _, told = next(mail for mail in arrived_mails(world, alone) if mail[0].startswith("owner-") and mail[2])
    reference, before = told[0], {message["Message-ID"] for message in world.peers.postfix.messages()}
    installation.run("answer", reference, "--done", "--by", "A. Jones", "--on", "2026-11-01",
                     "--because", "reply by email", "--yes")
    # Not by its place: mails of one second stand in no order.
    [receipt] = wait_until(lambda: [message for message in world.peers.postfix.messages()
                                    if message["Message-ID"] not in before], "the receipt")
    service.stop()
    expect_equal(receipt["Delivered-To"], recipient, "who has the receipt")
    expect(reference in receipt.get_body(("plain",)).get_content(), f"the receipt names {reference}: {receipt}")
    expect_equal(defects_of(receipt), [], "defects of the receipt")
    later = installation.run("forecast", "--until", days_ahead(400), "--format", "json").json()
    expect(later, "others are still told")
    expect_equal([each for each in later if reference in each["references"]], [], f"what {reference} still has")


@case("a rehearsal sends all mail to the administrator, each with its reader in the first line, webhooks to disk")
def rehearsal(world: World) -> None:
    installation = install_with_armed_plan(world, mode="rehearsal")
    forecast = foreseen(installation)
    intended = sorted(message["intended"] for message in forecast if message["channel"] == "email")
    expect(len(intended) > 3, f"mails foreseen: {intended}")
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(intended), "all that was foreseen")
    wait_until(lambda: len(list(installation.folder.rglob("*.json"))) >= len(webhooks_of(forecast)), "webhooks on disk")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    messages = world.peers.postfix.messages()
    expect_equal({message["Delivered-To"] for message in messages}, {ADMINISTRATOR}, "recipients")
    texts = [message.get_body(("plain",)).get_content() for message in messages]
    lines = [text.splitlines()[0] for text in texts]
    expect(all(line.startswith("REHEARSAL") for line in lines), f"every first line says that it is a rehearsal: {lines}")
    expect_equal(sorted(line.partition("<")[2].rstrip(">") for line in lines), intended, "recipients in the first lines")
    expect_equal(world.peers.receiver.deliveries, [], "webhooks that left")
    expect("rehearsal" in installation.run("status").out, "status says rehearsal")
    # A rehearsal told nobody: with the change to live, everybody is told.
    installation.mode = "live"
    installation.configure()
    world.peers.reset()
    live = foreseen(installation)
    expect_equal(sorted(message["recipient"] for message in live if message["channel"] == "email"), intended,
                 "who would be told under live")


@case("folder mode writes everything into a Maildir and tells nobody, test-send goes by each mode's way")
def folder(world: World) -> None:
    installation = install_with_armed_plan(world, mode="folder")
    forecast = foreseen(installation)
    service = installation.serve()
    wait_until(lambda: (installation.folder / "new").is_dir()
               and len(messages_of(installation.folder)) >= len(mails_of(forecast)), "all that was foreseen")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    messages = [message for _, message in messages_of(installation.folder)]
    expect_equal(sorted(email.utils.parseaddr(message["To"])[1] for message in messages),
                 [recipient for recipient, *_ in mails_of(forecast)], "recipients")
    installation.run("test-send", "--to", "administrator")
    expect_equal(len(messages_of(installation.folder)), len(messages) + 1, "mails in the folder after test-send")
    expect_equal((world.peers.postfix.messages(), world.peers.receiver.deliveries), ([], []), "what left")
    installation.mode = "live"
    installation.configure()
    installation.run("test-send", "--to", "administrator")
    [arrived] = wait_until(world.peers.postfix.messages, "the test message")
    expect_equal(arrived["Delivered-To"], ADMINISTRATOR, "recipient of the test message")
    expect(postfix.DOMAIN in arrived["Message-ID"], "its Message-ID has the sender's domain")
