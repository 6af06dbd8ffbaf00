"""`duewatch serve` against a real mail server and a webhook receiver of another hand."""

from datetime import datetime, timedelta, timezone
from typing import Any

from cases.demo import defects_of
from cases.plans import install_with_armed_plan
from harness import World, case, expect, expect_equal, wait_until
from program import ADMINISTRATOR, Installation


def foreseen(installation: Installation) -> list[dict[str, Any]]:
    """What `forecast` says would go out today."""
    tomorrow = (datetime.now(timezone.utc) + timedelta(days=1)).date()
    return installation.run("forecast", "plan", "--until", tomorrow, "--format", "json").json()


def mails_of(forecast: list[dict[str, Any]]) -> set[tuple[str, frozenset[str]]]:
    return {(message["recipient"], frozenset(message["references"])) for message in forecast
            if message["channel"] == "email"}


def webhooks_of(forecast: list[dict[str, Any]]) -> set[str]:
    return {reference for message in forecast if message["channel"] == "webhook"
            for reference in message["references"]}


def arrived_mails(world: World, references: set[str]) -> set[tuple[str, frozenset[str]]]:
    found = set()
    for message in world.peers.postfix.messages():
        text = message.get_body(("plain",)).get_content()
        found.add((message["Delivered-To"], frozenset(reference for reference in references if reference in text)))
    return found


@case("serve delivers by SMTP and webhook exactly what forecast said")
def as_foreseen(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    references = {reference for message in forecast for reference in message["references"]}
    expect(mails_of(forecast) and webhooks_of(forecast), f"the forecast has mails and webhooks: {forecast}")
    service = installation.serve()
    receiver = world.peers.receiver
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast))
               and len(receiver.deliveries) >= len(webhooks_of(forecast)), "all that was foreseen", 60)
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(arrived_mails(world, references), mails_of(forecast), "mails")
    expect_equal({delivery.payload["data"]["reference"] for delivery in receiver.deliveries}, webhooks_of(forecast),
                 "webhooks")
    expect_equal([delivery.verified for delivery in receiver.deliveries if delivery.verified], [], "bad signatures")
    ids = [delivery.id for delivery in receiver.deliveries]
    expect_equal(len(set(ids)), len(ids), "distinct webhook-ids")
    for message in world.peers.postfix.messages():
        expect_equal(defects_of(message), [], "defects")


@case("kill -9 in the middle and start again: nothing lost, and repeats carry the same ids")
def killed(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    receiver, server = world.peers.receiver, world.peers.postfix
    receiver.answer_next(*[503] * 3)
    for killings in range(5):
        service = installation.serve()
        seen = len(receiver.deliveries) + len(server.messages())
        wait_until(lambda: len(receiver.deliveries) + len(server.messages()) > seen or service.process.poll(),
                   "one more delivery", 60)
        service.kill()
    service = installation.serve()
    wait_until(lambda: {message["Delivered-To"] for message in server.messages()}
               >= {recipient for recipient, _ in mails_of(forecast)}
               and {delivery.payload["data"]["reference"] for delivery in receiver.deliveries
                    if delivery.status == 204} >= webhooks_of(forecast), "everything foreseen", 120)
    service.stop()
    by_id: dict[str, bytes] = {}
    for delivery in receiver.deliveries:
        expect_equal(by_id.setdefault(delivery.id, delivery.body), delivery.body, f"body of {delivery.id}")
    expect_equal(len(by_id), len(webhooks_of(forecast)), "distinct webhook-ids")
    ids = {message["Message-ID"] for message in server.messages()}
    expect_equal(len(ids), len(mails_of(forecast)), "distinct Message-IDs")
    expect("database disk image is malformed" not in service.log, "the register is whole")


@case("a receiver that is down, and a server that refuses for now, get everything later with the same ids")
def later(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    receiver = world.peers.receiver
    receiver.stop()
    world.finally_do(lambda: receiver.stop() or receiver.start())
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast)),
               "mails, whatever the receiver does", 60)
    expect_equal(receiver.deliveries, [], "webhooks while it is down")
    receiver.start()
    installation.run("retry", "--all")
    wait_until(lambda: {delivery.payload["data"]["reference"] for delivery in receiver.deliveries}
               >= webhooks_of(forecast), "webhooks after it is up", 60)
    service.stop()


@case("a mail refused for now goes out again as the same bytes, one refused for good is told to the administrator")
def refused(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    relay = world.peers.relay
    relay.answer_next("451 4.7.1 greylisted, try later", "550 5.1.1 no such mailbox")
    service = installation.serve()
    wait_until(lambda: len(relay.attempts) >= len(mails_of(foreseen(installation))) + 1, "the first round", 60)
    installation.run("retry", "--all")
    for_now, for_good = relay.attempts[0], relay.attempts[1]
    again = wait_until(lambda: [attempt for attempt in relay.attempts[1:] if attempt.recipients == for_now.recipients],
                       "the greylisted mail again", 60)
    service.stop()
    expect_equal([attempt.content for attempt in again], [for_now.content], "the bytes of the retry, sent once")
    expect_equal([attempt for attempt in relay.attempts[2:] if attempt.recipients == for_good.recipients], [],
                 "tries after a refusal for good")
    told = [attempt for attempt in relay.attempts if attempt.recipients == (ADMINISTRATOR,)
            and for_good.recipients[0].encode() in attempt.content]
    expect(told, "the administrator is told of the refusal, with the address")
