"""Registers that are none of ours, directories that cannot be written, full disks: said clearly, left alone."""

import os
import sqlite3
import subprocess
import time
from collections import Counter
from pathlib import Path

from cases.bad_input import DATA, contents, expect_clear
from cases.crashes import settled
from harness import Absent, World, case, expect, expect_equal, wait_until
from program import Installation
from steps import (foreseen, give_everybody_an_address, import_plan, install_with_armed_plan, mails_of,
                   plan_to_try)

# of sysexits.h
CANNOT_CREATE, INPUT_OUTPUT, NO_PERMISSION = 73, 74, 77
NOBODY = 65534


@case("a register from a newer version, or of another program, is refused with 65 and left as it was, byte for byte")
def newer_register(world: World) -> None:
    installation = install_with_armed_plan(world)
    whole = installation.register.read_bytes()
    _change(installation.register, "PRAGMA user_version = 9999")
    _refuses_and_leaves(installation, "later version", "9999")
    installation.register.write_bytes(whole)
    _change(installation.register, "PRAGMA application_id = 1")
    _refuses_and_leaves(installation, "register.sqlite")
    installation.register.unlink()
    _change(installation.register, "CREATE TABLE recipe (name TEXT)")
    _refuses_and_leaves(installation, "register.sqlite")
    installation.register.write_bytes(b"not a database at all, but long enough to be mistaken for one " * 99)
    _refuses_and_leaves(installation, "register.sqlite")


def _change(register: Path, statement: str) -> None:
    connection = sqlite3.connect(register)
    connection.execute(statement)
    connection.commit()
    connection.close()


def _refuses_and_leaves(installation: Installation, *words: str) -> None:
    before = installation.register.read_bytes()
    for command in [["targets"], ["serve"], ["arm", "plan", "--yes"], ["import", plan_to_try(), "--as", "plan"],
                    ["pause", "--because", "x"]]:
        expect_clear(installation.run(*command, code=None), DATA, *words)
        expect_equal(installation.register.read_bytes() == before, True, f"the register is untouched by {command[0]}")


@case("a read-only file system and a missing directory are refused with a clear error")
def read_only(world: World) -> None:
    installation = Installation(world)
    place = _mounted(world, "read-only", "size=8m")
    _put_register(installation, place / "register.sqlite")
    _mount("-o", "remount,ro", place)
    result = installation.run("import", plan_to_try(), "--as", "plan", code=None)
    expect_clear(result, (CANNOT_CREATE, NO_PERMISSION), str(place))
    expect_equal(list(place.iterdir()), [], "what was left there")
    _mount("-o", "remount,rw", place)
    import_plan(installation, plan_to_try(), "plan")
    before = contents(installation.register)
    _mount("-o", "remount,ro", place)
    for command in [["arm", "plan", "--yes"], ["serve"]]:
        expect_clear(installation.run(*command, code=None), NO_PERMISSION, str(place))
    expect_equal(contents(installation.register), before, "the register on the read-only file system")
    _put_register(installation, world.directory / "missing" / "register.sqlite")
    result = installation.run("import", plan_to_try(), "--as", "plan", code=None)
    expect_clear(result, CANNOT_CREATE, str(world.directory / "missing"))


@case("another user is refused with 77 and told the sudo line, and leaves everything as it was")
def another_user(world: World) -> None:
    installation = install_with_armed_plan(world)
    world.directory.chmod(0o755)
    before = contents(installation.register)
    for command in [["status"], ["pause", "--because", "x"], ["serve"]]:
        installation.configuration.chmod(0o644)
        for secret in ["smtp-password", "webhook-secret"]:
            os.chown(world.directory / secret, NOBODY, NOBODY)
        result = installation.run(*command, code=None, user=NOBODY)
        expect_clear(result, NO_PERMISSION, "register.sqlite")
        if command[0] != "serve":
            expect(f"sudo -u root duewatch {command[0]}" in result.err, f"the line to type: {result}")
    expect_equal(contents(installation.register), before, "the register")
    elsewhere = world.directory / "root-only"
    elsewhere.mkdir(mode=0o755)
    _put_register(installation, elsewhere / "register.sqlite")
    result = installation.run("import", plan_to_try(), "--as", "plan", code=None, user=NOBODY)
    expect_clear(result, (CANNOT_CREATE, NO_PERMISSION), str(elsewhere))
    expect_equal(list(elsewhere.iterdir()), [], "what was left there")


@case("a full disk is a clear error, changes nothing, and is over when there is room again")
def full_disk(world: World) -> None:
    installation = Installation(world)
    place = _mounted(world, "full", "size=4m")
    _put_register(installation, place / "register.sqlite")
    import_plan(installation, plan_to_try(), "plan")
    for room in [0, 4096, 65536]:
        ballast = _fill(place, room)
        before = contents(installation.register)
        result = installation.run("import", plan_to_try(), "--as", "another", code=None)
        expect_clear(result, INPUT_OUTPUT, "register.sqlite")
        expect_equal(contents(installation.register), before, f"the register with {room} bytes of room")
        ballast.unlink()
    import_plan(installation, plan_to_try(), "another")


@case("a service whose disk is full stays up, says so, and goes on by itself when there is room again")
def full_disk_service(world: World) -> None:
    installation = Installation(world, plain_relay=True)
    place = _mounted(world, "full", "size=8m")
    _put_register(installation, place / "register.sqlite")
    import_plan(installation, plan_to_try(), "plan")
    installation.run("arm", "plan", "--yes")
    service = installation.serve()
    wait_until(lambda: settled(installation), "nothing left to send")
    told = len(world.peers.relay.attempts)
    ballast = _fill(place, 0)
    late = next(target for target in installation.run("targets", "--format", "json").json() if target["late"])
    answer = ["answer", late["reference"], "--done", "--by", "A", "--on", "2026-11-01", "--because", "x", "--yes"]
    expect_clear(installation.run(*answer, code=None), INPUT_OUTPUT, "register.sqlite")
    service.reload()  # looks at everything again, and must write
    service.wait_for_log("event=register.failed")
    expect_equal(service.process.poll(), None, "exit of serve on a full disk")
    ballast.unlink()
    service.wait_for_log("event=register.recovered")
    give_everybody_an_address(installation)
    installation.run(*answer)
    wait_until(lambda: len(world.peers.relay.attempts) > told, "mail once there is room")
    expect_equal(service.stop(), 0, "exit of serve")
    installation.run("ledger", "verify")


@case("a service whose file system turns read-only stays up, says so, sends nothing more, and repeats no more than was in doubt")
def read_only_service(world: World) -> None:
    installation = Installation(world, plain_relay=True)
    image, place = world.directory / "disk", world.directory / "turns-read-only"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(32 << 20)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    _mount("-o", "loop", image, place)
    world.finally_do(lambda: subprocess.run(["umount", "--lazy", place], check=True))
    _put_register(installation, place / "register.sqlite")
    import_plan(installation, plan_to_try(), "plan")
    give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    forecast = mails_of(foreseen(installation))
    relay = world.peers.relay
    relay.delay = 2
    service = installation.serve()
    wait_until(lambda: relay.attempts, "a mail in the relay's hands")
    _mount("-o", "remount,abort", place)  # what the kernel does itself when a disk fails
    service.wait_for_log("event=register.failed")
    given = len(relay.attempts)
    expect(given < len(forecast), f"{given} of {len(forecast)} mails were given to the relay before")
    expect_clear(installation.run("pause", "--because", "x", code=None), (INPUT_OUTPUT, NO_PERMISSION), "register.sqlite")
    time.sleep(relay.delay + 1)
    expect_equal(len(relay.attempts), given, "mails that left without a register to note them in")
    expect_equal(service.process.poll(), None, "exit of serve on a read-only file system")
    expect(service.stop() >= 0, "serve ends in order")
    subprocess.run(["umount", place], check=True)
    subprocess.run(["e2fsck", "-p", image], check=False, capture_output=True)
    _mount("-o", "loop", image, place)
    relay.delay = 0
    service = installation.serve()
    wait_until(lambda: settled(installation), "nothing left to send")
    expect_equal(service.stop(), 0, "exit of serve")
    times = Counter(attempt.id for attempt in relay.attempts)
    repeated = [id for id, count in times.items() if count > 1]
    expect(set(repeated) <= {attempt.id for attempt in relay.attempts[:given]} and max(times.values()) <= 2,
           f"only what was in doubt came twice: {times}")
    for id in repeated:
        expect_equal(len({attempt.content for attempt in relay.attempts if attempt.id == id}), 1, f"bytes of {id}")
    told = {recipient for attempt in relay.attempts for recipient in attempt.recipients}
    expect_equal(sorted({recipient for recipient, *_ in forecast} - told), [], "recipients whom nothing reached")
    installation.run("ledger", "verify")


def _put_register(installation: Installation, register: Path) -> None:
    text = installation.configuration.read_text()
    installation.configuration.write_text(text.replace(f"register: {installation.register}", f"register: {register}"))
    installation.register = register


def _fill(place: Path, room: int) -> Path:
    """Leaves so many bytes free."""
    ballast = place / "ballast"
    file = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(file, b"\0" * 4096)
    except OSError:
        pass
    os.ftruncate(file, os.fstat(file).st_size - room)
    os.close(file)
    return ballast


def _mounted(world: World, name: str, options: str) -> Path:
    """A small file system of its own in memory."""
    place = world.directory / name
    place.mkdir()
    _mount("-t", "tmpfs", "-o", options, "tmpfs", place)
    world.finally_do(lambda: subprocess.run(["umount", "--lazy", place], check=True))
    return place


def _mount(*arguments: object) -> None:
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise Absent(f"the right to mount a tmpfs ({done.stderr.strip()})")
