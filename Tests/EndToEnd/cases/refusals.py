"""Peers that refuse, for now or for good, and peers that are down."""

from harness import World, case, expect, expect_equal, wait_until
from peers import postfix
from program import ADMINISTRATOR, Installation
from steps import days_ahead, foreseen, give_everybody_an_address, import_plan, install_with_armed_plan, mails_of, plan_to_try
from steps import webhooks_of

QUARTER_OF_AN_HOUR = 15 * 60  # the first retry of a mail comes after 10 minutes, give or take a fifth


@case("a mail refused for now goes out again as the same bytes, and only that one")
def greylisted(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    relay, receiver = world.peers.relay, world.peers.receiver
    everything = foreseen(installation)
    forecast = mails_of(everything)
    relay.answer_next("451 4.7.1 greylisted, try later")
    service = installation.serve()
    # The webhooks too: one that were left for the second start would bear its time, which the receiver refuses.
    wait_until(lambda: len(relay.attempts) >= len(forecast) and len(receiver.deliveries) >= len(webhooks_of(everything)),
               "the first round")
    service.wait_for_log("event=message.deferred.*451")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    installation.ahead = QUARTER_OF_AN_HOUR
    service = installation.serve()
    wait_until(lambda: len(relay.attempts) > len(forecast), "the greylisted mail again")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    [first] = [attempt for attempt in relay.attempts if attempt.answer.startswith("451")]
    [again] = relay.attempts[len(forecast):]
    expect_equal(again.content, first.content, "the bytes of the retry")
    expect_equal(again.recipients, first.recipients, "the recipient of the retry")


@case("a recipient whom the mail server refuses for good is told to the administrator, who stands in from then on")
def refused_for_good(world: World) -> None:
    installation = Installation(world)
    import_plan(installation, plan_to_try(), "plan")
    addresses = give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    first = next(recipient for recipient, *_ in mails_of(foreseen(installation)) if recipient in addresses)
    owners = (installation.directory / "owners.yaml").read_text().replace(first, postfix.UNKNOWN)
    (installation.directory / "owners.yaml").write_text(owners)
    installation.run("owners", "import", installation.directory / "owners.yaml", "--yes")
    forecast = foreseen(installation)
    expect(postfix.UNKNOWN in [recipient for recipient, *_ in mails_of(forecast)], "it is still trusted")

    def tries() -> int:
        return world.peers.postfix.log().count(f"to=<{postfix.UNKNOWN}>")

    before = tries()
    service = installation.serve()
    service.wait_for_log("event=message.refused.*550")

    [refused] = installation.run("deliveries", "--state", "refused", "--format", "json").json()

    def told() -> list[str]:
        return [text for message in world.peers.postfix.messages(ADMINISTRATOR)
                if "refused for good" in (text := message.get_body(("plain",)).get_content())]

    [text] = wait_until(told, "the administrator is told")
    for word in ["550 5.1.1", "User unknown", f"<{postfix.UNKNOWN}>", f"duewatch retry {refused['message']}", *refused["references"]]:
        expect(word in " ".join(text.split()), f"the notice has {word}: {text}")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(tries() - before, 1, "tries")
    expect(refused["recipient"].startswith("Owner "), f"deliveries names the person: {refused}")
    later = installation.run("forecast", "--until", days_ahead(400), "--format", "json").json()
    expect_equal([message for message in later if message["recipient"] == postfix.UNKNOWN], [], "more for that address")


@case("a receiver that is down delays no mail, and gets everything with the same ids once it is up")
def receiver_down(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    receiver = world.peers.receiver
    receiver.stop()
    world.finally_do(lambda: receiver.stop() or receiver.start())
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast)), "all mails nevertheless")
    service.wait_for_log("event=channel.open.*webhook:")
    expect_equal(receiver.deliveries, [], "webhooks while it is down")
    receiver.start()
    wait_until(lambda: len(receiver.deliveries) >= len(webhooks_of(forecast)), "webhooks once it is up")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    told = [delivery.payload["data"] for delivery in receiver.deliveries]
    expect_equal(sorted((each["reference"], each["stage"]) for each in told), webhooks_of(forecast), "webhooks")
    expect_equal(len(world.peers.postfix.messages()), len(mails_of(forecast)), "mails")


@case("a webhook that is answered 503 is repeated with the same id and bytes, and a fresh signature")
def receiver_busy(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = webhooks_of(foreseen(installation))
    receiver = world.peers.receiver
    receiver.answer_next(503)
    service = installation.serve()
    wait_until(lambda: len(receiver.deliveries) > len(forecast), "everything, and the repeat")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    [busy] = [delivery for delivery in receiver.deliveries if delivery.status == 503]
    first, again = [delivery for delivery in receiver.deliveries if delivery.id == busy.id]
    expect_equal((again.body, again.verified, again.status), (first.body, "", 204), "the repeat")
    expect(again.timestamp > first.timestamp, "its timestamp is that of the repeat")
