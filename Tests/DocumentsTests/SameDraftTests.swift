// One plan in every format is one draft; and whatever happens to the bytes of a file, it is read or refused.

import ActionPlans
import TestSupport
import Testing

@testable import Documents

@Suite("One plan in every format")
struct SameDraftTests {
    static let formats: [(name: String, bytes: [UInt8])] = [
        ("text", OrchardPlan.text), ("CSV", OrchardPlan.separated(by: ",")),
        ("CSV of a spreadsheet that writes semicolons", OrchardPlan.separated(by: ";")),
        ("TSV with quotes", OrchardPlan.separated(by: "\t")), ("HTML", OrchardPlan.page),
        ("XLSX", OrchardPlan.workbook), ("DOCX", OrchardPlan.document),
    ]

    /// A draft without its lines, which each format counts its own way.
    private static func draft(_ bytes: [UInt8]) throws -> PlanDraft {
        var draft = try PlanReader.read(try DocumentReader.read(bytes: bytes, name: "plan"))
        for index in draft.recommendations.indices {
            draft.recommendations[index].line = 0
            for edition in draft.recommendations[index].editions.indices {
                for date in draft.recommendations[index].editions[edition].targetDates.indices {
                    draft.recommendations[index].editions[edition].targetDates[date].line = 0
                }
            }
        }
        for index in draft.problems.indices { draft.problems[index].line = nil }
        return draft
    }

    @Test("the same cells give the same draft", arguments: formats.map(\.name))
    func same(name: String) throws {
        let bytes = try #require(SameDraftTests.formats.first { $0.name == name }).bytes
        let expected = try SameDraftTests.draft(OrchardPlan.text)
        let draft = try SameDraftTests.draft(bytes)
        #expect(draft == expected, "\(draft.json) is not \(expected.json)")
        #expect(draft.recommendations.map(\.number) == ["1", "2", "3"])
        #expect(draft.published?.description == "2024-06-03")
        #expect(draft.recommendations[0].editions[0].actions.map(\.label) == ["a", "b"])
        #expect(draft.recommendations[0].directedAt == "The Orchard Trust")
        #expect(draft.recommendations[1].text == "Prune \"old\" trees; keep R & D plots apart.")
    }

    @Test("bent bytes are read or refused, and never more than that", arguments: formats.map(\.name))
    func bent(name: String) throws {
        let bytes = try #require(SameDraftTests.formats.first { $0.name == name }).bytes
        let limits = DocumentReader.Limits(lines: 5_000, cells: 50_000, text: 1 << 20, expandedBytes: 4 << 20)
        for seed in UInt64(1)...400 {
            var random = SplitMix64(seed: seed)
            var bent = bytes
            for _ in 0..<Int.random(in: 1...12, using: &random) where !bent.isEmpty {
                let place = Int.random(in: 0..<bent.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bent.remove(at: place)
                case 1: bent.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
                case 2: bent.removeSubrange(place..<min(bent.count, place + Int.random(in: 1...200, using: &random)))
                default: bent[place] = UInt8.random(in: .min ... .max, using: &random)
                }
            }
            do {
                let document = try DocumentReader.read(bytes: bent, name: "bent", limits: limits)
                #expect(document.parts.count <= 5_000, "seed \(seed)")
            } catch {
                #expect(!"\(error)".isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("bent XML inside a sound archive is read or refused", arguments: [true, false])
    func bentXML(isSheet: Bool) {
        for seed in UInt64(1)...300 {
            var random = SplitMix64(seed: seed)
            var cells = Array(
                (isSheet ? Office.sheet(OrchardPlan.rows) : Office.table(OrchardPlan.rows)).unicodeScalars)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<cells.count, using: &random)
                let scrap: Unicode.Scalar =
                    ["<", ">", "/", "\"", "&", "9", "A", "\u{2022}"].randomElement(using: &random) ?? "<"
                if Bool.random(using: &random) { cells[place] = scrap } else { cells.remove(at: place) }
            }
            let text = String(String.UnicodeScalarView(cells))
            let bytes = isSheet ? Office.workbook(sheets: [("Plan", "", text)]) : Office.document(text)
            do {
                let document = try DocumentReader.read(bytes: bytes, name: "bent")
                #expect(document.parts.count <= 50, "seed \(seed)")
            } catch {
                #expect(!"\(error)".isEmpty, "seed \(seed)")
            }
        }
    }
}
