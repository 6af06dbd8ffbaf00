"""Bad input and bad surroundings: a clear error with the right exit status, nothing changed, never a crash."""

import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

from cases.plans import install_with_armed_plan, plan_to_try
from harness import Absent, World, case, expect, expect_equal
from program import Installation, Result

# of sysexits.h
DATA, NO_INPUT, CANNOT_CREATE, INPUT_OUTPUT, NO_PERMISSION, CONFIGURATION = 65, 66, 73, 74, 77, 78


def expect_clear(result: Result, code: int | tuple[int, ...], *words: str) -> None:
    codes = code if isinstance(code, tuple) else (code,)
    expect(result.code in codes, f"expected exit {codes}, {result}")
    for word in words:
        expect(word in result.err, f"the error does not mention {word!r}: {result}")
    for crash in ["Fatal error", "Stack dump", "Swift runtime", "Illegal instruction"]:
        expect(crash not in result.err, f"a crash: {result}")


def contents(installation: Installation) -> list[str]:
    """The register as SQL, to compare before and after."""
    if not installation.register.exists():
        return []
    with sqlite3.connect(f"file:{installation.register}?mode=ro", uri=True) as register:
        return list(register.iterdump())


def half(path: Path) -> bytes:
    content = path.read_bytes()
    return content[: len(content) // 2]


DOCUMENTS: list[tuple[str, Callable[[], bytes], tuple[int, ...]]] = [
    ("a binary file", lambda: bytes(range(256)) * 512, (DATA,)),
    ("an empty file", lambda: b"", (DATA,)),
    ("a file of NULs", lambda: b"\0" * 65536, (DATA,)),
    ("text that is no plan", lambda: b"Dear all,\n\nthe meeting is on Tuesday.\n", (DATA,)),
    ("a plan in Latin-1 with a broken byte", lambda: plan_to_try().read_bytes()[:2000] + b"\xff\xfe\x80" * 9, (1, DATA)),
    # Half a plan can be read as far as it goes: what it lacks stands on the worklist.
    ("half a plan", lambda: half(plan_to_try()), (1, DATA)),
]


@case("documents that are no plan are refused with 65 and change nothing, half a plan says what it lacks")
def documents(world: World) -> None:
    installation = install_with_armed_plan(world)
    before = contents(installation)
    for name, content, codes in DOCUMENTS:
        path = world.directory / f"{name}.txt"
        path.write_bytes(content())
        result = installation.run("import", "--dry-run", path, code=None)
        expect_clear(result, codes)
        if codes == (DATA,):
            expect_clear(installation.run("import", "--as", "bad", path, code=None), DATA, path.name)
        expect_equal(contents(installation), before, f"the register after {name}")
    missing = world.directory / "missing.txt"
    expect_clear(installation.run("import", "--as", "bad", missing, code=None), NO_INPUT, missing.name)
    expect_clear(installation.run("import", "--as", "bad", world.directory, code=None), (DATA, NO_INPUT))


@case("a configuration with a wrong field is refused with 78, naming file, line and field")
def wrong_field(world: World) -> None:
    installation = Installation(world)
    installation.configure("tell-them-twice: yes\n")
    line = str(len(installation.configuration.read_text().splitlines()))
    for command in ["check", "status", "serve"]:
        result = installation.run(command, code=None)
        expect_clear(result, CONFIGURATION, "duewatch.yaml", line, "tell-them-twice")
    installation.configuration.unlink()
    expect_clear(installation.run("check", code=None), (NO_INPUT, CONFIGURATION), "duewatch.yaml")


@case("a register from a newer version, or of another program, is refused and left as it was")
def newer_register(world: World) -> None:
    installation = install_with_armed_plan(world)
    whole = installation.register.read_bytes()
    with sqlite3.connect(installation.register) as register:
        register.execute("PRAGMA user_version = 9999")
    register.close()
    _refuses_and_leaves(installation, "newer")
    installation.register.write_bytes(whole)
    with sqlite3.connect(installation.register) as register:
        register.execute("PRAGMA application_id = 1")
    register.close()
    _refuses_and_leaves(installation, "duewatch")
    installation.register.write_bytes(b"not a database at all, but long enough to be mistaken for one " * 99)
    _refuses_and_leaves(installation, "register.sqlite")


def _refuses_and_leaves(installation: Installation, word: str) -> None:
    before = installation.register.read_bytes()
    for command in [["targets"], ["serve"], ["arm", "plan", "--yes"]]:
        expect_clear(installation.run(*command, code=None), (DATA, CONFIGURATION), word)
        expect_equal(installation.register.read_bytes() == before, True, f"the register is untouched by {command[0]}")


@case("a read-only directory is refused with a clear error")
def read_only(world: World) -> None:
    installation = Installation(world)
    place = _mounted(world, "read-only", "size=1m")
    installation.configuration.write_text(
        installation.configuration.read_text().replace(str(installation.register), str(place / "register.sqlite")))
    _mount("-o", "remount,ro", place)
    result = installation.run("import", "--as", "plan", plan_to_try(), code=None)
    expect_clear(result, (CANNOT_CREATE, INPUT_OUTPUT, NO_PERMISSION), str(place))


@case("a full disk is a clear error, changes nothing, and is over when there is room again")
def full_disk(world: World) -> None:
    installation = Installation(world)
    place = _mounted(world, "full", "size=4m")
    register = place / "register.sqlite"
    installation.configuration.write_text(
        installation.configuration.read_text().replace(str(installation.register), str(register)))
    installation.register = register
    installation.run("plans")
    ballast = place / "ballast"
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(b"\0" * 4096)
                file.flush()
        except OSError:
            pass
    before = contents(installation)
    result = installation.run("import", "--as", "plan", plan_to_try(), code=None)
    expect_clear(result, (CANNOT_CREATE, INPUT_OUTPUT), "register.sqlite")
    expect_equal(contents(installation), before, "the register after the full disk")
    ballast.unlink()
    expect(installation.run("import", "--as", "plan", plan_to_try(), code=None).code in (0, 1), "import with room again")


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
