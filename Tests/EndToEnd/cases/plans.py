"""Real plans go in whole, and what an administrator sees of them before anything is sent."""

from collections import Counter
from pathlib import Path
from typing import Any

from harness import World, case, expect, expect_equal, wait_until
from program import ADMINISTRATOR, Installation
from steps import OUR_PLAN, PUBLISHED, give_everybody_an_address, import_plan, plan_to_try, plans_to_try, real_plans

Statement = tuple[str, str, str]


def printed(draft: dict[str, Any]) -> Counter[Statement]:
    """Edition, recommendation and phrase of every target date that the document prints, repeats counted."""
    return Counter((edition["edition"], _number(recommendation), date["phrase"])
                   for recommendation in draft["recommendations"] for edition in recommendation["editions"]
                   for date in edition["target_dates"])


def registered(installation: Installation, plan: str) -> Counter[Statement]:
    """The same of every date that some target of the plan has or once had."""
    found: Counter[Statement] = Counter()
    for reference in references(installation, plan) + references(installation, plan, "--status", "superseded"):
        target = installation.run("show", reference, "--format", "json").json()
        found.update((revision["edition"], target["recommendation"], revision["phrase"])
                     for revision in target["revisions"])
    return found


def references(installation: Installation, plan: str, *options: str) -> list[str]:
    listed = installation.run("targets", "--plan", plan, *options, "--format", "json").json()
    return [target["reference"] for target in listed]


def _number(recommendation: dict[str, Any]) -> str:
    return ("a" if recommendation["section"] == "additional" else "") + recommendation["number"]


@case("both published plans import whole, each printed date is a target or on the worklist, and again changes nothing")
def import_published(world: World) -> None:
    installation = Installation(world)
    for path in real_plans():
        check_import(installation, path, PUBLISHED[path.name])
    plans = installation.run("plans", "--format", "json").json()
    expect_equal([plan["recommendations"] for plan in plans], [22, 16], "recommendations in the register")


@case("a plan of our own imports whole, each printed date is a target or on the worklist, and again changes nothing")
def import_ours(world: World) -> None:
    check_import(Installation(world), OUR_PLAN, 12)


def check_import(installation: Installation, path: Path, recommendations: int) -> None:
    draft = installation.run("import", "--dry-run", "--format", "json", path, code=1).json()
    expect_equal(len(draft["recommendations"]), recommendations, f"recommendations of {path.name}")
    plan = path.stem
    names = installation.run("plans").out.split() if installation.register.exists() else []
    expect(plan not in names, "a dry run adopts nothing")
    import_plan(installation, path, plan)
    dates, found = printed(draft), registered(installation, plan)
    expect(dates.total() > recommendations, f"{dates.total()} printed dates in {path.name}")
    expect_equal(dates - found, Counter(), f"dates of {path.name} that no target has")
    on_worklist = {doubt["reference"] for doubt in installation.run("worklist", plan, "--format", "json").json()}
    superseded = set(references(installation, plan, "--status", "superseded", "--due-before", "2100-01-01"))
    expect_equal(superseded - on_worklist, set(), "superseded dates that are not on the worklist")
    before = installation.run("targets", "--plan", plan, "--format", "json").out
    again = installation.run("import", path, "--as", plan, code=None)
    expect("nothing was changed" in again.out + again.err, f"the second import says so: {again}")
    expect_equal(installation.run("targets", "--plan", plan, "--format", "json").out, before, "targets afterwards")


@case("forecast says who would be told what of each plan before it is armed, and nobody is forgotten")
def forecast(world: World) -> None:
    installation = Installation(world)
    for path in plans_to_try():
        import_plan(installation, path, path.stem)
    give_everybody_an_address(installation)
    for path in plans_to_try():
        plan = path.stem
        messages = installation.run("forecast", plan, "--format", "json").json()
        late = {target["reference"] for target in
                installation.run("targets", "--plan", plan, "--format", "json").json() if target["late"]}
        letters = {reminder["reference"] for message in messages for reminder in message["reminders"]
                   if reminder["kind"] == "letter"}
        expect(late and late <= letters, f"late targets of {plan} that no letter tells of: {sorted(late - letters)}")
        text = " ".join(installation.run("forecast", plan).out.split())
        for message in messages:
            if message["channel"] == "email":
                expect(f"<{message['recipient']}>" in text, f"{message['recipient']} stands in the text of {plan}")
            for reference in message["references"]:
                expect(reference in text, f"{reference} stands in the text")
        expect_equal(world.peers.postfix.messages(), [], "mails that a forecast sent")


@case("a plan that is not armed sends nothing but the administrator's note that it waits")
def silent_until_armed(world: World) -> None:
    installation = Installation(world)
    import_plan(installation, plan_to_try(), "plan")
    give_everybody_an_address(installation)
    service = installation.serve()
    [note] = wait_until(world.peers.postfix.messages, "the daily note")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    expect_equal(note["Delivered-To"], ADMINISTRATOR, "who is told")
    expect("duewatch arm plan" in note.get_body(("plain",)).get_content(), f"the note says what to type: {note}")
    expect_equal(len(world.peers.postfix.messages()), 1, "mails")
    expect_equal(world.peers.receiver.deliveries, [], "webhooks")
