"""What is known before and after: forecasts in every format, and why somebody was told or not."""

import csv
import io
from html.parser import HTMLParser

import yaml
from harness import World, case, expect, expect_equal
from program import Installation
from steps import OUR_PLAN, give_everybody_an_address, import_plan

HOSTILE = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """The tags, the attributes and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def armed(world: World) -> Installation:
    """Our plan, armed, with one owner whose name is an attack on whoever opens a sheet or a page."""
    installation = Installation(world, mode="folder")
    import_plan(installation, OUR_PLAN, "plan")
    give_everybody_an_address(installation)
    filled = installation.directory / "owners.yaml"
    owners = yaml.safe_load(filled.read_text())
    owners["owners"][0]["holder"]["name"] = HOSTILE
    filled.write_text(yaml.safe_dump(owners, allow_unicode=True, sort_keys=False))
    installation.run("owners", "import", filled, "--yes")
    installation.run("arm", "plan", "--yes")
    return installation


@case("a forecast says the same as text, CSV, JSON and HTML, and no name can become a formula or a tag")
def formats(world: World) -> None:
    installation = armed(world)
    messages = installation.run("forecast", "plan", "--format", "json").json()
    reminders = [reminder for message in messages for reminder in message["reminders"]]
    expect(len(reminders) > 10, f"{len(reminders)} reminders in three months")
    for reminder in reminders:
        expect_equal(reminder["chosen_by"], {"why": "every_plan"}, "what chose the schedule")
    sheet = installation.run("forecast", "plan", "--format", "csv").out.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(sheet)))
    expect_equal(sorted(row["reference"] for row in rows if row["reference"]),
                 sorted(reminder["reference"] for reminder in reminders), "references in the CSV")
    cells = [cell for row in rows for cell in row.values()]
    expect(not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))], "no cell is a formula")
    expect(any(cell == "'" + HOSTILE for cell in cells), "the hostile name is there, as text")
    source = installation.run("forecast", "plan", "--format", "html").out
    page = Page(source)
    expect_equal(page.tags & {"script", "img", "link", "iframe", "a"}, set(), "tags that load or run something")
    expect_equal(page.attributes & {"onerror", "onload", "src", "href"}, set(), "attributes that load or run something")
    expect(HOSTILE in page.text, "the hostile name is there, as text")
    for reminder in reminders:
        expect(reminder["reference"] in page.text, f"{reminder['reference']} is on the page")
    expect(str(installation.directory) not in source, "a page for a board names no path of the machine")


@case("the load view adds up to the forecast, and why tells of each reminder the same day, person and reason")
def load_and_why(world: World) -> None:
    installation = armed(world)
    messages = installation.run("forecast", "--format", "json").json()
    load = installation.run("forecast", "--load", "--format", "json").json()
    expect_equal(sum(week["messages"] for week in load["weeks"]), len(messages), "messages of all weeks")
    expect_equal(sum(person["messages"] for person in load["people"]), len(messages), "messages of all people")
    reference = next(message["references"][0] for message in messages if message["references"])
    told = sorted((message["day"], message["name"], reminder["stage"], reminder["why_this_person"])
                  for message in messages for reminder in message["reminders"] if reminder["reference"] == reference)
    why = installation.run("why", reference, "--format", "json").json()
    said = sorted((reminder["day"], reminder["recipient"], reminder["stage"], reminder["why_this_person"])
                  for owner in why["owners"] for reminder in owner["reminders"] if reminder["why"] == "will_be_told")
    expect_equal(said, told, f"what why and the forecast say of {reference}")
    nobody = installation.run("why", reference, "--owner", "Nobody At All")
    expect("no post or person of that name" in " ".join(nobody.out.split()), f"a stranger is named: {nobody}")
    installation.run("why", "plan/99.9", code=65)
