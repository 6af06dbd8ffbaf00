"""kill -9 while peers hold a message in their hands, and again at random: nothing is lost, repeats keep their ids."""

import sqlite3

from harness import World, case, expect, expect_equal, wait_until
from peers.receiver import NO_ANSWER
from program import ADMINISTRATOR, Installation
from steps import foreseen, install_with_armed_plan, mails_of, webhooks_of


def settled(installation: Installation) -> bool:
    """Whether nothing is on its way any more."""
    return not installation.run("deliveries", "--state", "waiting", "--state", "claimed", "--format", "json").json()


@case("kill -9 while relay and receiver hold a message each: the next start repeats those two with the same ids")
def killed_in_the_middle(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    forecast = foreseen(installation)
    relay, receiver = world.peers.relay, world.peers.receiver
    relay.answer_next("250 2.0.0 recorded", "")
    receiver.answer_next(204, NO_ANSWER)
    service = installation.serve()
    wait_until(lambda: any(not attempt.answer for attempt in relay.attempts)
               and any(delivery.status == NO_ANSWER for delivery in receiver.deliveries), "one of each in their hands")
    service.kill()
    held = {attempt.id for attempt in relay.attempts if not attempt.answer}
    held_webhooks = {delivery.id for delivery in receiver.deliveries if delivery.status == NO_ANSWER}

    service = installation.serve()
    service.wait_for_log("outbox.orphans_recovered")
    wait_until(lambda: settled(installation), "nothing left to send")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    contents: dict[str, set[bytes]] = {}
    for attempt in relay.attempts:
        contents.setdefault(attempt.id, set()).add(attempt.content)
    expect_equal({id for id, copies in contents.items() if len(copies) > 1}, set(), "Message-IDs of differing mails")
    accepted = {attempt.id for attempt in relay.attempts if attempt.answer.startswith("250")}
    expect(held <= accepted, "what the relay held came again under its id, and was accepted")
    expect_equal(sorted(attempt.recipients[0] for attempt in {a.id: a for a in relay.attempts}.values()),
                 [recipient for recipient, *_ in mails_of(forecast)], "recipients, each mail counted once")
    bodies: dict[str, set[bytes]] = {}
    for delivery in receiver.deliveries:
        bodies.setdefault(delivery.id, set()).add(delivery.body)
    expect_equal({id for id, copies in bodies.items() if len(copies) > 1}, set(), "webhook-ids of differing bodies")
    taken = {delivery.id: delivery for delivery in receiver.deliveries if delivery.status == 204}
    expect(held_webhooks <= set(taken), "what the receiver held came again under its id, and was accepted")
    expect_equal(sorted((told.payload["data"]["reference"], told.payload["data"]["stage"]) for told in taken.values()),
                 webhooks_of(forecast), "webhooks, each counted once")
    installation.run("ledger", "verify")


@case("kill -9 at five moments against the real mail server: every message is accounted for and comes in the end")
def killed_at_random(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    receiver, server = world.peers.receiver, world.peers.postfix
    for more in [0, 1, 2, 4, 8]:
        service = installation.serve()
        seen = len(receiver.deliveries) + len(server.messages())
        wait_until(lambda: len(receiver.deliveries) + len(server.messages()) >= seen + more or settled(installation),
                   "some more deliveries", 60)
        service.kill()
    service = installation.serve()
    wait_until(lambda: settled(installation), "nothing left to send")
    expect("register.failed" not in service.log, f"the register is whole: {service.log[-2000:]}")
    # What was twice in doubt waits for a person: that is accounted for, too.
    installation.run("retry", "--all", "--yes")
    wait_until(lambda: settled(installation), "nothing left to send after retry")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    mails = {message["Message-ID"]: message["Delivered-To"] for message in server.messages()}
    # The administrator is told of each mail that was set aside for that, and a start after it has it in the day's note.
    with sqlite3.connect(installation.register) as register:
        notices, = register.execute("SELECT count(*) FROM ledger WHERE event = 'notice_posted'").fetchone()
    foretold = [to for to, *_ in mails_of(forecast)] + [ADMINISTRATOR] * notices
    expect_equal(sorted(mails.values()), sorted(foretold), "recipients, by Message-ID")
    bodies: dict[str, bytes] = {}
    for delivery in receiver.deliveries:
        expect_equal(bodies.setdefault(delivery.id, delivery.body), delivery.body, f"body of {delivery.id}")
    told = {each.id: each.payload["data"] for each in receiver.deliveries}.values()
    expect_equal(sorted((each["reference"], each["stage"]) for each in told), webhooks_of(forecast), "webhooks")
    states = {message["state"] for message in installation.run("deliveries", "--format", "json").json()}
    expect_equal(states, {"delivered"}, "states in the register")
    installation.run("ledger", "verify")
