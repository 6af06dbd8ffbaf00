"""What an endpoint asks for, is told, and which way leads there; and the schemas of what it is told."""

import json
import os
from datetime import date
from typing import Any

from harness import ROOT, World, case, expect, expect_equal, wait_until
from jsonschema import Draft202012Validator, FormatChecker
from peers import receiver
from peers.proxy import Proxy
from program import Installation
from referencing import Registry, Resource
from standardwebhooks import Webhook
from steps import days_ahead, foreseen, install_with_armed_plan, webhooks_of

SCHEMAS = ROOT / "docs" / "events"
NEW_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
TOKEN = "token-of.the~case_system+/=="


def schemas() -> tuple[dict[str, Any], Registry]:
    found = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in SCHEMAS.iterdir()}
    return found, Registry().with_resources((each["$id"], Resource.from_contents(each)) for each in found.values())


def faults_of(payload: Any) -> list[str]:
    found, registry = schemas()
    if payload["type"] not in found:
        return [f"no schema for {payload['type']}"]
    validator = Draft202012Validator(found[payload["type"]], registry=registry, format_checker=FormatChecker())
    return [f"{payload['type']}: {error.json_path}: {error.message}" for error in validator.iter_errors(payload)]


def configured(world: World, lines: str, *, authority: bool = True) -> Installation:
    """An installation whose endpoint has these lines more."""
    installation = install_with_armed_plan(world)
    trust = f"    ca-file: {world.peers.certificates.authority}\n" if authority else ""
    installation.endpoint = trust + "".join(f"    {line}\n" for line in lines.splitlines())
    installation.configure()
    return installation


def deliver(world: World, installation: Installation) -> list[receiver.Delivery]:
    """What the receiver gets of all that is foreseen for it."""
    wanted = len(webhooks_of(foreseen(installation)))
    expect(wanted, "webhooks are foreseen")
    service = installation.serve()
    wait_until(lambda: len(world.peers.receiver.deliveries) >= wanted, "the webhooks")
    expect_equal(service.stop(), 0, "exit of serve")
    return world.peers.receiver.deliveries


@case("every schema is one, and none is kept for an event that there is not")
def well_formed(world: World) -> None:
    found, _ = schemas()
    for name, schema in found.items():
        Draft202012Validator.check_schema(schema)
        expect_equal(schema["$id"], f"urn:duewatch:event:{name}", "id of the schema")
    expect(faults_of({"type": "reminder.overdue", "timestamp": "2026-01-01T00:00:00Z", "data": {}}),
           "an empty body is refused: the schemas can fail")


@case("while a secret is replaced both signatures hold, an id stays over retries, and each try has its own time")
def rotation(world: World) -> None:
    installation = configured(world, f"allow: [127.0.0.1]\nprevious-secret-file: {world.directory}/old-secret")
    installation.secret("webhook-secret", NEW_SECRET)
    installation.secret("old-secret", receiver.SECRET)
    world.peers.receiver.answer_next(503)
    wanted = len(webhooks_of(foreseen(installation)))
    service = installation.serve()
    wait_until(lambda: len(world.peers.receiver.deliveries) > wanted, "one try more than webhooks")
    service.stop()
    first, *others = world.peers.receiver.deliveries
    for delivery in world.peers.receiver.deliveries:
        expect_equal(delivery.verified, "", "with the old secret")
        Webhook(NEW_SECRET).verify(delivery.body, delivery.headers)
        expect_equal(len(delivery.headers["webhook-signature"].split()), 2, "signatures")
    [again] = [delivery for delivery in others if delivery.id == first.id]
    expect_equal(again.body, first.body, "the repeated body")
    expect(again.timestamp > first.timestamp, f"times of the tries: {first.timestamp}, {again.timestamp}")


@case("a bearer token or a header of its own reaches the endpoint, and is found nowhere else")
def authentication(world: World) -> None:
    for lines, header, value in [
            ("auth: {{bearer-file: {0}/token}}", "authorization", f"Bearer {TOKEN}"),
            ("auth: {{header: X-Api-Key, value-file: {0}/token}}", "x-api-key", TOKEN)]:
        world.peers.receiver.forget()
        inner = World(world.peers, world.binary, world.directory / header)
        inner.directory.mkdir()
        installation = configured(inner, "allow-private-addresses: true\n" + lines.format(inner.directory))
        installation.level = "trace"
        installation.configure()
        installation.secret("token", TOKEN)
        deliveries = deliver(inner, installation)
        expect_equal({delivery.headers.get(header) for delivery in deliveries}, {value}, header)
        expect_equal([delivery.verified for delivery in deliveries if delivery.verified], [], "bad signatures")
        # And with a token that would end the header's line.
        installation.secret("token", f"{TOKEN}\r\nX-Other: 1")
        for command in ["check", "serve"]:
            result = installation.run(command, code=78)
            expect(TOKEN not in result.out + result.err and "receiver" in result.err, f"{command}: {result}")
        leaks = [path for path in inner.directory.rglob("*")
                 if path.is_file() and path.name != "token" and TOKEN.encode() in path.read_bytes()]
        expect_equal(leaks, [], "files with the token")
        inner.close()


@case("a certificate that nobody vouches for is refused, unless checking is turned off, which is said aloud")
def certificate(world: World) -> None:
    installation = configured(world, "allow: [127.0.0.1]", authority=False)
    service = installation.serve()
    service.wait_for_log("event=message.deferred")
    expect_equal(service.stop(), 0, "exit of serve")
    expect_equal(world.peers.receiver.deliveries, [], "what was sent without trust")
    installation.endpoint += "    verify-tls: false\n"
    installation.configure()
    expect("verify-tls" in installation.run("check").err, "check warns")
    service = installation.serve()
    service.wait_for_log("event=configuration.warning.*verify-tls")
    service.stop()


@case("a proxy is used only where it is named and allowed; those of the environment are not")
def proxy(world: World) -> None:
    peer = Proxy()
    peer.start()
    world.finally_do(peer.stop)
    os.environ |= {"https_proxy": peer.url, "http_proxy": peer.url, "ALL_PROXY": peer.url}
    try:
        deliver(world, configured(world, "allow: [127.0.0.1]"))
    finally:
        for name in ["https_proxy", "http_proxy", "ALL_PROXY"]:
            del os.environ[name]
    expect_equal(peer.requests, [], "what went through the environment's proxy")
    world.peers.receiver.forget()
    inner = World(world.peers, world.binary, world.directory / "proxied")
    inner.directory.mkdir()
    installation = configured(inner, f"allow: [127.0.0.1]\nproxy: {peer.url}")
    deliver(inner, installation)
    inner.close()
    expect(peer.requests, "the proxy was gone through")
    for head in peer.requests:
        expect(head.startswith("CONNECT 127.0.0.1:"), f"a tunnel: {head}")
        expect("webhook-" not in head.lower(), f"nothing of the request is shown: {head}")


def hear_of_answers(world: World, lines: str) -> list[receiver.Delivery]:
    """What an endpoint hears that asked for answers: reminders, an answer, the same undone, a new date."""
    installation = configured(world, "allow: [127.0.0.1]\nevents: [reminders, answers]\n" + lines)
    wanted = len(webhooks_of(foreseen(installation)))
    service = installation.serve()
    heard = world.peers.receiver.deliveries
    wait_until(lambda: len(heard) >= wanted, "the reminders")
    references = [target["reference"] for target in installation.run("targets", "--format", "json").json()
                  if target["due"]]
    said = ["--by", "A. Jones", "--on", "2026-11-01", "--because", "reply by email", "--yes"]
    installation.run("answer", references[0], "--on-track", "--until", days_ahead(200), *said)
    installation.run("amend", "1", "--because", "misheard", "--yes")
    installation.run("answer", references[1], "--new-date", "31 December 2029", *said)
    wait_until(lambda: len(heard) >= wanted + 4, "four events")
    expect_equal(service.stop(), 0, "exit of serve")
    expect_equal([delivery.verified for delivery in heard if delivery.verified], [], "bad signatures")
    expect_equal(sorted(delivery.payload["type"] for delivery in heard[wanted:]),
                 ["target.answered"] * 3 + ["target.date_changed"], "types")
    expect_equal([fault for delivery in heard for fault in faults_of(delivery.payload)], [], "faults by the schemas")
    expect_equal([delivery for delivery in heard if b"@" in delivery.body], [], "bodies with an address")
    return heard[wanted:]


@case("an endpoint that asks for answers hears of each, and every payload keeps to its schema")
def answers(world: World) -> None:
    events = [delivery.payload for delivery in hear_of_answers(world, "")]
    told = [event["data"]["answer"] for event in events if event["type"] == "target.answered"]
    expect_equal([(answer["kind"], answer["undone"]) for answer in told],
                 [("on_track", False), ("on_track", True), ("new_date", False)], "answers")
    [changed] = [event["data"] for event in events if event["type"] == "target.date_changed"]
    expect_equal(changed["after"]["due"], str(date(2029, 12, 31)), "the new day")
    expect(changed["before"]["due"] < changed["after"]["due"], f"and the old one: {changed}")


@case("a thin endpoint is told reference, stage and link, and no name and no text")
def thin(world: World) -> None:
    link = "https://cases.example/?ref={reference}"
    hear_of_answers(world, f'thin: true\nlink: "{link}"')
    for delivery in world.peers.receiver.deliveries:
        data = delivery.payload["data"]
        expect(set(data) <= {"reference", "stage", "link"}, f"keys: {data}")
        expect_equal(data["link"], link.format(reference=data["reference"].replace("/", "%2F")), "link")


@case("a template with a fault is found by check, changes nothing at a reload, and stops no mail")
def templates(world: World) -> None:
    installation = install_with_armed_plan(world, mode="folder")
    folder = world.directory / "templates"
    folder.mkdir()
    (folder / "foot.txt").write_text("\nThe harbour office\n")
    installation.configure(f"templates: {folder}\n")
    installation.run("check")
    service = installation.serve()
    wait_until(lambda: list((installation.folder / "new").glob("*")), "mails in the folder")
    (folder / "head.txt").write_text("Dear {{#name}}\n")
    (folder / "leter.txt").write_text("x\n")
    service.reload()
    service.wait_for_log("event=configuration.kept")
    result = installation.run("check", code=78)
    expect("head.txt, line" in result.err and 'did you mean "letter.txt"' in result.err, f"what check says: {result}")
    expect_equal(service.stop(), 0, "exit of serve")
    texts = [path.read_text() for path in (installation.folder / "new").iterdir()]
    expect(all("The harbour office" in text for text in texts), "the administrator's words are in every mail")
    service = installation.serve()
    service.wait_for_log("event=template.failed")
    installation.run("test-send", "--to", "administrator")
    new = installation.folder / "new"
    wait_until(lambda: len(list(new.iterdir())) == len(texts) + 2, "the test message and the daily note")
    expect(any("A template of yours" in path.read_text() for path in new.iterdir()), "the note tells of the template")
    service.stop()
