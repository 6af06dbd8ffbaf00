// The quick way through plain text says what the long way says; merged cells say what their rows share.

import TestSupport
import Testing

@testable import ActionPlans

@Suite("Plain text, and cells that are merged")
struct PlainBytesTests {
    private static let letters = Array("aB c  d.'9,-:;()\u{2019}\u{2018}\u{201C}\u{201D}\u{2013}\u{2014}\t\r\n#/")

    private func scrap(_ random: inout SplitMix64) -> String {
        String(
            (0..<Int.random(in: 1...30, using: &random)).compactMap { _ in
                PlainBytesTests.letters.randomElement(using: &random)
            })
    }

    @Test("words, folded text and squeezed text are the same either way")
    func same() {
        for seed in UInt64(1)...3_000 {
            var random = SplitMix64(seed: seed)
            let text = "a" + scrap(&random)
            // A letter with an accent sends the whole text the long way.
            #expect(Prose.folded(text + " \u{E9}") == Prose.folded(text) + " \u{E9}", "seed \(seed)")
            #expect(Prose.list(text + " \u{E9}") == Prose.list(text) + ["\u{E9}"], "seed \(seed)")
            #expect(Prose.squeezed(text + " \u{E9}") == Prose.squeezed(text) + " \u{E9}", "seed \(seed)")
            let cell = scrap(&random)
            guard PlainBytes.isOneParagraph(cell) else { continue }
            #expect(Markup.blocks(of: cell + "&#233;", line: 1).map(\.text) == [cell + "\u{E9}"], "seed \(seed)")
        }
    }

    private func row(_ line: Int, _ cells: [String]) -> CellTable.Row {
        CellTable.Row(
            cells: cells.map { text in
                let isMerged = text.hasPrefix("^")
                return CellTable.Cell(
                    text: isMerged ? String(text.dropFirst()) : text, line: line, repeats: isMerged ? .above : nil)
            }, line: line)
    }

    @Test("a date over two actions is the date of both, a date over two owners is printed once")
    func merged() throws {
        let table = CellTable(rows: [
            row(1, ["No", "Recommendation", "Response", "Action", "Owner", "Target date"]),
            row(2, ["1", "Plant trees.", "Agreed", "We will buy trees.", "Clerk", "May 2025"]),
            row(3, ["^1", "^Plant trees.", "^Agreed", "We will plant them.", "^Clerk", "^May 2025"]),
            row(4, ["2", "Water them.", "Agreed", "We will water them.", "Clerk", "June 2025"]),
            row(5, ["^2", "^Water them.", "^Agreed", "^We will water them.", "Gardener", "^June 2025"]),
        ])
        let plan = try PlanReader.read(SourceDocument(parts: [.table(table)]))
        #expect(plan.recommendations.map(\.text) == ["Plant trees.", "Water them."])
        let first = plan.recommendations[0].editions[0]
        #expect(first.actions.map { $0.targetDates.map(\.phrase) } == [["May 2025"], ["May 2025"]])
        #expect(first.actions.map(\.owners) == [["Clerk"], ["Clerk"]])
        let second = plan.recommendations[1].editions[0]
        #expect(second.targetDates.map(\.phrase) == ["June 2025"])
        #expect(second.owners == ["Clerk", "Gardener"])
    }

    @Test("two rows of headings, some merged, are one")
    func twoRowsOfHeadings() throws {
        let table = CellTable(rows: [
            row(1, ["No", "Recommendation", "Action", "Owner", "Target date", "Target date"]),
            row(2, ["^No", "^Recommendation", "^Action", "^Owner", "original", "revised"]),
            row(3, ["1", "Plant trees.", "We will plant them.", "Clerk", "May 2025", ""]),
        ])
        let plan = try PlanReader.read(SourceDocument(parts: [.table(table)]))
        #expect(plan.recommendations.map(\.number) == ["1"])
        #expect(plan.recommendations[0].editions[0].targetDates.map(\.phrase) == ["May 2025"])
        #expect(!plan.problems.contains { $0.message.contains("stands above") })
    }

    @Test("a note of the file's reader is a problem of the plan")
    func notes() throws {
        let table = CellTable(rows: [
            row(1, ["No", "Recommendation", "Owner", "Target date"]), row(2, ["1", "Plant.", "Clerk", "May 2025"]),
        ])
        let note = SourceNote(line: 2, place: "sheet Plan, row 2", message: "row 2 is hidden.")
        let plan = try PlanReader.read(SourceDocument(parts: [.table(table)], notes: [note]))
        #expect(plan.problems.contains { $0.line == 2 && $0.where == "sheet Plan, row 2" })
    }
}
