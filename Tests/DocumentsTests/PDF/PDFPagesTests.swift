// The same plan, set in many layouts, is the same draft as its text.

import ActionPlans
import Testing

@testable import Documents

@Suite("Tables on the pages of a PDF")
struct PDFPagesTests {
    struct Layout: Sendable, CustomTestStringConvertible {
        var sentence: String
        var press: Press
        var testDescription: String { sentence }
    }

    private static let usual = Press(widths: [40, 150, 60, 220, 130, 90], order: [0, 1, 2, 3, 4, 5])

    private static func layout(_ sentence: String, _ change: (inout Press) -> Void) -> Layout {
        var press = usual
        change(&press)
        return Layout(sentence: sentence, press: press)
    }

    static let layouts: [Layout] = [
        layout("all cells ruled") { _ in },
        layout("all cells ruled, without padding, as Word sets them") { $0.padding = 0.5 },
        layout("heading rows are one cell") { $0.mergesHeadings = true },
        layout("no rules at the sides") { $0.rules = .inner },
        layout("level rules only") { $0.rules = .level },
        layout("no rules") { $0.rules = .none },
        layout("no rules, headings across the columns") {
            $0.rules = .none
            $0.mergesHeadings = true
        },
        layout("columns are ruled and rows are not") { $0.rules = .upright },
        layout("the headings are one coloured field") { $0.opensHeadings = true },
        layout("no rules, narrow gutters") {
            $0.rules = .none
            $0.padding = 3.5
        },
        layout("no rules, headings that are hardly parted") {
            $0.rules = .none
            $0.padding = 2.2
            $0.widths = [18, 150, 41, 220, 130, 90]
        },
        layout("numbers in the middle of their rows") { $0.centresNumbers = true },
        layout("numbers in the middle of rows between level rules, one or two to a page") {
            $0.rules = .level
            $0.centresNumbers = true
            $0.keptLines = 20
            $0.pageHeight = 320
        },
        layout("columns in another order") {
            $0.order = [0, 5, 4, 1, 2, 3]
            $0.widths = [40, 90, 130, 150, 60, 220]
        },
        layout("a narrow portrait page") { $0.widths = [32, 90, 56, 130, 100, 75] },
        layout("the headings are repeated on each page") {
            $0.repeatsHeadings = true
            $0.keptLines = 9
            $0.pageHeight = 300
        },
        layout("the headings are repeated, no rules") {
            $0.repeatsHeadings = true
            $0.keptLines = 9
            $0.pageHeight = 300
            $0.rules = .none
        },
    ]

    @Test("a plan reads the same from its pages as from its text", arguments: layouts)
    func sameDraft(layout: Layout) throws {
        let pages = layout.press.pages(front: BridgePlan.front, rows: BridgePlan.rows)
        let text = try DraftLines.of(PlanText.read(BridgePlan.text))
        let read = try DraftLines.of(PDFPages(pages).document())
        #expect(Set(read).subtracting(text) == [])
        #expect(read == text)
    }

    @Test("wherever the pages break, no recommendation, owner or date is lost or joined with another")
    func pageBreaks() throws {
        let text = try PlanReader.read(PlanText.read(BridgePlan.text))
        for height in stride(from: 200.0, through: 500, by: 7) {
            var press = Self.usual
            press.pageHeight = height
            press.keptLines = height < 300 ? 1 : 2
            let pages = press.pages(front: BridgePlan.front, rows: BridgePlan.rows)
            let plan = try PlanReader.read(PDFPages(pages).document())
            #expect(plan.recommendations.map(\.number) == text.recommendations.map(\.number), "height \(height)")
            #expect(plan.recommendations.map(\.text) == text.recommendations.map(\.text), "height \(height)")
            #expect(plan.recommendations.map(\.response) == text.recommendations.map(\.response), "height \(height)")
            let dates = { (plan: PlanDraft) in
                plan.recommendations.flatMap(\.editions).flatMap(\.targetDates).map(\.phrase)
            }
            #expect(dates(plan) == dates(text), "height \(height)")
        }
    }

    @Test("what stands at the head and foot of each page is left out")
    func furniture() {
        var press = Self.usual
        press.pageHeight = 240
        let pages = press.pages(front: BridgePlan.front, rows: BridgePlan.rows)
        #expect(pages.count > 2)
        let words = PDFPages(pages).document().parts.map { part in
            switch part {
            case .paragraph(let line): line.text
            case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }.joined(separator: " ")
            }
        }
        #expect(words.count { $0.contains("OFFICIAL") } == 1)
        #expect(!words.contains { $0.contains("of 9") })
    }
}
