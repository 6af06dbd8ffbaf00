"""Secrets and addresses: where they must never be found, with everything that went wrong told at the finest level."""

import base64
import re
from pathlib import Path

from cases.delivery import everything
from harness import World, case, expect, expect_equal, wait_until
from peers import postfix, receiver
from steps import foreseen, install_with_armed_plan, mails_of, webhooks_of

WRONG = "not the pass phrase of anybody"


def forms(secret: str, user: str = postfix.USER) -> list[bytes]:
    """A secret as it could be written: plain, in Base64, as AUTH PLAIN and AUTH LOGIN send it, in hexadecimal."""
    plain = secret.encode()
    coded = [base64.b64encode(plain), base64.b64encode(f"\0{user}\0{secret}".encode()), plain.hex().encode()]
    if secret.startswith("whsec_"):
        key = secret.removeprefix("whsec_")
        coded += [key.encode(), base64.b64decode(key), base64.b64decode(key).hex().encode()]
    return [plain, *coded]


def leaks(secret: str, places: dict[str, bytes]) -> list[str]:
    return [place for place, content in places.items() if any(form in content for form in forms(secret))]


def files(directory: Path, but: set[str]) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in directory.rglob("*") if path.is_file() and path.name not in but}


@case("no secret is found in any log at the finest level, error, register file, folder, command line or environment")
def secrets(world: World) -> None:
    installation = install_with_armed_plan(world, level="trace")
    forecast = foreseen(installation)
    service = installation.serve()
    everything(world, forecast)
    process = Path(f"/proc/{service.process.pid}")
    places = {name: (process / name).read_bytes() for name in ["cmdline", "environ"]}
    # A limit of one byte: nothing is written, and nothing is piped to a program either (core(5)).
    cores = re.search(r"Max core file size +(\d+) +(\d+)", (process / "limits").read_text())
    expect(cores and int(cores[2]) <= 1, f"the limit of core files: {cores}")
    service.stop()

    # And with the wrong password: the server's answer, and ours, must not quote it.
    installation.secret("smtp-password", WRONG)
    refused = installation.run("test-send", "--to", "administrator", code=None)
    expect(refused.code != 0 and "535" in refused.out + refused.err, f"the wrong password is refused: {refused}")
    places["test-send"] = (refused.out + refused.err).encode()
    installation.secret("webhook-secret", "whsec_too-short")
    for command in ["check", "serve"]:
        result = installation.run(command, code=78)
        expect('webhook "receiver"' in result.err, f"{command} names the endpoint: {result}")
        places[f"{command} with a bad webhook secret"] = (result.out + result.err).encode()
    places |= files(world.directory, {"smtp-password", "webhook-secret"})
    expect(any(place.endswith("register.sqlite") for place in places), "the register was searched")
    expect(len(places) > 6, f"places that were searched: {sorted(places)}")
    expect_equal(leaks(postfix.PASSWORD, {"here": postfix.PASSWORD.encode()}), ["here"], "the search itself")
    for secret in [postfix.PASSWORD, receiver.SECRET, WRONG, "whsec_too-short"]:
        expect_equal(leaks(secret, places), [], f"places with {secret}")


@case("at the level info no log line holds an address or a name")
def addresses(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    world.peers.receiver.answer_next(503)
    service = installation.serve()
    messages = len(mails_of(forecast)) + len(webhooks_of(forecast))
    wait_until(lambda: service.log.count("event=message.accepted") >= messages, "all delivered")
    service.stop()
    expect_equal(re.findall(r"\S+@\S+", service.log), [], "addresses in the log")
    expect_equal(re.findall(r"Owner \d+|The Administrator", service.log), [], "names in the log")
    expect(all(line.startswith("ts=") and " event=" in line for line in service.log.splitlines()),
           f"each line is one event: {service.log[:2000]}")


@case("a mail server that refuses our password stops that channel once, loudly, and a reload mends it")
def wrong_password(world: World) -> None:
    installation = install_with_armed_plan(world)
    forecast = foreseen(installation)
    installation.secret("smtp-password", WRONG)
    before = world.peers.postfix.log().count("authentication failed")
    service = installation.serve()
    service.wait_for_log("event=channel.stopped.*535")
    wait_until(lambda: len(world.peers.receiver.deliveries) >= len(webhooks_of(forecast)), "webhooks go on")
    refused = world.peers.postfix.log().count("authentication failed") - before
    expect_equal(refused, 1, "logins with the wrong password: the first one, by one mechanism")
    installation.secret("smtp-password", postfix.PASSWORD)
    service.reload()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast)), "all mails after the reload")
    expect_equal(service.stop(), 0, "exit of serve")
    expect_equal(sorted(message["Delivered-To"] for message in world.peers.postfix.messages()),
                 [recipient for recipient, *_ in mails_of(forecast)], "recipients")
