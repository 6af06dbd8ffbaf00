"""Bad documents, settings, owners files and arguments: a clear error, the right exit status, nothing changed."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from harness import World, case, expect, expect_equal
from program import Installation, Result
from steps import install_with_armed_plan, plan_to_try

# of sysexits.h
DATA, NO_INPUT, CONFIGURATION = 65, 66, 78


def expect_clear(result: Result, code: int | tuple[int, ...], *words: str) -> None:
    codes = code if isinstance(code, tuple) else (code,)
    expect(result.code in codes, f"expected exit {codes}, {result}")
    for word in words:
        expect(word in result.err, f"the error does not mention {word!r}: {result}")
    for crash in ["Fatal error", "Stack dump", "Swift runtime", "Illegal instruction", "NSError", "Optional("]:
        expect(crash not in result.err, f"a crash, or its insides: {result}")


def contents(register: Path) -> list[str]:
    """The register as SQL, to compare before and after; from a copy, since reading it in place writes beside it."""
    with tempfile.TemporaryDirectory() as directory:
        for suffix in ["", "-wal"]:
            if (part := Path(f"{register}{suffix}")).exists():
                shutil.copy(part, Path(directory) / f"copy{suffix}")
        if not (Path(directory) / "copy").exists():
            return []
        with closing(sqlite3.connect(Path(directory) / "copy")) as connection:
            return list(connection.iterdump())


def half(path: Path) -> bytes:
    content = path.read_bytes()
    return content[: len(content) // 2]


DOCUMENTS: list[tuple[str, Callable[[], bytes], tuple[int, ...]]] = [
    ("a binary file", lambda: bytes(range(256)) * 512, (DATA,)),
    ("an empty file", lambda: b"", (DATA,)),
    ("a file of NULs", lambda: b"\0" * 65536, (DATA,)),
    ("a PDF file", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", (DATA,)),
    ("text that is no plan", lambda: b"Dear all,\n\nthe meeting is on Tuesday.\n", (DATA,)),
    ("a plan with broken bytes", lambda: plan_to_try().read_bytes()[:2000] + b"\xff\xfe\x80" * 9, (1, DATA)),
    ("one line of a megabyte", lambda: b"Rec No\t" * 150_000, (DATA,)),
    # Half a plan can be read as far as it goes: what it lacks stands on the worklist.
    ("half a plan", lambda: half(plan_to_try()), (1,)),
]


@case("documents that are no plan are refused with 65 and change nothing, half a plan says what it lacks")
def documents(world: World) -> None:
    installation = install_with_armed_plan(world)
    before = contents(installation.register)
    for name, content, codes in DOCUMENTS:
        path = world.directory / f"{name}.txt"
        path.write_bytes(content())
        dry = installation.run("import", "--dry-run", path, code=None)
        expect_clear(dry, codes)
        if dry.code == DATA:
            expect_equal(dry.out, "", f"standard output of a dry run of {name}")
            expect_clear(installation.run("import", path, "--as", "bad", code=None), DATA, path.name)
        expect_equal(contents(installation.register), before, f"the register after {name}")
    cut = installation.run("import", "--dry-run", world.directory / "half a plan.txt", code=1)
    expect("stops" in cut.out or "cut off" in cut.out or "middle" in cut.out, f"half a plan says what it lacks: {cut}")
    missing = world.directory / "missing.txt"
    expect_clear(installation.run("import", missing, "--as", "bad", code=None), NO_INPUT, missing.name)
    folder = installation.run("import", world.directory, "--as", "bad", code=None)
    expect_clear(folder, (DATA, NO_INPUT), str(world.directory))
    expect_equal(contents(installation.register), before, "the register after all of it")


@case("a configuration with a wrong field is refused with 78, naming file, line and field, and starts nothing")
def wrong_field(world: World) -> None:
    installation = Installation(world)
    installation.configure("brake:\n  message: 3\n")
    line = len(installation.configuration.read_text().splitlines())
    for command in [["check"], ["status"], ["serve"], ["import", plan_to_try(), "--as", "plan"]]:
        result = installation.run(*command, code=None)
        expect_clear(result, CONFIGURATION, f"duewatch.yaml:{line}: error: brake.message", 'did you mean "messages"?')
    expect(not installation.register.exists(), "no register was made")
    for name, content in [("binary", bytes(range(256))), ("empty", b""), ("broken", b"delivery: [\n"),
                          ("a list", b"- one\n- two\n")]:
        installation.configuration.write_bytes(content)
        expect_clear(installation.run("check", code=None), CONFIGURATION, "duewatch.yaml")
    installation.configuration.unlink()
    for command in ["check", "serve"]:
        expect_clear(installation.run(command, code=None), (NO_INPUT, CONFIGURATION), "duewatch.yaml")


OWNERS: list[tuple[str, str, str]] = [
    ("a key that is unknown", "owners:\n  - post: Chief\n    holdr: {name: A}\n",
     "owners.yaml:3: error: owners[1].holdr"),
    ("an address elsewhere", "owners:\n  - post: Chief\n    holder: {name: A, email: a@elsewhere.test}\n",
     "owners.yaml:3: error: owners[1].holder.email"),
    ("an address with a line break",
     'owners:\n  - post: Chief\n    holder: {name: A, email: "a@example.test\\r\\nBcc: b"}\n',
     "owners.yaml:3: error: owners[1].holder.email"),
    ("no list", "owners: Chief\n", "owners.yaml:1: error: owners"),
    ("an endpoint that is unknown", "owners:\n  - post: Chief\n    holder: {name: A, webhook: other}\n",
     "owners.yaml:3: error: owners[1].holder.webhook"),
    ("no post", "owners:\n  - holder: {name: A, email: a@example.test}\n", "owners.yaml:2: error: owners[1]"),
]


@case("an owners file with a mistake is refused, naming file, line and field, and changes nothing")
def owners(world: World) -> None:
    installation = install_with_armed_plan(world)
    before = contents(installation.register)
    path = world.directory / "owners.yaml"
    for name, text, expected in OWNERS:
        path.write_text(text)
        result = installation.run("owners", "import", path, "--yes", code=None)
        expect_clear(result, (DATA, CONFIGURATION), expected)
        expect_equal(contents(installation.register), before, f"the register after {name}")
    path.unlink()
    expect_clear(installation.run("owners", "import", path, "--yes", code=None), NO_INPUT, path.name)


@case("wrong arguments are 64, what the register does not have is 65, no register is 66, and nothing is changed")
def arguments(world: World) -> None:
    installation = Installation(world)
    expect_clear(installation.run("targets", code=None), NO_INPUT, "register.sqlite")
    expect(not installation.register.exists(), "a command that only reads makes no register")
    installation = install_with_armed_plan(world)
    before = contents(installation.register)
    said = ["--by", "A", "--on", "2026-11-01", "--because", "B", "--yes"]
    for code, command in [
            (64, ["import"]), (64, ["nonsense"]), (64, ["targets", "--due-before", "soon"]),
            (64, ["resume", "--nonsense"]),
            (64, ["import", plan_to_try(), "--as", "Not A Name"]), (64, ["retry"]), (64, ["answer", "plan/1.1", *said]),
            (65, ["arm", "other", "--yes"]), (65, ["show", "plan/99.1"]), (65, ["targets", "--plan", "other"]),
            (65, ["answer", "plan/1.1", "plan/99.1", "--done", *said]), (65, ["retry", "9999"]),
            (65, ["test-send", "--to", "Nobody In Particular"])]:
        expect_clear(installation.run(*command, code=None), code)
        expect_equal(contents(installation.register), before, f"the register after {command}")
