"""The plans that formats.py saves: the demonstration's, and invented ones in the layouts that others publish. A plan is a
list of blocks: one cell for a paragraph, several for a row, none for an empty line. Two blanks part paragraphs."""

from dataclasses import dataclass
from pathlib import Path

DEMO = Path(__file__).resolve().parents[2] / "Sources" / "Simulation" / "Demo" / "demo-plan.txt"


@dataclass
class Plan:
    name: str
    blocks: list[list[str]]
    """Its paragraphs and rows."""
    widths: list[int]
    """How wide the columns of a printed table are, in points."""
    recommendations: int

    def text(self) -> str:
        return "\n".join("\t".join(block) for block in self.blocks) + "\n"


def front(title: str) -> list[list[str]]:
    return [[f"Action plan response to: {title}"], [], ["Action Plan Submitted: 4 May 2026"], []]


def demo() -> Plan:
    lines = DEMO.read_text(encoding="utf-8").splitlines()
    return Plan("six columns", [line.split("\t") if line else [] for line in lines], [50, 220, 90, 370, 200, 120], 12)


NO_OWNER = Plan("three columns, no owner, numbers inside the text", front("A review of the county's orchards") + [
    ["Recommendation", "Action", "Target date"],
    ["1. Count the fruit trees that stand on public land.", "The county will count them with two schools.", "30 September 2026"],
    ["2a. Plant a tree for each one that was felled since 2020.", "The county will plant forty trees on the common.",
     "March 2027"],
    ["2b. Teach residents how to prune.", "The county will hold a course each winter.", "Winter 2026"],
    ["3. Say what became of the cider press.", "The press was found and will be mended.", "Q4 2026/27"],
], [330, 420, 150], 4)

RAG = Plan("eight columns with RAG and progress", front("An audit of the lending libraries") + [
    ["Ref", "Recommendation", "Response", "Action", "Lead", "Target date", "RAG", "Progress"],
    ["R1", "Open each branch on one evening a week.", "Accepted", "The libraries will open on Thursdays until eight.",
     "Head of Branches", "31 October 2026", "Green", "Two of nine branches do."],
    ["R2", "Lend tools as well as books.", "Partially accepted", "A pilot at the harbour branch will lend forty tools.",
     "Stock Librarian", "Spring 2027", "Amber", "Tools were bought."],
    ["", "", "", "The pilot will be judged after a year.", "Head of Branches", "April 2028", "", ""],
    ["R3", "Write off fines of children.", "Accepted", "Fines will end with the new system.", "Treasurer, County Council",
     "End of 2026", "Red", "The system is late."],
], [45, 170, 80, 190, 120, 100, 60, 130], 3)

REVISED = Plan("original and revised dates", front("A study of the town's footpaths") + [
    ["No", "Recommendation", "Action", "Owner", "Original target date", "Revised target date"],
    ["1", "Mend the steps at Low Ferry.", "The contractor will lay new steps.", "Paths Officer", "June 2026",
     "September 2026"],
    ["2", "Sign the path across the marsh.", "The trust will put up twelve signs.", "Marsh Trust", "July 2026", ""],
    ["3", "Keep dogs from the nesting ground.", "Wardens will be there from March to July.", "Marsh Trust", "March 2027", ""],
], [40, 230, 270, 140, 110, 110], 3)

ORDER = Plan("five columns in another order", front("An inquiry into the school buses") + [
    ["Deadline", "Responsible owner", "Number", "Recommendation", "Action"],
    ["31 August 2026", "Transport Manager", "1", "Fit seat belts in every bus.", "Belts will be fitted in the holidays."],
    ["Autumn 2026", "Head Teachers", "2", "Teach pupils to wear them.", "Each school will hold a lesson."],
    ["Ongoing", "Transport Manager", "", "", "Drivers will remind pupils each morning."],
    ["January 2027  July 2027", "Transport Manager  Parents' Forum", "3", "Ask parents twice a year.",
     "A survey will be sent out in each half of the year."],
], [120, 150, 60, 260, 300], 3)


def plans() -> list[Plan]:
    return [demo(), NO_OWNER, RAG, REVISED, ORDER]
