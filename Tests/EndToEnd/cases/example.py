"""`docs/example.md` says what is true: its commands, run in a copy of `Config/examples`, print what stands there."""

import os
import re
import shutil
import subprocess
from datetime import datetime, timezone

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


@case("the example of three plans passes check and import, and its forecasts are the ones that the manual explains")
def example(world: World) -> None:
    folder = world.directory / "brackwater"
    shutil.copytree(ROOT / "Config" / "examples", folder)
    shift = int(os.environ["CLOCK_SHIFT"]) + int((MORNING - datetime.now(timezone.utc)).total_seconds())
    environment = os.environ | {"CLOCK_SHIFT": str(shift), "COLUMNS": "80"}
    told = commands((ROOT / "docs" / "example.md").read_text())
    expect(len(told) >= 9, f"only {len(told)} commands in the page")
    for command, lines in told:
        program, *arguments = command.split()
        expect_equal(program, "duewatch", f"the program of {command}")
        done = subprocess.run([world.binary, *arguments], capture_output=True, text=True, timeout=60, cwd=folder,
                              env=environment)
        expect(done.returncode == 0, f"{command}: exit {done.returncode}\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}")
        printed = done.stdout.splitlines()
        if lines[-1:] == [REST]:
            lines, printed = lines[:-1], printed[:len(lines) - 1]
        expect_equal("\n".join(printed), "\n".join(lines), command)
