"""The outbox under blows: a service killed between the relay's 250 and writing it down, a thousand endpoints that hang,
and mail that comes back after the relay had taken it."""

import os
import re
import signal
import socket
import time
from collections import Counter
from concurrent.futures import Future
from contextlib import suppress
from functools import partial

import yaml
from cases.crashes import settled
from harness import World, case, expect, expect_equal, wait_until
from peers import postfix
from program import ADMINISTRATOR, WEBHOOK, Installation
from steps import days_ahead, foreseen, install_with_armed_plan, mails_of

KILLS = 20
DEAD_ENDPOINTS = 1_000


def stop_whoever(pid: Future[int]) -> None:
    with suppress(ProcessLookupError):  # a second session's mail, read after the kill
        os.kill(pid.result(timeout=20), signal.SIGSTOP)


@case("killed between the relay's 250 and settling twenty times in a row, no mail reaches a mailbox more than twice")
def killed_before_settling(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    relay, forecast = world.peers.relay, mails_of(foreseen(installation))
    in_doubt = []
    for _ in range(KILLS):
        # The relay stops the process before it answers: its 250 is on the wire, and nobody reads it any more. A mail may
        # come before we know whose it is.
        before, pid = len(relay.attempts), Future()
        relay.before_answer = partial(stop_whoever, pid)
        service = installation.serve()
        pid.set_result(service.process.pid)
        with suppress(Exception):
            wait_until(lambda: len(relay.attempts) > before or settled(installation), "a mail at the relay", 20)
        time.sleep(0.1)
        service.kill()
        in_doubt.append(len(relay.attempts) - before)
    relay.before_answer = None
    expect(max(in_doubt) <= 4, f"at most one mail a session is in doubt at each kill: {in_doubt}")
    expect(sum(in_doubt) >= min(KILLS, 2 * len(forecast)), f"every kill met a mail, while there was one: {in_doubt}")
    service = installation.serve()
    wait_until(lambda: settled(installation), "nothing left to send")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    times = Counter(attempt.id for attempt in relay.attempts)
    print(f"          {len(times)} mails, {KILLS} kills: {dict(Counter(times.values()))} (times: mails)")
    expect(max(times.values()) == 2, f"how often a mail arrived: {times}")
    contents: dict[str, bytes] = {}
    for attempt in relay.attempts:
        expect_equal(contents.setdefault(attempt.id, attempt.content), attempt.content, f"bytes of {attempt.id}")
    told = {recipient for attempt in relay.attempts for recipient in attempt.recipients}
    expect_equal(sorted({recipient for recipient, *_ in forecast} - told), [], "recipients whom nothing reached")
    states = Counter(message["state"] for message in installation.run("deliveries", "--format", "json").json())
    expect(set(states) <= {"delivered", "set_aside"}, f"each is accepted, or waits for a person: {states}")
    installation.run("ledger", "verify")


def plan_of(directory, owners: list[str], name: str):
    """A plan with one late target for each owner."""
    rows = [["Rec No", "Recommendation", "Response", "Action taken or planned", "Responsible owner", "Target date"]]
    rows += [[str(number), f"Mend pump {number}.", "Agreed", f"The crew will mend pump {number} of the harbour.", owner,
              "31 March 2026"] for number, owner in enumerate(owners, 1)]
    path = directory / f"{name}.txt"
    path.write_text(f"Action Plan response to: pumps ({name})\n\nAction Plan Submitted: 12 January 2026\n\n"
                    + "\n".join("\t".join(row) for row in rows) + "\n")
    return path


@case("a thousand dead endpoints, half hanging and half refusing, and a slow relay hold up nothing of a healthy endpoint")
def thousand_dead(world: World) -> None:
    world.peers.relay.delay = 2.0
    hang = socket.create_server(("127.0.0.1", 0), backlog=4096)  # takes connections, and never reads a byte
    world.finally_do(hang.close)
    refuse = socket.socket()  # bound, and never listening
    refuse.bind(("127.0.0.1", 0))
    world.finally_do(refuse.close)
    ports = [hang.getsockname()[1], refuse.getsockname()[1]]
    installation = Installation(world, plain_relay=True)
    dead = "".join(f"  dead-{number}:\n    url: http://127.0.0.1:{ports[number % 2]}/{number}\n    secret-file: {installation.directory}/webhook-secret\n"
                   "    allow-http: true\n    allow-private-addresses: true\n    timeout: 120s\n"
                   for number in range(DEAD_ENDPOINTS))
    text = installation.configuration.read_text().replace("log:\n", dead + "brake:\n  messages: 100000\nlog:\n")
    installation.configuration.write_text(text)

    def owners(plan: str, endpoints: list[str]) -> None:
        names = [f"Head of Pump {number} at {plan}" for number in range(len(endpoints))]
        path = plan_of(installation.directory, names, plan)
        installation.run("import", path, "--as", plan, code=None)
        known = [{"post": name, "holder": {"name": f"Pat {number} {plan}", "webhook": endpoint,
                                           "email": f"{plan}-{number}@{postfix.DOMAIN}"}}
                 for number, (name, endpoint) in enumerate(zip(names, endpoints))]
        file = installation.directory / f"{plan}.yaml"
        file.write_text(yaml.safe_dump({"owners": known}))
        installation.run("owners", "import", file, "--yes")

    owners("dead", [f"dead-{number}" for number in range(DEAD_ENDPOINTS)])
    owners("well", [WEBHOOK] * 20)
    installation.run("arm", "dead", "--yes")
    service = installation.serve()

    def connections() -> int:
        table = open("/proc/net/tcp").read()
        return len(re.findall(rf" 0100007F:{hang.getsockname()[1]:04X} [0-9A-F:]+ 01 ", table))

    wait_until(lambda: connections() >= DEAD_ENDPOINTS // 2 * 0.9, "the dead endpoints hold their connections")
    held = connections()

    def given_up() -> int:
        """Of those that hang: they may have read what they were sent."""
        return len(re.findall("event=message.deferred.*may_have_arrived=true", service.log))

    begun = time.monotonic()
    installation.run("arm", "well", "--yes")
    armed, over = time.monotonic(), given_up()
    receiver = world.peers.receiver
    wait_until(lambda: receiver.deliveries, "the first webhook of the healthy endpoint")
    first = time.monotonic() - armed
    wait_until(lambda: len(receiver.deliveries) >= 20, "all webhooks of the healthy endpoint")
    last = time.monotonic() - armed
    waited_for, mails = given_up() - over, len(world.peers.relay.attempts)
    print(f"          {held} connections hang; arming took {armed - begun:.2f} s; the healthy endpoint had its first "
          f"webhook {max(first, 0):.2f} s and its twentieth {max(last, 0):.2f} s after; peak {service.peak_memory_kb / 1024:.0f} MB")
    # Nothing waited for a dead endpoint to be given up, or for the slow relay's last mail.
    expect_equal(waited_for, 0, "dead endpoints that were given up first")
    expect(mails < DEAD_ENDPOINTS, f"the slow relay still has mails to come: {mails} are over")
    service.kill()


REPORT = """\
From: MAILER-DAEMON@{domain}
To: duewatch@{domain}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.{domain}

Final-Recipient: rfc822; {address}
Original-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} <{address}>: Recipient address rejected

--b1
Content-Type: message/rfc822

Message-ID: {id}
Subject: as it was

--b1--
"""


@case("a mail that comes back does what a 550 would: its address is used no more, and the administrator hears instead")
def came_back(world: World) -> None:
    installation = install_with_armed_plan(world, plain_relay=True)
    relay, forecast = world.peers.relay, mails_of(foreseen(installation))
    service = installation.serve()
    wait_until(lambda: len(relay.attempts) >= len(forecast), "all mails")
    wait_until(lambda: settled(installation), "all settled")
    attempt = next(each for each in relay.attempts if each.recipients[0].startswith("owner-"))
    address = attempt.recipients[0]
    values = dict(domain=postfix.DOMAIN, address=address, id=attempt.id)
    delayed = REPORT.format(action="delayed", status="4.4.1", **values)
    expect("nothing changes" in installation.run("returned", "-", stdin=delayed).out, "a delay changes nothing")
    for broken in ["", "\0\0\0", "Subject: hello\n\nsee you", delayed.replace(attempt.id, "<x@y>").replace(address, "o@x.org"),
                   REPORT.format(domain=postfix.DOMAIN, address="other@x.org", id=attempt.id, action="failed", status="5.1.1")]:
        expect(installation.run("returned", "-", stdin=broken, code=65).err.startswith("duewatch: "), "it says why")
    failed = REPORT.format(action="failed", status="5.1.1", **values)
    installation.run("returned", "-", stdin=failed)
    [refused] = installation.run("deliveries", "--state", "refused", "--format", "json").json()
    expect("550 5.1.1" in refused["because"], f"the reason is kept: {refused}")
    wait_until(lambda: any(b"refused for good" in each.content or b"refused=20for=20good" in each.content
                           for each in relay.attempts if ADMINISTRATOR in each.recipients), "the administrator is told")
    expect("refused before" in installation.run("returned", "-", stdin=failed).out, "a second report changes nothing")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    later = installation.run("forecast", "--until", days_ahead(400), "--format", "json").json()
    expect_equal([message for message in later if message["recipient"] == address], [], "more for that address")
    told = [each for each in relay.attempts if ADMINISTRATOR in each.recipients]
    expect(len(told) >= 2, f"the administrator has the notice, and the reminder in the owner's place: {len(told)}")
    installation.run("ledger", "verify")
