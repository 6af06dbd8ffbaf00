// What a person should look at in a DOCX file: dates that a tracked change inserts or deletes, and text that is passed by.

import ActionPlans

struct WordChanges {
    var textBoxes = 0
    var deletedRows = 0
    private var others = 0
    private var dates: [SourceNote] = []

    mutating func add(_ paragraph: WordParagraph, line: Int) {
        guard paragraph.isChanged else { return }
        let isDate = PlanHeadings.mayBeDate(paragraph.text) || PlanHeadings.mayBeDate(paragraph.deleted)
        guard isDate else {
            others += 1
            return
        }
        let deleted = paragraph.deleted.trimmedOfBlanks
        dates.append(
            SourceNote(
                line: line, place: "row \(line) of the document",
                message: "a date is being changed: \(paragraph.text.trimmedOfBlanks.quoted) was read"
                    + (deleted.isEmpty ? "" : ", and \(deleted.quoted) is marked as deleted")
                    + ". Accept or reject the tracked change in the document, and import it again."))
    }

    var notes: [SourceNote] {
        var notes = Array(dates.prefix(200))
        if others + deletedRows > 0 {
            notes.append(
                note(
                    "\(others + deletedRows) other paragraphs or rows hold tracked changes: inserted text was read, "
                        + "deleted text was not. Accept or reject them in the document."))
        }
        if textBoxes > 0 {
            notes.append(
                note(
                    "\(textBoxes) \(textBoxes == 1 ? "text box was" : "text boxes were") not read. Look whether they hold "
                        + "something of the plan."))
        }
        return notes
    }

    private func note(_ message: String) -> SourceNote {
        SourceNote(line: nil, place: "the document", message: message)
    }
}
