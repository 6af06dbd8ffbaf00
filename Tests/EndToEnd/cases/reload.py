"""`duewatch reload`: what the running service says of new settings, and what they would change."""

from harness import World, case, expect, expect_equal
from program import Installation
from steps import OUR_PLAN, give_everybody_an_address, import_plan

CONFIGURATION, UNAVAILABLE = 78, 69
LATER = """
schedules:
  later:
    - {stage: two-weeks-before, lead: 10wd}
    - {stage: due-day, on: due}
schedule: later
"""


def armed(world: World) -> Installation:
    installation = Installation(world, mode="folder")
    import_plan(installation, OUR_PLAN, "plan")
    give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    return installation


@case("reload says what the service says: in force, or kept with each mistake and its line, or that no service runs")
def told(world: World) -> None:
    installation = armed(world)
    absent = installation.run("reload", code=UNAVAILABLE)
    expect("no service runs" in absent.err, f"it says so: {absent}")
    service = installation.serve()
    told = installation.run("reload", "--format", "json").json()
    expect_equal((told["applied"], told["file"]), (True, str(installation.configuration)), "a reload of the same")
    service.wait_for_log("event=configuration.reloaded")

    good = installation.configuration.read_text()
    installation.configuration.write_text(good.replace("mode: folder", "mode: life") + "shedules: {}\n")
    kept = installation.run("reload", code=CONFIGURATION)
    for word in ["duewatch.yaml:", "delivery.mode", "live", "shedules"]:
        expect(word in kept.err, f"the answer names {word}: {kept}")

    # What only the service finds: its template is broken since its start.
    templates = installation.directory / "templates"
    templates.mkdir()
    (templates / "reminder.txt").write_text("{{#entries}} never ends")
    installation.configuration.write_text(good + f"templates: {templates}\n")
    kept = installation.run("reload", code=CONFIGURATION)
    expect("reminder.txt" in kept.err and "keeps the settings" in kept.err, f"the template is named: {kept}")
    service.wait_for_log("event=configuration.kept")
    dry = installation.run("reload", "--dry-run", code=CONFIGURATION)
    expect("reminder.txt" in dry.err, f"the dry run names it too: {dry}")

    installation.configuration.write_text(good + LATER)
    installation.run("reload")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    installation.run("reload", code=UNAVAILABLE)


@case("reload --dry-run tells what settings on disk would add, drop or move against those in force, and changes nothing")
def foretold(world: World) -> None:
    installation = armed(world)
    service = installation.serve()
    service.wait_for_log("event=target.checked")
    same = installation.run("reload", "--dry-run", "--format", "json").json()
    expect_equal(same["changes"], [], "what the same settings would change")
    installation.configure(LATER)
    until = ["--until", "2027-04-30"]
    dry = installation.run("reload", "--dry-run", *until, "--format", "json").json()
    expect(dry["added"] > 0 and dry["dropped"] > 0, f"other stages are added, and the old ones dropped: {dry}")
    text = installation.run("reload", "--dry-run", *until).out
    expect("two-weeks-before" in text and "nothing was changed" in " ".join(text.split()), f"as a table: {text}")
    expect_equal(service.log.count("configuration.reloaded"), 0, "reloads so far")
    sent = len(installation.run("deliveries", "--format", "json").json())
    installation.run("reload")
    after = installation.run("reload", "--dry-run", *until, "--format", "json").json()
    expect_equal(after["changes"], [], "what is left to change once they are in force")
    ids = [message["id"] for message in installation.run("deliveries", "--format", "json").json()]
    expect_equal((len(ids), len(set(ids))), (sent, sent), "messages: what was sent is not sent again")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
