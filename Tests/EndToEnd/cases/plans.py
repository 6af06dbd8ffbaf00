"""Real plans go in whole, and what an administrator does with them before anything is sent."""

from pathlib import Path

import yaml
from harness import PLANS, Absent, World, case, expect, expect_equal
from peers import postfix
from program import WEBHOOK, Installation

RECOMMENDATIONS = {"youth-remand-2024.txt": 22, "youth-resettlement-2020.txt": 16}


def real_plans() -> list[Path]:
    found = [PLANS / name for name in RECOMMENDATIONS if (PLANS / name).exists()]
    if len(found) < len(RECOMMENDATIONS):
        raise Absent(f"the published plans, which are not part of the repository, in {PLANS}")
    return found


def plan_to_try() -> Path:
    """A published plan where there is one, else the fixture of the project's own writing."""
    published = PLANS / "youth-remand-2024.txt"
    return published if published.exists() else Path(__file__).parent.parent / "fixtures" / "plan.txt"


def install_with_armed_plan(world: World, plan: Path | None = None, plain_relay: bool = False) -> Installation:
    """An installation with the plan imported, every owner given an address, and armed."""
    installation = Installation(world, plain_relay)
    installation.run("import", "--as", "plan", plan or plan_to_try(), code=None)
    give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    return installation


def give_everybody_an_address(installation: Installation) -> list[str]:
    """Fills in what `owners --unresolved` asks for, every second owner with a webhook too; the addresses given."""
    asked = yaml.safe_load(installation.run("owners", "--unresolved").out)
    addresses = []
    for number, owner in enumerate(asked["owners"], 1):
        address = f"owner-{number}@{postfix.DOMAIN}"
        owner["holder"] = {"name": f"Owner {number}", "email": address}
        if number % 2 == 0:
            owner["holder"]["webhook"] = WEBHOOK
        addresses.append(address)
    filled = installation.directory / "owners.yaml"
    filled.write_text(yaml.safe_dump(asked, allow_unicode=True, sort_keys=False))
    installation.run("owners", "import", filled, "--yes")
    return addresses


@case("both published plans import whole, and importing them again changes nothing")
def import_published(world: World) -> None:
    installation = Installation(world)
    for plan in real_plans():
        draft = installation.run("import", "--dry-run", "--format", "json", plan, code=None).json()
        expect_equal(len(draft["recommendations"]), RECOMMENDATIONS[plan.name], f"recommendations of {plan.name}")
        printed = [date for recommendation in draft["recommendations"] for edition in recommendation["editions"]
                   for date in edition["target_dates"]]
        name = plan.stem
        installation.run("import", "--as", name, plan, code=None)
        listed = installation.run("targets", "--plan", name, "--format", "json").json()
        expect(len(listed) >= len(printed), f"{len(printed)} dates are printed in {plan.name}, {len(listed)} targets")
        installation.run("import", "--as", name, plan, code=None)
        again = installation.run("targets", "--plan", name, "--format", "json").json()
        expect_equal(again, listed, "targets after the second import")


@case("a plan that is not armed sends nothing")
def silent_until_armed(world: World) -> None:
    installation = Installation(world)
    installation.run("import", "--as", "plan", plan_to_try(), code=None)
    give_everybody_an_address(installation)
    service = installation.serve()
    service.wait_for_log(r"ready")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(world.peers.postfix.messages(), [], "mails")
    expect_equal(world.peers.receiver.deliveries, [], "webhooks")
