"""formats.py BINARY: one plan saved by openpyxl, python-docx, reportlab and, where it is installed, LibreOffice gives one
draft.

Its packages are those of requirements.txt; a PDF needs poppler-utils. Touches nothing but a temporary folder."""

import csv
import html
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

PLAN = Path(__file__).resolve().parents[2] / "Sources" / "Simulation" / "Demo" / "demo-plan.txt"


def blocks() -> list[list[str]]:
    """The lines of the demonstration's plan: one cell for a paragraph, several for a row, none for an empty line."""
    return [line.split("\t") if line else [] for line in PLAN.read_text(encoding="utf-8").splitlines()]


def save_csv(path: Path, delimiter: str) -> None:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=delimiter).writerows(blocks())


def save_xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    for row in blocks():
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    book.save(path)


def save_docx(path: Path) -> None:
    document = docx.Document()
    table = None
    for row in blocks():
        if len(row) < 2:
            table = None
            document.add_paragraph(row[0] if row else "")
            continue
        table = table or document.add_table(0, len(row))
        for cell, text in zip(table.add_row().cells, row):
            paragraphs = [part for part in text.split("  ") if part] or [""]
            cell.text = paragraphs[0]
            for paragraph in paragraphs[1:]:
                cell.add_paragraph(paragraph)
    document.save(path)


def save_html(path: Path) -> None:
    lines = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body>"]
    is_table = False
    for row in blocks():
        if (len(row) > 1) != is_table:
            lines.append("</table>" if is_table else "<table>")
            is_table = not is_table
        if is_table:
            cells = ("".join(f"<p>{html.escape(part)}</p>" for part in cell.split("  ")) for cell in row)
            lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        elif row:
            lines.append(f"<p>{html.escape(row[0])}</p>")
    path.write_text("\n".join(lines), encoding="utf-8")


def save_pdf(path: Path) -> None:
    style = getSampleStyleSheet()["BodyText"]
    story, rows = [], []

    def end_table() -> None:
        if rows:
            story.append(Table(list(rows), colWidths=[50, 220, 90, 370, 200, 120], repeatRows=1,
                               style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
            rows.clear()

    for row in blocks():
        if len(row) > 1:
            rows.append([[Paragraph(html.escape(part), style) for part in cell.split("  ")] for cell in row])
        elif row:
            end_table()
            story += [Paragraph(html.escape(row[0]), style), Spacer(1, 8)]
    end_table()
    SimpleDocTemplate(str(path), pagesize=landscape(A3)).build(story)


def convert(source: Path, kind: str, folder: Path) -> Path:
    """What LibreOffice makes of a file."""
    target = folder / f"by-libreoffice-from-{source.suffix[1:]}"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", kind, "--outdir",
         target, source], check=True, capture_output=True, timeout=300)
    return target / f"{source.stem}.{kind}"


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
        files = {name: folder / name for name in ("comma.csv", "semicolon.csv", "plan.xlsx", "plan.docx", "plan.html", "plan.pdf")}
        save_csv(files["comma.csv"], ",")
        save_csv(files["semicolon.csv"], ";")
        save_xlsx(files["plan.xlsx"])
        save_docx(files["plan.docx"])
        save_html(files["plan.html"])
        save_pdf(files["plan.pdf"])
        if shutil.which("soffice"):
            for name, kind in (("plan.xlsx", "csv"), ("plan.xlsx", "html"), ("comma.csv", "xlsx"), ("plan.docx", "html"),
                               ("plan.docx", "docx")):
                converted = convert(files[name], kind, folder)
                if converted.exists():
                    files[f"{kind} made by LibreOffice from {name}"] = converted
                else:
                    print("not made", f"{kind} from {name}: this LibreOffice lacks the program for it", sep="\t")
        expected = draft(binary, PLAN)
        for name, file in files.items():
            found = draft(binary, file)
            same = found == expected
            failed = failed or not same
            print("same draft" if same else "ANOTHER DRAFT", name, sep="\t")
            if not same:
                (Path(tempfile.gettempdir()) / "duewatch-draft-expected.json").write_text(json.dumps(expected, indent=1))
                (Path(tempfile.gettempdir()) / "duewatch-draft-found.json").write_text(json.dumps(found, indent=1))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
