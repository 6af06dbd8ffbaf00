// Decisions as JSON: the way from one register to another. Nothing of it depends on the numbers of a register.

import ActionPlans
import FoundationEssentials
import Reminders

enum DecisionsFile {
    private struct Contents: Decodable {
        struct Entry: Decodable {
            let plan: String
            let reference: String?
            let doubt: String?
            let decision: String
            let values: [String]?
            let by: String
            let because: String
        }

        let decisions: [Entry]
    }

    static func json(_ decisions: [Decision]) -> JSON {
        .object([
            (
                "decisions",
                .array(
                    decisions.map { decision in
                        .object([
                            ("plan", .string(decision.plan)), ("reference", .text(decision.reference)),
                            ("doubt", .text(text(decision.doubt))), ("decision", .string(decision.kind.name)),
                            ("values", .array(decision.kind.values.map(JSON.string))), ("by", .string(decision.by)),
                            ("because", .string(decision.because)),
                        ])
                    })
            )
        ])
    }

    private static func text(_ doubt: DoubtName?) -> String? {
        if case .text(let text) = doubt { text } else { nil }
    }

    /// Whether the bytes are such a file and no sheet.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
    }

    /// - Throws: `Failure` that names the decision and what is wrong with it.
    static func read(_ bytes: [UInt8], name: String) throws -> [Decision] {
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
        } catch {
            throw Failure(
                .badData, "\(name): expected what `duewatch settle --export` writes, found something else: \(error)",
                "nothing was changed")
        }
        return try contents.decisions.enumerated().map { place, entry in
            guard let kind = DecisionKind(name: entry.decision, values: entry.values ?? []) else {
                throw Failure(
                    .badData,
                    "\(name): decision \(place + 1): expected one of \(DecisionKind.names.joined(separator: ", ")) with "
                        + "its values, found \(entry.decision) with \(Words.count(entry.values?.count ?? 0, "value"))",
                    "nothing was changed")
            }
            return Decision(
                plan: entry.plan, reference: entry.reference, doubt: entry.doubt.map(DoubtName.text), kind: kind,
                by: entry.by, because: entry.because)
        }
    }
}
