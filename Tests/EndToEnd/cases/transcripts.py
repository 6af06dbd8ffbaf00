"""Ten years of whole plans, decision by decision, compared with files in `goldens`. What changes on purpose is written
anew by:  WRITE_GOLDENS=1 .venv/bin/python Tests/EndToEnd/run.py .build/installed/bin/duewatch "are the transcript"

The files hold no words of a plan and nobody's name: days, references, stages, rungs and reasons only."""

import json
import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml
from harness import World, case, expect
from peers import postfix
from program import Installation
from steps import OUR_PLAN, import_plan, real_plans

GOLDENS = Path(__file__).resolve().parents[1] / "goldens"
MORNING = datetime(2026, 11, 23, 9, 15, tzinfo=timezone.utc)  # when the plans are taken in, whatever the day is here
YEARS = 10


def at_the_same_time(world: World) -> Installation:
    installation = Installation(world, mode="folder")
    installation.ahead = int((MORNING - datetime.now(timezone.utc)).total_seconds())
    return installation


def fill_every_post(installation: Installation) -> None:
    """A holder, a deputy and a manager for each."""
    asked = yaml.safe_load(installation.run("owners", "--unresolved").out)
    for number, owner in enumerate(asked["owners"], 1):
        for seat in ("holder", "deputy", "manager"):
            owner[seat] = {"name": f"{seat} {number}", "email": f"{seat}-{number}@{postfix.DOMAIN}"}
    filled = installation.directory / "owners.yaml"
    filled.write_text(yaml.safe_dump(asked, allow_unicode=True, sort_keys=False))
    installation.run("owners", "import", filled, "--yes")


def life(references: list[str], plan: str) -> str:
    """What becomes of the targets in ten years, each in its own way, the same at every run."""
    first = MORNING.date()
    lines: list[tuple[date, str]] = [
        (first + timedelta(days=200), f"hold {plan} until {first + timedelta(days=230)}"),
        (first + timedelta(days=27), "kill sending"),
        (first + timedelta(days=500), "clock +1h"),
        (first + timedelta(days=520), "clock -1h"),
        (first + timedelta(days=800), f"absence holder-1@{postfix.DOMAIN} until {first + timedelta(days=860)}"),
        (first + timedelta(days=900), "kill"),
        (first + timedelta(days=365 * 9), f"close {plan}"),
        (first + timedelta(days=365 * 9 + 100), f"reopen {plan}"),
        (first + timedelta(days=365 * 9 + 110), f"arm {plan}"),
    ]
    for number, reference in enumerate(references):
        said = first + timedelta(days=7 + 11 * number)
        moved = said + timedelta(days=90 + 97 * (number % 23))
        match number % 5:
            case 0:
                lines.append((said, f"answer {reference} done"))
            case 1:
                lines.append((said, f"extend {reference} {moved.day} {moved:%B} {moved.year}"))
                lines.append((moved + timedelta(days=40), f"answer {reference} done"))
            case 2:
                lines.append((said, f"answer {reference} on-track until {said + timedelta(days=60)}"))
                lines.append((said + timedelta(days=90), f"extend {reference} {moved.day} {moved:%B} {moved.year}"))
                lines.append((moved - timedelta(days=5), f"answer {reference} done"))
            case 3:
                lines.append((said + timedelta(days=30), f"answer {reference} done"))
                lines.append((said + timedelta(days=60), f"amend {reference}"))
                lines.append((said + timedelta(days=300), f"answer {reference} withdrawn"))
            case _:
                lines.append((said, f"hold {reference} until {said + timedelta(days=100)}"))
                lines.append((said + timedelta(days=400), f"answer {reference} done"))
    return "".join(f"{day} {words}\n" for day, words in sorted(lines, key=lambda line: line[0]))


def bare(decision: dict[str, Any], posts: dict[str, int]) -> str:
    """One line; a post is a number, in the order in which they are met."""
    if decision["event"] == "script":
        return " | ".join([f"{decision['day']} {decision['time']}", "script", decision["words"]]
                          + (["not done"] if "refused" in decision else []))
    parts = [f"{decision['day']} {decision['time']}", decision["event"]]
    parts += [decision[field] for field in ("reference", "stage") if field in decision]
    if decision.get("repetition", 1) > 1:
        parts[-1] += f" no. {decision['repetition']}"
    if "post" in decision:
        parts.append(f"post {posts.setdefault(decision['post'], len(posts) + 1)}")
    fields = ("role", "standing", "channel", "words", "reason", "detail")
    return " | ".join(parts + [decision[field] for field in fields if field in decision])


def play(world: World, path: Path, plan: str) -> list[str]:
    installation = at_the_same_time(world)
    import_plan(installation, path, plan)
    fill_every_post(installation)
    targets = installation.run("targets", "--format", "json").json()
    script = installation.directory / "life.script"
    script.write_text(life([target["reference"] for target in targets if target["status"] in ("open", "ongoing")], plan))
    until = MORNING.replace(year=MORNING.year + YEARS).date()
    told = installation.run("simulate", plan, "--until", until, "--script", script, "--format", "json", seconds=600)
    posts: dict[str, int] = {}
    return [bare(json.loads(line), posts) for line in told.out.splitlines()]


def compare(world: World, path: Path, plan: str) -> None:
    found = play(world, path, plan)
    golden = GOLDENS / f"{plan}.txt"
    if os.environ.get("WRITE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text("\n".join(found) + "\n")
    expected = golden.read_text().splitlines()
    for number, (was, now) in enumerate(zip(expected, found, strict=False), 1):
        expect(was == now, f"{golden.name}:{number}: expected\n  {was}\nfound\n  {now}\nWRITE_GOLDENS=1 writes it anew")
    expect(len(expected) == len(found), f"{golden.name} has {len(expected)} decisions, {len(found)} were taken")


@case("ten years of our own plan are the transcript that is kept, decision by decision")
def our_transcript(world: World) -> None:
    compare(world, OUR_PLAN, "harbour")


@case("ten years of both published plans are the transcripts that are kept, decision by decision")
def published_transcripts(world: World) -> None:
    remand, resettlement = real_plans()
    compare(world, remand, "remand-2024")
    (world.directory / "register.sqlite").unlink()
    compare(world, resettlement, "resettlement-2020")
