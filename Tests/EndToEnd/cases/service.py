"""Signals, and a second service: what ops does to a running one."""

import signal
import time

from cases.demo import messages_of
from harness import World, case, expect, expect_equal, wait_until
from peers.receiver import NO_ANSWER
from program import Installation, Service
from steps import foreseen, install_with_armed_plan, mails_of, webhooks_of

TRY_AGAIN = 75


@case("SIGHUP with a bad file keeps the old settings and says why, with a good file it takes the new")
def reload(world: World) -> None:
    installation = install_with_armed_plan(world, mode="folder")
    forecast = foreseen(installation)
    service = installation.serve()
    wait_until(lambda: (installation.folder / "new").is_dir()
               and len(messages_of(installation.folder)) >= len(mails_of(forecast)), "mails in the folder")
    good = installation.configuration.read_text()
    installation.configuration.write_text(good.replace("mode: folder", "mode: life"))
    service.reload()
    service.wait_for_log("event=configuration.kept")
    for word in ["duewatch.yaml", "delivery.mode", "life", "live"]:
        expect(word in service.log, f"the log names {word}: {service.log}")
    expect_equal(service.process.poll(), None, "exit of serve after the bad file")
    installation.configuration.unlink()
    service.reload()
    wait_until(lambda: service.log.count("event=configuration.kept") == 2, "the missing file is survived, too")

    # Still under the old settings: what becomes due now goes into the folder.
    installation.configuration.write_text(good)
    before = len(messages_of(installation.folder))
    late = next(target for target in installation.run("targets", "--format", "json").json() if target["late"])
    installation.run("answer", late["reference"], "--done", "--by", "A. Jones", "--on", "2026-11-01",
                     "--because", "to see a receipt", "--yes")
    wait_until(lambda: len(messages_of(installation.folder)) > before, "the receipt in the folder")
    expect_equal(world.peers.postfix.messages(), [], "mails that left before the good file")

    installation.mode = "live"
    installation.configure()
    service.reload()
    service.wait_for_log("event=configuration.reloaded.*live")
    expected = [recipient for recipient, *_ in mails_of(forecast)]
    if not any(late["reference"] in message["references"] for message in forecast if len(message["references"]) > 1):
        expected = [recipient for recipient, _, told in mails_of(forecast) if told != (late["reference"],)]
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(expected), "mails under the new settings")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(sorted(message["Delivered-To"] for message in world.peers.postfix.messages()), expected, "recipients")


@case("SIGTERM finishes what a peer was given, leaves the rest waiting, and the next start repeats nothing")
def drain(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    forecast = mails_of(foreseen(installation))
    relay = world.peers.relay
    relay.delay = 2
    service = installation.serve()
    wait_until(lambda: relay.attempts, "a mail in the relay's hands")
    service.process.send_signal(signal.SIGTERM)
    service.process.send_signal(signal.SIGTERM)  # an impatient operator changes nothing
    expect_equal(service.process.wait(30), 0, "exit of serve after SIGTERM")
    given = len(relay.attempts)
    expect(0 < given < len(forecast), f"{given} of {len(forecast)} mails were given to the relay before the end")
    states = [message["state"] for message in installation.run("deliveries", "--format", "json").json()
              if message["channel"] == "email"]
    expect_equal((states.count("delivered"), states.count("claimed")), (given, 0), "mails delivered and claimed")
    relay.delay = 0
    service = installation.serve()
    wait_until(lambda: len(relay.attempts) >= len(forecast), "the rest")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect("orphans" not in service.log, "the next start found nothing half sent")
    expect_equal(sorted(attempt.recipients[0] for attempt in relay.attempts), [to for to, *_ in forecast], "recipients")
    expect_equal(len({attempt.id for attempt in relay.attempts}), len(forecast), "distinct Message-IDs")


@case("SIGTERM while webhooks are under way waits for their answers and writes them down; the next start repeats nothing")
def drain_webhooks(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    forecast = webhooks_of(foreseen(installation))
    receiver = world.peers.receiver
    receiver.delay = 2
    service = installation.serve()
    wait_until(lambda: receiver.deliveries, "a webhook in the receiver's hands")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    given = len(receiver.deliveries)
    expect_equal(webhook_states(installation).count("delivered"), given, "webhooks delivered")
    expect_equal(webhook_states(installation).count("claimed"), 0, "webhooks claimed")
    receiver.delay = 0
    service = installation.serve()
    wait_until(lambda: len(receiver.deliveries) >= len(forecast), "the rest")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect("orphans" not in service.log, "the next start found nothing half sent")
    expect_equal(len({delivery.id for delivery in receiver.deliveries}), len(forecast), "distinct webhook-ids")
    expect_equal(len(receiver.deliveries), len(forecast), "webhooks in all")


def webhook_states(installation: Installation) -> list[str]:
    return [message["state"] for message in installation.run("deliveries", "--format", "json").json()
            if message["channel"].startswith("webhook")]


@case("SIGTERM while an endpoint says nothing ends at its timeout, and the webhook is repeated with the same id and bytes")
def drain_silence(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    installation.endpoint += "    timeout: 4s\n"
    installation.configure()
    forecast = webhooks_of(foreseen(installation))
    receiver = world.peers.receiver
    receiver.answer_next(NO_ANSWER)
    service = installation.serve()
    wait_until(lambda: receiver.deliveries, "a webhook in the receiver's hands")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(webhook_states(installation).count("claimed"), 0, "webhooks claimed")
    service.wait_for_log("event=message.deferred.*may_have_arrived=true")
    installation.ahead = 60  # the repeat comes after some seconds
    service = installation.serve()
    wait_until(lambda: len(receiver.deliveries) > len(forecast), "everything, and the repeat")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    [silent] = [delivery for delivery in receiver.deliveries if delivery.status == NO_ANSWER]
    first, again = [delivery for delivery in receiver.deliveries if delivery.id == silent.id]
    expect_equal((again.body, again.status), (first.body, 204), "the repeat")


@case("SIGTERM in the first moment of a start is not lost")
def early_signal(world: World) -> None:
    installation = install_with_armed_plan(world, mode="folder")
    for milliseconds in range(0, 100, 5):
        service = Service(installation)
        time.sleep(milliseconds / 1000)
        code = service.stop()
        # Before the first line of main the system itself ends it; from there on it ends in order. It never stays.
        expect(code in (0, -signal.SIGTERM), f"exit of serve after {milliseconds} ms: {code}\n{service.log}")
    service = installation.serve()
    expect_equal(service.stop(), 0, "exit of serve right after it said that it started")


@case("a second serve on the same register is refused with 75 and names the first, which goes on")
def second(world: World) -> None:
    installation = install_with_armed_plan(world, mode="folder")
    service = installation.serve()
    refused = installation.run("serve", code=TRY_AGAIN)
    expect(str(service.process.pid) in refused.err, f"it names process {service.process.pid}: {refused}")
    expect(str(service.process.pid) in installation.run("status").out, "status names the service's process")
    expect_equal(service.stop(), 0, "exit of the first")
    expect("no service is running" in installation.run("status").out, "status says that it is gone")
    service = installation.serve()
    service.kill()
    expect_equal(installation.serve().stop(), 0, "exit of one that starts after a kill -9")


@case("pause holds everything back over a restart, and resume lets it go")
def pause(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    forecast = mails_of(foreseen(installation))
    installation.run("pause", "--because", "two addresses are wrong")
    for _ in range(2):
        service = installation.serve()
        wait_until(lambda: installation.run("deliveries", "--state", "waiting", "--format", "json").json(),
                   "reminders recorded")
        expect_equal(service.stop(), 0, "exit of serve")
    expect("two addresses are wrong" in installation.run("status").out, "status says why it is paused")
    expect_equal(world.peers.relay.attempts, [], "mails during the pause")
    service = installation.serve()
    installation.run("resume", "--yes")
    wait_until(lambda: len(world.peers.relay.attempts) >= len(forecast), "everything after resume, by the nudge")
    expect_equal(service.stop(), 0, "exit of serve")
    expect_equal(sorted(attempt.recipients[0] for attempt in world.peers.relay.attempts), [to for to, *_ in forecast],
                 "recipients")
