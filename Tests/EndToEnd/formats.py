"""formats.py BINARY: each plan of layouts.py, saved by openpyxl, python-docx, reportlab and, where it is installed,
LibreOffice, gives one draft.

Its packages are those of requirements.txt; a PDF needs poppler-utils. What cannot be made here is named, never skipped in
silence. Touches nothing but a temporary folder."""

import csv
import datetime
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from layouts import Plan, plans


def save_csv(plan: Plan, path: Path, delimiter: str, encoding: str = "utf-8-sig") -> None:
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(plan.blocks)


def save_xlsx(plan: Plan, path: Path) -> None:
    book = openpyxl.Workbook()
    for row in plan.blocks:
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in row])
        for cell in book.active[book.active.max_row]:
            # A date that Excel knows for one is stored as a number and shown through its format.
            for pattern, shown in (("%d %B %Y", "d mmmm yyyy"), ("%B %Y", "mmmm yyyy")):
                if isinstance(cell.value, str) and re.fullmatch(r"(\d+ )?[A-Z][a-z]+ 20\d\d", cell.value):
                    try:
                        cell.value = datetime.datetime.strptime(cell.value, pattern)
                        cell.number_format = shown
                    except ValueError:
                        pass  # not in this pattern, or no month: it stays text
    book.save(path)


def save_docx(plan: Plan, path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Pt(30)
    document.styles["Normal"].font.size = Pt(9)
    table = None
    for row in plan.blocks:
        if len(row) < 2:
            table = None
            document.add_paragraph(row[0] if row else "")
            continue
        if table is None:
            table = document.add_table(0, len(row), style="Table Grid")
            table.autofit = False
        share = (section.page_width.pt - 60) / sum(plan.widths)
        for cell, text, width in zip(table.add_row().cells, row, plan.widths):
            cell.width = Pt(width * share)
            paragraphs = [part for part in text.split("  ") if part] or [""]
            cell.text = paragraphs[0]
            for paragraph in paragraphs[1:]:
                cell.add_paragraph(paragraph)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(6)
    document.save(path)


def save_html(plan: Plan, path: Path) -> None:
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body>"]
    is_table = False
    for row in plan.blocks:
        if (len(row) > 1) != is_table:
            lines.append("</table>" if is_table else "<table>")
            is_table = not is_table
        if is_table:
            cells = ("".join(f"<p>{html.escape(part)}</p>" for part in cell.split("  ")) for cell in row)
            lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        elif row:
            lines.append(f"<p>{html.escape(row[0])}</p>")
    path.write_text("\n".join(lines), encoding="utf-8")


def save_pdf(plan: Plan, path: Path) -> None:
    style = getSampleStyleSheet()["BodyText"]
    story, rows = [], []

    def end_table() -> None:
        if rows:
            story.append(Table(list(rows), colWidths=plan.widths, repeatRows=1,
                               style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
            rows.clear()

    for row in plan.blocks:
        if len(row) > 1:
            rows.append([[Paragraph(html.escape(part), style) for part in cell.split("  ")] for cell in row])
        elif row:
            end_table()
            story += [Paragraph(html.escape(row[0]), style), Spacer(1, 8)]
    end_table()
    SimpleDocTemplate(str(path), pagesize=landscape(A3)).build(story)


def save(plan: Plan, folder: Path, number: int) -> dict[str, Path]:
    """The files of a plan, by what made them."""
    names = ("comma.csv", "semicolon.csv", "utf16.txt", "windows.csv", "plan.xlsx", "plan.docx", "plan.html", "plan.pdf")
    files = {name: folder / f"{number}-{name}" for name in names}
    save_csv(plan, files["comma.csv"], ",")
    save_csv(plan, files["semicolon.csv"], ";")
    save_csv(plan, files["utf16.txt"], "\t", "utf-16")
    save_csv(plan, files["windows.csv"], ";", "cp1252")
    save_xlsx(plan, files["plan.xlsx"])
    save_docx(plan, files["plan.docx"])
    save_html(plan, files["plan.html"])
    save_pdf(plan, files["plan.pdf"])
    return files


CONVERSIONS = (("plan.docx", "pdf"), ("plan.docx", "html"), ("plan.docx", "docx"), ("plan.xlsx", "csv"), ("plan.xlsx", "html"),
               ("comma.csv", "xlsx"))


def convert(every: list[dict[str, Path]], folder: Path) -> None:
    """Adds what LibreOffice makes of the files, all plans in one run of it."""
    for name, kind in CONVERSIONS:
        target = folder / f"{kind}-from-{name}"
        sources = [files[name] for files in every]
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", kind, "--outdir",
             target, *sources], check=True, capture_output=True, timeout=300)
        missing = [source.name for source in sources if not (target / f"{source.stem}.{kind}").exists()]
        if missing:
            print("not made", f"{kind} from {', '.join(missing)}: this LibreOffice lacks the program for it", sep="\t")
        for files, source in zip(every, sources):
            if source.name not in missing:
                files[f"{kind} made by LibreOffice from {name}"] = target / f"{source.stem}.{kind}"


def draft(binary: str, file: Path) -> dict:
    """The draft without its lines, which each format counts its own way."""
    run = subprocess.run([binary, "import", "--dry-run", "--format", "json", file], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{file.name}: exit status {run.returncode}\n{run.stderr}")

    def without_lines(value):
        if isinstance(value, dict):
            return {key: without_lines(inner) for key, inner in value.items() if key != "line"}
        return [without_lines(inner) for inner in value] if isinstance(value, list) else value

    return without_lines(json.loads(run.stdout))


def main() -> int:
    binary = sys.argv[1]
    failed = False
    with tempfile.TemporaryDirectory(prefix="duewatch-formats-") as directory:
        folder = Path(directory)
        every = [save(plan, folder, number) for number, plan in enumerate(plans())]
        if shutil.which("soffice"):
            convert(every, folder)
        else:
            print("not made", "what LibreOffice makes of them: soffice is not installed", sep="\t")
        for plan, files in zip(plans(), every):
            source = folder / "plan.txt"
            source.write_text(plan.text(), encoding="utf-8")
            expected = draft(binary, source)
            if len(expected["recommendations"]) != plan.recommendations:
                sys.exit(f"{plan.name}: {len(expected['recommendations'])} recommendations read of {plan.recommendations}")
            for name, file in files.items():
                found = draft(binary, file)
                if name == "windows.csv" and not plan.text().isascii():
                    # The one thing that differs: nothing in the file names its character set, and the worklist says so.
                    notes = [problem for problem in found["problems"] if problem["where"] == "the file"]
                    found["problems"] = [problem for problem in found["problems"] if problem["where"] != "the file"]
                    if len(notes) != 1 or "Windows-1252" not in notes[0]["message"]:
                        sys.exit(f"{plan.name}: the worklist does not name the character set assumed, but has {notes}")
                same = found == expected
                failed = failed or not same
                print("same draft" if same else "ANOTHER DRAFT", plan.name, name, sep="\t")
                if not same:
                    for kind, value in (("expected", expected), ("found", found)):
                        (Path(tempfile.gettempdir()) / f"duewatch-draft-{kind}.json").write_text(json.dumps(value, indent=1))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
