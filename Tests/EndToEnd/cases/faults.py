"""The fault matrix (../faults.py) played against the service: each row's outcome, verdict, tries, ledger and log, and that
nothing is lost and nothing repeated but what may have arrived."""

import json
import re
import shutil
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import faults
import yaml
from faults import Cell
from harness import ROOT, World, case, expect, expect_equal, wait_until
from peers import postfix
from peers.bad_endpoint import BadEndpoint
from peers.bad_relay import BadRelay
from peers.receiver import SECRET
from program import PLAIN_RELAY, Installation, Service
from standardwebhooks import Webhook
from steps import import_plan

PATIENCE = 4  # seconds, which a busy machine keeps too
LATER = {"email": 16 * 60, "webhook": 40 * 60}  # seconds after which every first retry is due
AT_ONCE = 12
SETTLED = r"event=(message\.(accepted|deferred|refused|set_aside)|channel\.stopped)"

RELAY = """\
    host: {host}
    port: {port}
    tls: required
    user: duewatch
    password-file: {directory}/smtp-password
    ca-file: {authority}
    timeout: {patience}s
    sessions: 1"""

ENDPOINT = """\
  {name}:
    url: https://{host}:{port}/in
    secret-file: {directory}/webhook-secret
    ca-file: {authority}
    timeout: {patience}s
    allow-private-addresses: {allows}
"""


def plan_of(directory: Path, posts: list[str]) -> Path:
    """A plan with one late target for each post."""
    rows = [["Rec No", "Recommendation", "Response", "Action taken or planned", "Responsible owner", "Target date"]]
    rows += [[str(number), f"Mend pump {number}.", "Agreed", f"The crew will mend pump {number} of the harbour.", post,
              "31 March 2026"] for number, post in enumerate(posts, 1)]
    path = directory / "pumps.txt"
    path.write_text("Action Plan response to: pumps\n\nAction Plan Submitted: 12 January 2026\n\n"
                    + "\n".join("\t".join(row) for row in rows) + "\n")
    return path


def arm(installation: Installation, holders: dict[str, dict[str, str]]) -> None:
    """A plan with one late target for each post, armed."""
    import_plan(installation, plan_of(installation.directory, list(holders)), "pumps")
    file = installation.directory / "owners.yaml"
    file.write_text(yaml.safe_dump({"owners": [{"post": post, "holder": holder} for post, holder in holders.items()]}))
    installation.run("owners", "import", file, "--yes")
    installation.run("arm", "pumps", "--yes")


def rows(installation: Installation, query: str, *values: object) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(f"file:{installation.register}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query, values)]


def reminders(installation: Installation, channel: str) -> dict[str, Any]:
    """The message of reminders on a channel; the first, where somebody else is told later."""
    return rows(installation, "SELECT * FROM message WHERE kind = 'reminders' AND channel = ? ORDER BY id", channel)[0]


def check(cell: Cell, installation: Installation, message: dict[str, Any], log: str) -> None:
    """What the register, its ledger and the log say of one message."""
    state, tries, ledger, line = faults.VERDICTS[cell.verdict]
    attempts = rows(installation, "SELECT * FROM attempt WHERE message_id = ? ORDER BY started_at, lease_token", message["id"])
    expect(attempts, "no try at all")
    first = attempts[0]
    expect_equal((first["outcome"], first["verdict"]), (cell.outcome, cell.verdict.partition(",")[0]),
                 f"outcome and verdict ({first['text']})")
    expect_equal(message["state"], state, f"state at the end ({message['because']})")
    entries = [(row["event"], json.loads(row["detail"])) for row in
               rows(installation, "SELECT event, detail FROM ledger WHERE message_id = ? ORDER BY seq", message["id"])]
    told = [event for event, _ in entries if event.startswith(("message_", "channel_"))]
    if cell.at in ("DNS", "connect") and len(attempts) > tries:  # tried before the peer was mended
        ledger = ["message_deferred"] * (len(attempts) - 1) + ledger[1:]
    else:
        expect_equal(len(attempts), tries, "tries")
    expect_equal(told, ledger, "ledger")
    doubts = [detail["may_have_arrived"] for event, detail in entries if event == "message_deferred"]
    expect_equal(any(doubts), cell.is_ambiguous and bool(doubts), "whether the ledger says that it may have arrived")
    level, event = line.split()
    lines = [text for text in log.splitlines() if f"message={message['wire_id']}" in text
             and re.search(f"level={level} event={re.escape(event)} ", text)]
    expect(lines, f"the log says {line}: {log}")
    because = lines[0].partition(" because=")[2]
    expect(cell.says.lower() in because.lower(), f"the log says {cell.says!r}: {lines[0]}")
    if cell.least:
        wait = (rows(installation, "SELECT min(started_at) AS at FROM attempt WHERE message_id = ? AND number = 2",
                     message["id"])[0]["at"] - first["ended_at"]) / 1000
        expect(wait >= cell.least - 1, f"the next try came after {wait:.0f} s")


def together(cells: list[Cell], play: Any) -> list[str]:
    """Plays cells side by side; one line for each that went wrong."""
    def guarded(cell: Cell) -> str | None:
        try:
            play(cell)
            return None  # as it should be
        except Exception as reason:
            return f"{cell.name}: {reason}"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [line for line in pool.map(guarded, cells) if line]


@case("fault matrix, mail: at every verb the outcome, verdict, tries, ledger and log are those of the manual")
def mail_faults(world: World) -> None:
    holder = {"name": "Pat Pump", "email": f"pat@{postfix.DOMAIN}"}
    base = Installation(world, plain_relay=True)
    arm(base, {"Head of Pumps": holder})
    longest: list[tuple[float, str]] = []

    def play(cell: Cell) -> None:
        directory = world.directory / f"cell-{faults.MAIL.index(cell)}"
        directory.mkdir()
        own = World(world.peers, world.binary, directory)
        relay = BadRelay(world.peers.certificates, cell.at, cell.does, cell.times, PATIENCE)
        own.finally_do(relay.stop)
        try:
            longest.append((_play_mail(own, base, cell, relay), cell.name))
        finally:
            own.close()

    begun = time.monotonic()
    wrong = together(faults.MAIL, play)
    print(f"          {len(faults.MAIL)} cells in {time.monotonic() - begun:.0f} s; the slowest stop took "
          "{:.1f} s ({})".format(*max(longest, default=(0, "none"))))
    expect(not wrong, f"{len(wrong)} of {len(faults.MAIL)} cells:\n" + "\n".join(wrong))


def _play_mail(world: World, base: Installation, cell: Cell, relay: BadRelay) -> float:
    """How long the slowest stop took."""
    installation = Installation(world, plain_relay=True)
    for file in base.directory.glob("register.sqlite*"):
        shutil.copy(file, installation.directory)

    def configure(host: str) -> None:
        ours = RELAY.format(host=host, port=relay.port, directory=world.directory, patience=PATIENCE,
                            authority=world.peers.certificates.authority)
        theirs = PLAIN_RELAY.format(plain=world.peers.relay.port)
        installation.configure()
        installation.configuration.write_text(installation.configuration.read_text().replace(theirs, ours))

    def stop(service: Service) -> float:
        begun = time.monotonic()
        expect_equal(service.stop(), 0, "exit of serve")
        return time.monotonic() - begun

    configure("nobody.invalid" if cell.at == "DNS" else "localhost")
    service = installation.serve()
    service.wait_for_log(SETTLED)
    if cell.verdict == "refused":
        wait_until(lambda: any(b"refused for good" in mail for mail in relay.taken), "the administrator is told")
    slowest, log = stop(service), service.log
    if cell.verdict not in ("delivered", "refused"):
        relay.mend()
        configure("localhost")
        if cell.verdict == "stop channel":
            installation.run("resume", "email", "--yes")
        installation.ahead = LATER["email"]
        service = installation.serve()
        service.wait_for_log(SETTLED)
        slowest = max(slowest, stop(service))
    message = reminders(installation, "email")
    check(cell, installation, message, log)
    copies = [mail for mail in relay.taken if f"Message-ID: <{message['wire_id']}@".encode() in mail]
    expect_equal(len(copies), cell.copies, "copies that the relay has")
    expect_equal(len(set(copies)) <= 1, True, "the copies are the same bytes")
    expect_equal(relay.faults, [], "faults of the peer itself")
    installation.run("ledger", "verify")
    return slowest


@case("fault matrix, webhooks: in every phase the outcome, verdict, tries, ledger and log are those of the manual")
def webhook_faults(world: World) -> None:
    cells = {f"cell-{number}": cell for number, cell in enumerate(faults.WEBHOOK)}
    installation = Installation(world, plain_relay=True)
    peers = {name: BadEndpoint(world.peers.certificates, cell.at, cell.does, cell.times, PATIENCE)
             for name, cell in cells.items()}
    for peer in peers.values():
        world.finally_do(peer.stop)

    def configure(mended: bool) -> None:
        installation.configure()
        text = "".join(
            ENDPOINT.format(
                name=name, port=peers[name].port, directory=world.directory, patience=PATIENCE,
                authority=world.peers.certificates.authority,
                host="localhost" if cell.at != "DNS" or mended else "nobody.invalid",
                allows=str(mended or cell.does != "a private address").lower())
            for name, cell in cells.items())
        configuration = installation.configuration
        configuration.write_text(configuration.read_text().replace("log:\n", text + "log:\n"))

    def events(service: Service) -> dict[str, int]:
        """By endpoint, how often the log told of an end of a try."""
        told: dict[str, int] = {}
        for match in re.finditer(SETTLED + r".*?channel=webhook:(\S+)", service.log):
            told[match[3]] = told.get(match[3], 0) + 1
        return told

    configure(mended=False)
    arm(installation, {f"Head of Pump {name}": {"name": f"Pat {name}", "webhook": name} for name in cells})
    service = installation.serve()
    waiting = {name for name, cell in cells.items() if cell.at == "connect"}

    def first_round() -> bool:
        told = events(service)
        for name in [name for name in waiting if name in told]:
            waiting.remove(name)
            peers[name].mend()
        return set(told) >= set(cells)

    wait_until(first_round, "a first try of each endpoint")
    expect_equal(service.stop(), 0, "exit of serve")
    log = service.log
    configure(mended=True)
    for name, cell in cells.items():
        if cell.at == "DNS":
            peers[name].mend()
        if cell.verdict == "stop channel":
            installation.run("resume", f"webhook:{name}", "--yes")
    installation.ahead = LATER["webhook"]
    service = installation.serve()
    wait_until(lambda: not rows(installation, "SELECT 1 FROM message WHERE state IN ('waiting', 'claimed')"),
               "nothing left to send", 60)
    expect_equal(service.stop(), 0, "exit of serve")

    def play(cell: Cell) -> None:
        name = next(name for name, each in cells.items() if each is cell)
        message = reminders(installation, f"webhook:{name}")
        check(cell, installation, message, log)
        peer = peers[name]
        expect_equal(len(peer.taken), cell.copies, "copies that the endpoint has")
        expect_equal({request.headers["webhook-id"] for request in peer.requests} - {f"msg_{message['wire_id']}"}, set(),
                     "other webhook-ids")
        # What the endpoint refused with 410 counts as no try: it is written anew when the channel goes on.
        same = peer.taken if cell.verdict == "stop channel" else peer.requests
        expect_equal(len({request.body for request in same}) <= 1, True, "the tries are the same bytes")
        expect_equal([request.path for request in peer.requests if request.path != "/in"], [], "other paths")
        for request in peer.requests:
            at = datetime.fromtimestamp(int(request.headers["webhook-timestamp"]), timezone.utc)
            signature = Webhook(SECRET).sign(request.headers["webhook-id"], at, request.body.decode())
            expect_equal(request.headers["webhook-signature"], signature, "signature")
        expect_equal(peer.faults, [], "faults of the peer itself")

    wrong = together(faults.WEBHOOK, play)
    refused = [cell for cell in faults.WEBHOOK if cell.verdict == "refused"]
    notices = [attempt for attempt in world.peers.relay.attempts if b"was refused for good" in attempt.content]
    print(f"          {len(cells)} cells")
    expect(not wrong, f"{len(wrong)} of {len(cells)} cells:\n" + "\n".join(wrong))
    expect_equal(len(notices), len(refused), "notices to the administrator")
    installation.run("ledger", "verify")


@case("fault matrix: the manual's page is the one that the matrix makes")
def manual(world: World) -> None:
    page = ROOT / "docs" / "faults.md"
    expect(page.read_text() == faults.page(), "docs/faults.md is out of date: python3 Tests/EndToEnd/faults.py > docs/faults.md")
