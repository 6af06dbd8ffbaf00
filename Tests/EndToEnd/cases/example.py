"""`docs/example.md` and `docs/simulate.md` say what is true: their commands, run in a copy of `Config/examples`, print
what stands there."""

import os
import re
import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

from harness import ROOT, World, case, expect, expect_equal

MORNING = datetime(2026, 11, 23, 9, 15, tzinfo=timezone.utc)  # the day that the page speaks of
REST = "..."  # the page leaves out the rest of what a command prints


def commands(page: str) -> list[tuple[str, list[str]]]:
    """Each command of the page, with the lines that it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```\n(.*?)^```$", page, re.M | re.S):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif block.startswith("$ "):
                found[-1][1].append(line)
    return found


def run_page(name: str, folder: Path, binary: Path) -> int:
    """Runs the commands of a page in a folder, at the page's time; how many there are."""
    shift = int(os.environ["CLOCK_SHIFT"]) + int((MORNING - datetime.now(timezone.utc)).total_seconds())
    environment = os.environ | {"CLOCK_SHIFT": str(shift), "COLUMNS": "80"}
    told = commands((ROOT / "docs" / name).read_text())
    for command, lines in told:
        program, *arguments = command.split()
        expect_equal(program, "duewatch", f"the program of {command}")
        done = subprocess.run([binary, *arguments], capture_output=True, text=True, timeout=60, cwd=folder,
                              env=environment)
        expect(done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}")
        compare(command, done.stdout.splitlines(), lines)
    return len(told)


def compare(command: str, printed: list[str], lines: list[str]) -> None:
    """The lines of the page, each run of them whole and in this order; `...` stands for any others."""
    if REST not in lines:
        return expect_equal("\n".join(printed), "\n".join(lines), command)
    rest = "\n".join(printed) + "\n"
    for run in "\n".join([*lines, ""]).split(f"{REST}\n"):
        expect(run in rest, f"{command}: expected in this order\n{run}\nfound\n{rest}")
        rest = rest[rest.index(run) + len(run):]
    return None


@case("the example of three plans passes check and import, and its forecasts are the ones that the manual explains")
def example(world: World) -> None:
    folder = world.directory / "brackwater"
    shutil.copytree(ROOT / "Config" / "examples", folder)
    expect(run_page("example.md", folder, world.binary) >= 9, "nine commands in the page")
    # The page on simulations goes on from there.
    before = (folder / "register.sqlite").read_bytes()
    expect(run_page("simulate.md", folder, world.binary) >= 1, "a command in the page")
    expect((folder / "register.sqlite").read_bytes() == before, "a simulation leaves the register as it is")
