"""Holds against a real mail server: silence while they last, everything that is still true afterwards."""

from datetime import datetime, timedelta, timezone

from cases.delivery import arrived_mails, everything
from harness import World, case, expect, expect_equal, wait_until
from program import ADMINISTRATOR, WEBHOOK, Installation
from steps import foreseen, install_with_armed_plan, mails_of, webhooks_of

A_DAY = 24 * 60 * 60


def today(installation: Installation) -> str:
    return (datetime.now(timezone.utc) + timedelta(seconds=installation.ahead)).date().isoformat()


@case("a plan on hold sends nothing to its owners, and on the day after the hold all that is still true, by itself")
def held(world: World) -> None:
    installation = install_with_armed_plan(world)
    free = foreseen(installation)
    expect(mails_of(free) and webhooks_of(free), f"without a hold there is something to send: {free}")
    hold = installation.run("hold", "plan", "--until", today(installation), "--because", "election period",
                            "--by", "A. Jones", "--format", "json").json()
    expect(hold["ends_soon"] and hold["targets"] > 0, f"the hold: {hold}")
    for command in ("status", "holds"):
        expect("election period" in installation.run(command).out, f"{command} names the hold")
    service = installation.serve()
    service.wait_for_log("event=target.checked.*refused=[1-9]")
    [note] = wait_until(world.peers.postfix.messages, "the daily note")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(note["Delivered-To"], ADMINISTRATOR, "who has the note")
    words = " ".join(note.get_body(("plain",)).get_content().split())
    expect("The hold of the plan plan (election period; A. Jones) ends on" in words, f"the note warns: {words}")
    expect_equal(world.peers.receiver.deliveries, [], "webhooks during the hold")
    world.peers.reset()
    installation.ahead = A_DAY
    forecast = [message for message in foreseen(installation) if message["references"]]
    references = {reference for message in forecast for reference in message["references"]}
    service = installation.serve()
    # The receiver's clock is a day behind, so it refuses the first webhook's signature, and the others wait: not looked at here.
    everything(world, [message for message in forecast if message["channel"] == "email"])
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(sorted({mail[0] for mail in mails_of(forecast)}), sorted({mail[0] for mail in mails_of(free)}),
                 "who is told after the hold, and would have been without it")
    told = [mail for mail in arrived_mails(world, references) if mail[1].startswith("Action plan target")]
    expect_equal(told, mails_of(forecast), "mails after the hold")
    installation.run("ledger", "verify")


@case("a channel on hold keeps its messages waiting without a try, and unhold lets them go")
def channel(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    installation.run("hold", "--channel", f"webhook:{WEBHOOK}", "--until", today(installation), "--because", "it moves",
                     "--by", "Ops")
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast)), "the mails")
    expect_equal(world.peers.receiver.deliveries, [], "webhooks during the hold")
    waiting = installation.run("deliveries", "--state", "waiting", "--format", "json").json()
    expect_equal({(message["channel"], message["attempts"]) for message in waiting}, {("webhook", 0)}, "what waits")
    installation.run("unhold", "--channel", f"webhook:{WEBHOOK}", "--because", "it has moved", "--by", "Ops")
    wait_until(lambda: len(world.peers.receiver.deliveries) >= len(webhooks_of(forecast)), "the webhooks")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    told = [delivery.payload["data"] for delivery in world.peers.receiver.deliveries]
    expect_equal(sorted((one["reference"], one["stage"]) for one in told), webhooks_of(forecast), "webhooks afterwards")


@case("a plan that is closed sends nothing more, and says so; reopened it waits to be armed")
def closed(world: World) -> None:
    installation = install_with_armed_plan(world)
    expect(foreseen(installation), "before that there is something to send")
    installation.run("close", "plan", "--because", "replaced", code=64)
    shown = installation.run("close", "plan", "--because", "replaced", "--yes").out
    expect("Not done, as far as anybody has said: " in shown, f"close says what ends open: {shown}")
    expect_equal(foreseen(installation), [], "what a closed plan sends")
    for command in ("status", "plans"):
        expect("closed" in installation.run(command).out, f"{command} says that it is closed")
    for command in (["arm", "plan", "--yes"],
                    ["hold", "plan", "--until", today(installation), "--because", "x", "--by", "y"]):
        refused = installation.run(*command, code=65)
        expect("duewatch reopen plan" in refused.err, f"{command[0]} says what comes first: {refused}")
    installation.run("reopen", "plan", "--because", "a mistake")
    expect_equal([message for message in foreseen(installation) if message["references"]], [], "what it sends unarmed")
    installation.run("arm", "plan", "--yes")
    expect(foreseen(installation), "armed again, it sends")
