"""A plan with doubts is reviewed, filled in with a spreadsheet program, settled, taken back and taken elsewhere; a
second edition slips; and an import that is killed leaves nothing."""

import csv
import io
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from harness import PLANS, Absent, World, case, expect, expect_equal
from peers.postfix import DOMAIN
from program import Installation
from steps import import_plan

HEADINGS = ["Number", "Recommendation", "Response", "Action", "Owner", "Target date"]

DOUBTFUL = [
    ["1", "The board should mend the gates of the north dock before winter.", "Agreed",
     "The gates will be mended and painted.", "Head of Docks", "in due course"],
    ["2", "The board should light the steps at the fish quay.", "Agreed",
     "Lamps will be put up along the steps.", "Head of Docks; Head of Lamps", ""],
    ["3", "The board should publish its dues each spring.", "Agreed",
     "=SUM(A1) is what the dues will be called on the public list.", "Treasurer of the Northmere Board",
     "30 April 2030"],
]


def plan_file(directory: Path, name: str, rows: list[list[str]], submitted: str = "12 January 2026") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([["Action Plan response to: The gates of Northmere"],
                                [f"Action Plan Submitted: {submitted}"], HEADINGS, *rows])
    path = directory / name
    path.write_text(text.getvalue())
    return path


def reviewed(world: World) -> tuple[Installation, list[list[str]]]:
    """An installation with the doubtful plan, and the sheet of its review as a spreadsheet program opens it."""
    installation = Installation(world)
    import_plan(installation, plan_file(installation.directory, "plan.csv", DOUBTFUL), "gates")
    installation.run("review", "gates", "--out", "doubts.csv")
    raw = (installation.directory / "doubts.csv").read_bytes()
    expect(raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw, "the sheet is UTF-8 with a mark and CR LF")
    return installation, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


def fill(rows: list[list[str]], kind: str, key: str, **cells: str) -> None:
    """Fills in cells of the row of this kind that names `key`; underscores stand for spaces in headings."""
    head = rows[0]
    [row] = [row for row in rows[1:] if row[0] == kind and key in row][:1]
    for column, text in cells.items():
        row[head.index(column.replace("_", " "))] = text


def open_doubts(installation: Installation) -> list[dict[str, Any]]:
    return installation.run("worklist", "gates", "--format", "json").json()


def dues(installation: Installation) -> dict[str, Any]:
    return {target["reference"]: target["due"]
            for target in installation.run("targets", "--plan", "gates", "--format", "json").json()}


DIALECTS: dict[str, dict[str, Any]] = {
    "Excel where commas are decimal": {"format": {"delimiter": ";", "lineterminator": "\r\n"}, "mark": "utf-8-sig"},
    "LibreOffice, all quoted": {"format": {"quoting": csv.QUOTE_ALL, "lineterminator": "\n"}, "mark": "utf-8"},
    "tabs": {"format": {"delimiter": "\t", "lineterminator": "\r\n"}, "mark": "utf-8"},
}


@case("a review goes out as a sheet, comes back in the dialect of any spreadsheet program, and settles what it says")
def sheet(world: World) -> None:
    installation, rows = reviewed(world)
    doubts = open_doubts(installation)
    expect({"date_unclear", "no_date"} <= {doubt["kind"] for doubt in doubts}, f"the doubts of the plan: {doubts}")
    for cell in (cell for row in rows for cell in row):
        expect(not cell.startswith(("=", "+", "-", "@")), f"a cell that a spreadsheet program would run: {cell}")
    fill(rows, "target", "gates/1.1", decision="date", value="30 June 2030", because='the "annex"; page 4, line 2')
    fill(rows, "target", "gates/2.1", decision="none", because="a standing duty")
    fill(rows, "owner", "Head of Docks", holder="Hal Older", holder_address=f"hal@{DOMAIN}")
    path = installation.directory / "back.csv"
    for name, dialect in DIALECTS.items():
        mark, text = dialect["mark"], io.StringIO(newline="")
        csv.writer(text, **dialect["format"]).writerows(rows)
        path.write_bytes(text.getvalue().encode(mark))
        shown = installation.run("settle", "--from", path, "--by", "Ada", code=64)
        expect("30 June 2030" in shown.err and "--yes" in shown.err, f"{name}: the difference is shown first: {shown}")
        expect_equal(dues(installation)["gates/1.1"], None, f"{name}: nothing was recorded")
    done = installation.run("settle", "--from", path, "--by", "Ada", "--yes")
    expect("recorded: 2 decisions and 1 change of owners" in done.out, f"what was recorded: {done}")
    expect_equal(dues(installation)["gates/1.1"], "2030-06-30", "the date that was filled in")
    left = {doubt["reference"] for doubt in open_doubts(installation)}
    expect(not {"gates/1.1", "gates/2.1"} & left, f"what is still open: {left}")
    decided = installation.run("review", "gates", "--settled", "--format", "json").json()
    expect('the "annex"; page 4, line 2' in {decision["because"] for decision in decided}, f"the words: {decided}")
    again = installation.run("settle", "--from", path, "--by", "Ada", "--yes", code=65)
    expect("which the register has by now" in again.err, f"the sheet is stale now: {again}")


@case("each bad cell of a sheet, and each that the register says otherwise by now, is named, and nothing is taken")
def bad_sheet(world: World) -> None:
    installation, rows = reviewed(world)
    fill(rows, "target", "gates/1.1", decision="date", value="some day", because="")
    fill(rows, "target", "gates/3.1", decision="dat", because="a slip of the pen")
    fill(rows, "owner", "Head of Docks", holder="Hal Older", holder_address="hal@elsewhere.example")
    place = next(number for number, row in enumerate(rows, 1) if row[0] == "target" and "gates/3.1" in row)
    path = installation.directory / "back.csv"

    def come_back() -> str:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        path.write_text(text.getvalue())
        return installation.run("settle", "--from", path, "--by", "Ada", "--yes", code=65).err

    said = come_back()
    expect(f"row {place}, column decision: expected one of date, owner" in said, f"the word that is none: {said}")
    expect("column because: expected why it was decided so, found nothing" in said, f"the empty reason: {said}")
    expect("elsewhere.example" in said, f"the address outside the domains that are allowed: {said}")
    fill(rows, "owner", "Head of Docks", holder="", holder_address="")
    fill(rows, "target", "gates/1.1", because="the annex")
    fill(rows, "target", "gates/3.1", decision="none", value="", because="never")
    said = come_back()
    expect("gives no day to chase gates/1.1" in said, f"the phrase that gives no day: {said}")
    expect_equal(dues(installation)["gates/3.1"], "2030-04-30", "the good row beside the bad one was not taken")
    installation.run("settle", "gates/3.1", "--date", "31 May 2030", "--by", "Bea", "--because", "moved", "--yes")
    fill(rows, "target", "gates/1.1", value="30 June 2030")
    said = come_back()
    expect(f"row {place}, column date" in said and "2030-05-31" in said, f"the cell that is stale: {said}")
    expect_equal(dues(installation)["gates/1.1"], None, "nothing was taken")


@case("decisions are taken to another register, and one that is taken back opens its doubt again")
def elsewhere(world: World) -> None:
    installation, _ = reviewed(world)
    before = open_doubts(installation)
    installation.run("settle", "gates/1.1", "--date", "30 June 2030", "--by", "Ada", "--because", "the annex", "--yes")
    installation.run("settle", "gates/2.1", "--none", "--by", "Ada", "--because", "a standing duty", "--yes")
    settled = installation.run("review", "gates", "--settled", "--format", "json").json()
    number = next(decision["decision"] for decision in settled if decision["reference"] == "gates/2.1")
    asked = installation.run("settle", "--undo", number, "--by", "Bea", "--because", "it has a date", code=64)
    expect("opens again" in asked.err and len(open_doubts(installation)) < len(before) - 1, f"shown first: {asked}")
    undone = installation.run("settle", "--undo", number, "--by", "Bea", "--because", "it has a date", "--yes")
    expect("was taken back" in undone.out, str(undone))
    again = installation.run("settle", "--undo", number, "--by", "Bea", "--because", "twice", "--yes", code=None)
    expect(again.code != 0 and "taken back already, by Bea" in again.err, f"a second time: {again}")
    expect("gates/2.1" in {doubt["reference"] for doubt in open_doubts(installation)}, "its doubt is open again")
    text = installation.run("review", "gates", "--settled").out
    expect("taken back by Bea" in text and "Ada" in text, f"who decided and who took it back: {text}")
    installation.run("settle", "gates", "--export", "decisions.json")
    installation.run("ledger", "verify")

    other = ["--register", installation.directory / "other.sqlite"]
    installation.run("import", installation.directory / "plan.csv", "--as", "gates", *other, code=1)
    taken = installation.run("settle", "--from", "decisions.json", "--by", "Cyd", "--yes", *other)
    expect("recorded: 1 decision" in taken.out, f"only what stands is taken along: {taken}")
    known = installation.run("settle", "--from", "decisions.json", "--by", "Cyd", "--yes", *other)
    expect("says all of this already" in known.out, f"a second time: {known}")
    there = installation.run("targets", "--format", "json", *other).json()
    expect_equal({target["reference"]: target["due"] for target in there}, dues(installation), "the dates of both")


@case("the slips of the plan that was published twice come out as text, CSV and JSON; no first date is chased as late")
def slips(world: World) -> None:
    path = PLANS / "youth-resettlement-2020.txt"
    if not path.exists():
        raise Absent(f"the published plan, which is not part of the repository, in {PLANS}")
    installation = Installation(world)
    import_plan(installation, path, "plan")
    table = installation.run("targets", "--slipped", "--plan", "plan", "--format", "json").json()
    expect(table["dated"] >= 24 and table["slips"], f"{table['dated']} dates, {len(table['slips'])} slips")
    sheet = installation.run("targets", "--slipped", "--format", "csv").out
    read = list(csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))))
    expect_equal([row["reference"] for row in read], [slip["reference"] for slip in table["slips"]], "rows of the CSV")
    text = installation.run("targets", "--slipped").out
    for slip in table["slips"]:
        expect(slip["reference"] in text and slip["first"] in text, f"{slip} stands in the table")
        expect(slip["match"] != "certain" or slip["cause"] == "edition 2020-12", f"the cause of {slip}")
    draft = installation.run("import", "--dry-run", "--format", "json", path, code=1).json()
    left = {reading.get("due") for recommendation in draft["recommendations"] for edition in recommendation["editions"]
            if edition["edition"] == "2020-12" or len(recommendation["editions"]) == 1
            for date in edition["target_dates"] for reading in date["readings"]}
    late = [target for target in installation.run("targets", "--format", "json").json() if target["late"]]
    expect_equal([target for target in late if target["due"] not in left], [], "late dates that the last edition left")


@case("an import that is killed at any moment leaves no plan, no row and a sound ledger, and then goes in whole")
def killed(world: World) -> None:
    installation = Installation(world)
    rows = [[str(number), f"The board should mend gate {number} of the north dock before the winter of its year.",
             "Agreed", f"Gate {number} will be mended by its keeper and painted in the agreed colour.",
             f"Keeper of Dock {number % 40}", f"30 April {2027 + number % 5}"] for number in range(1, 3001)]
    path = plan_file(installation.directory, "long.csv", rows)
    command = [world.binary, "import", path, "--as", "long", "--yes", "--config", installation.configuration]
    begun = time.monotonic()
    subprocess.run([*command, "--register", installation.directory / "measured.sqlite"], capture_output=True,
                   cwd=installation.directory, env=installation.environment)
    whole = time.monotonic() - begun
    chance = random.Random(20_26)
    cut_short = 0
    for part in range(6):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   cwd=installation.directory, env=installation.environment)
        try:
            process.wait(whole * (0.25 + 0.12 * part + 0.05 * chance.random()))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if process.returncode != -signal.SIGKILL:
            break
        cut_short += 1
        if not installation.register.exists():
            continue  # It was killed before its first write; what it had begun has another name.
        plans = installation.run("plans", "--format", "json").json()
        if plans:
            # It was killed after its commit: then all of it is there.
            expect_equal(plans[0]["targets"], len(rows), "targets of an import that was killed after its end")
            break
        expect_equal(installation.run("targets", "--format", "json").json(), [], "targets of a killed import")
        installation.run("ledger", "verify")
    expect(cut_short > 0, f"some import was cut short; a whole one takes {whole:.1f} s")
    import_plan(installation, path, "long")
    expect_equal(installation.run("plans", "--format", "json").json()[0]["targets"], len(rows), "targets in the end")
    installation.run("ledger", "verify")
