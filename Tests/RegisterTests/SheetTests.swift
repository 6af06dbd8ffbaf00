// The sheet that a person fills in: what it holds, and that each bad or stale cell is named when it comes back.

import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct SheetTests {
    let register: Store

    init() throws {
        register = try .inMemory(at: instant(), identity: .fixed)
        let plan = [
            recommendation("1", [edition("2026-01", [DecisionTests.soon])]),
            recommendation("2", [edition("2026-01", owners: ["Head of Wings", "Nurse"], [.due("2026-04-30")])]),
        ]
        _ = try register.adopt(draft(plan), as: "gates", source: source("a"), by: amy, at: instant())
    }

    private typealias Column = ReviewSheet.Column

    private func rows() throws -> [[String]] { ReviewSheet.rows(try register.review(plan: "gates")) }

    /// The sheet with cells filled in, each named by its row (1 is the headings) and column.
    private func filled(_ cells: [(row: Int, column: String, text: String)]) throws -> [[String]] {
        var rows = try rows()
        for cell in cells {
            let place = try #require(rows[0].firstIndex(of: cell.column))
            rows[cell.row - 1][place] = cell.text
        }
        return rows
    }

    private func read(_ rows: [[String]]) throws -> ReviewSheetReader {
        ReviewSheetReader(rows, review: try register.review(plan: "gates"), by: "Ada")
    }

    @Test("it holds the doubts, the targets and the owners, with empty cells to fill in")
    func written() throws {
        let rows = try rows()
        #expect(rows[0] == Column.allCases.map(\.rawValue))
        #expect(rows.dropFirst().map { $0[0] } == ["doubt", "doubt", "target", "target", "owner", "owner"])
        let printed = try #require(rows[0].firstIndex(of: "printed"))
        #expect(rows[1][printed] == "\u{201C}soon\u{201D}")
        let choices = try #require(rows[0].firstIndex(of: "choose from"))
        #expect(rows[1][choices] == "date: DATE | none")
        #expect(rows[2][choices] == "owner: Head of Wings | owner: Nurse | owner: Head of Wings; Nurse")
        let address = try #require(rows[0].firstIndex(of: "holder address"))
        #expect(rows.suffix(2).allSatisfy { $0[address].isEmpty })
    }

    @Test("an address outside the allowed domains is named beside every other bad cell")
    func foreign() throws {
        let rows = try filled([
            (row: 3, column: "decision", text: "dat"), (row: 6, column: "holder", text: "Hal Older"),
            (row: 6, column: "holder address", text: "hal@elsewhere.example"),
        ])
        let sheet = ReviewSheetReader(
            rows, review: try register.review(plan: "gates"), by: "Ada", allowedDomains: ["gates.example"])
        #expect(sheet.owners == [] && sheet.decisions == [])
        #expect(
            sheet.faults.map { "\($0.row) \($0.column)" } == ["3 decision", "3 because", "6 holder address"])
        #expect(sheet.faults.last?.expected.contains("gates.example") == true)
    }

    @Test("a sheet that nobody filled in asks for nothing")
    func untouched() throws {
        let sheet = try read(rows())
        #expect(sheet.faults == [] && sheet.decisions == [] && sheet.owners == [])
    }

    @Test("a filled-in sheet is decisions and people, and settles what it was about")
    func taken() throws {
        let sheet = try read(
            filled([
                (2, "decision", "date"), (2, "value", "30 June 2026"), (2, "because", "the annex"),
                (3, "decision", "Owner"), (3, "value", "Nurse; head of wings."), (3, "because", "both"),
                (6, "holder", "Hal Older"), (6, "holder address", "hal@example.org"),
            ]))
        #expect(sheet.faults == [])
        #expect(sheet.decisions.map(\.reference) == ["gates/1.1", "gates/2.1"])
        let effect = try register.decide(sheet.decisions, owners: sheet.owners, by: amy, at: instant(60))
        #expect(effect.decisions.count == 2 && !effect.owners.isEmpty)
        #expect(try register.worklist() == [])
        #expect(try register.targets().map(\.due) == [day("2026-06-30"), day("2026-04-30")])
        #expect(try register.targets()[1].owners == ["Nurse", "Head of Wings"])
        #expect(
            try register.owners().first { $0.entry.post == "Head of Wings" }?.entry.holder?.email == "hal@example.org")
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let sentence: String
        let cells: [(row: Int, column: String, text: String)]
        let faults: [String]
        var testDescription: String { sentence }
    }

    @Test(
        "a bad cell is named with its row and column, what was expected and what was found, and nothing is taken",
        arguments: [
            Bad(
                sentence: "a word that is no decision", cells: [(2, "decision", "dat"), (2, "because", "x")],
                faults: [
                    "row 2, column decision: expected one of date, owner, action, same-as, keep, none, dismiss, "
                        + "one-post, found \u{201C}dat\u{201D}"
                ]),
            Bad(
                sentence: "a decision without its value or reason", cells: [(2, "decision", "date")],
                faults: [
                    "row 2, column value: expected a day or a phrase that gives one, as 30 June 2027, found nothing",
                    "row 2, column because: expected why it was decided so, found nothing",
                ]),
            Bad(
                sentence: "a doubt that is not open", cells: [(2, "doubt", "99"), (2, "decision", "none")],
                faults: [
                    "row 2, column doubt: expected the number of a doubt that is still open, found \u{201C}99\u{201D}"
                ]),
            Bad(
                sentence: "a date that the register has otherwise by now",
                cells: [(3, "date", "due 2026-04-29"), (3, "decision", "dismiss"), (3, "because", "x")],
                faults: [
                    "row 3, column date: expected \u{201C}due 2026-04-30\u{201D}, which the register has by now, "
                        + "found \u{201C}due 2026-04-29\u{201D}"
                ]),
            Bad(
                sentence: "a post that the plan does not name", cells: [(6, "owners", "Cook")],
                faults: ["row 6, column owners: expected a post of gates, found \u{201C}Cook\u{201D}"]),
            Bad(
                sentence: "an address that is none", cells: [(7, "holder", "Hal"), (7, "holder address", "hal")],
                faults: [
                    "row 7, column holder address: expected a mail address (expected one @ between a name and a domain, "
                        + "as in name@example.org), found \u{201C}hal\u{201D}"
                ]),
            Bad(
                sentence: "an address of nobody", cells: [(7, "holder address", "hal@example.org")],
                faults: ["row 7, column holder: expected the name of the person with this address, found nothing"]),
            Bad(
                sentence: "a row of no kind", cells: [(4, "row", "targets")],
                faults: ["row 4, column row: expected doubt, target or owner, found \u{201C}targets\u{201D}"]),
            Bad(
                sentence: "a heading that is gone", cells: [(1, "because", "why")],
                faults: ["row 1, column because: expected a heading of this name, found nothing"]),
        ])
    func bad(_ row: Bad) throws {
        var cells = row.cells
        if row.cells[0].row != 1 { cells.append((5, "decision", "none")) }
        if row.cells[0].row != 1 { cells.append((5, "because", "never")) }
        let sheet = try read(filled(cells))
        #expect(sheet.faults.map(\.description) == row.faults)
        #expect(sheet.decisions == [] && sheet.owners == [])
    }

    @Test("what was settled since the sheet was written is stale, and an empty cell takes nobody's address away")
    func stale() throws {
        let old = try filled([
            (2, "decision", "none"), (2, "because", "x"), (5, "decision", "none"), (5, "because", "x"),
        ])
        let decision = Decision(
            plan: "gates", reference: "gates/1.1", kind: .date("30 June 2026"), by: "Ada", because: "asked")
        try register.decide([decision], owners: [.wings], by: amy, at: instant(60))
        let sheet = try read(old)
        #expect(sheet.faults.map(\.column) == ["doubt"])
        var rows = old
        rows.remove(at: 1)
        let rest = try read(rows)
        #expect(rest.faults == [] && rest.owners == [] && rest.decisions.map(\.reference) == ["gates/2.1"])
    }

    @Test("every kind of doubt has at least one command that settles it")
    func choices() throws {
        let review = try register.review(plan: "gates")
        for kind in DoubtKind.allCases {
            for reference in [nil, "gates/2.1"] as [String?] {
                let doubt = ReviewedDoubt(
                    number: 7, kind: kind, plan: "gates", reference: reference, text: "t", line: 1, like: "gates/1.1",
                    posts: ["A", "B"])
                let choices = doubt.choices(review.target(reference))
                #expect(!choices.isEmpty && choices.allSatisfy { $0.count > 1 && $0[0].hasPrefix("gates") })
            }
        }
    }

    @Test("a review shows the text around each doubt")
    func around() throws {
        let review = try register.review(plan: "gates")
        let doubt = try #require(review.doubts.first)
        let target = try #require(review.target(doubt.reference))
        #expect(doubt.kind == .dateUnclear && doubt.line == 10)
        #expect(target.recommendationText == "Mend the 1 gates." && target.phrase == "soon")
        #expect(
            review.owners.map(\.entry.post) == ["Head of Wings", "Nurse"] && review.owners.allSatisfy(\.isUnresolved))
        #expect(throws: RegisterError.self) { try register.review(plan: "gate") }
    }
}
