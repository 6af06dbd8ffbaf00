"""What an administrator does before anything is sent, and what forecast promises them."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml
from harness import PLANS, ROOT, Absent, World
from peers import postfix
from program import WEBHOOK, Installation

PUBLISHED = {"youth-remand-2024.txt": 22, "youth-resettlement-2020.txt": 16}  # and how many recommendations each has
OUR_PLAN = ROOT / "Sources/Simulation/Demo/demo-plan.txt"


def real_plans() -> list[Path]:
    found = [PLANS / name for name in PUBLISHED if (PLANS / name).exists()]
    if len(found) < len(PUBLISHED):
        raise Absent(f"the published plans, which are not part of the repository, in {PLANS}")
    return found


def plans_to_try() -> list[Path]:
    """The published plans where they are, else the demonstration's."""
    try:
        return real_plans()
    except Absent:
        return [OUR_PLAN]


def plan_to_try() -> Path:
    return plans_to_try()[0]


def install_with_armed_plan(world: World, **settings: Any) -> Installation:
    """An installation with one plan, named `plan`, imported, every owner given an address, and armed."""
    installation = Installation(world, **settings)
    import_plan(installation, plan_to_try(), "plan")
    give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    return installation


def import_plan(installation: Installation, path: Path, name: str) -> None:
    """Whole (0), or with something on the worklist (1)."""
    done = installation.run("import", path, "--as", name, code=None)
    if done.code not in (0, 1):
        raise RuntimeError(f"import of {path.name}: {done}")


def give_everybody_an_address(installation: Installation, *addresses: str) -> list[str]:
    """Fills in what `owners --unresolved` asks for, every second owner with a webhook too, the first ones with the
    addresses given; returns all addresses."""
    asked = yaml.safe_load(installation.run("owners", "--unresolved").out)
    chosen = list(addresses)
    for number, owner in enumerate(asked["owners"], 1):
        if number > len(chosen):
            chosen.append(f"owner-{number}@{postfix.DOMAIN}")
        owner["holder"] = {"name": f"Owner {number}", "email": chosen[number - 1]}
        if number % 2 == 0:
            owner["holder"]["webhook"] = WEBHOOK
    filled = installation.directory / "owners.yaml"
    filled.write_text(yaml.safe_dump(asked, allow_unicode=True, sort_keys=False))
    installation.run("owners", "import", filled, "--yes")
    return chosen


def days_ahead(count: int) -> date:
    """By the clock that everybody here goes by."""
    return datetime.now(timezone.utc).date() + timedelta(days=count)


def foreseen(installation: Installation, *plan: str) -> list[dict[str, Any]]:
    """What `forecast` says would go out today."""
    today = (datetime.now(timezone.utc) + timedelta(seconds=installation.ahead)).date()
    return installation.run("forecast", *plan, "--until", today, "--format", "json").json()


def mails_of(forecast: list[dict[str, Any]]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Recipient, subject and references of each mail, in order."""
    return sorted((message["recipient"], message["subject"], tuple(sorted(message["references"])))
                  for message in forecast if message["channel"] == "email")


def webhooks_of(forecast: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Reference and stage of each webhook, in order."""
    return sorted((reminder["reference"], reminder["stage"]) for message in forecast if message["channel"] == "webhook"
                  for reminder in message["reminders"])
