// Small plans to adopt. Their words are made up.

import ActionPlans
import CivilTime
import Register
import Reminders

func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .min }

/// Whole seconds after nine on 1 March 2026.
func instant(_ seconds: Int64 = 0) -> Instant {
    (Instant(rfc3339: "2026-03-01T09:00:00Z") ?? .distantPast).adding(seconds: seconds)
}

let amy = Author(login: "amy", by: nil)

func due(_ iso: String) -> Reading {
    Reading(kind: .due, from: day(iso), due: day(iso), precision: .day, rule: "a day")
}

let completed = Reading(kind: .completed, rule: "it is said to be completed")
let ongoing = Reading(kind: .ongoing, rule: "it has no end")

/// What one edition says of one recommendation, in one line a statement.
struct Said {
    var phrase: String
    var readings: [Reading]
    var owners: [String] = []
    var action: String?

    static func due(_ iso: String, owners: [String] = [], action: String? = nil) -> Said {
        Said(phrase: iso, readings: [RegisterTests.due(iso)], owners: owners, action: action)
    }

    static func completed(action: String? = nil) -> Said {
        Said(phrase: "Completed", readings: [RegisterTests.completed], action: action)
    }

    static func ongoing(action: String? = nil) -> Said {
        Said(phrase: "Ongoing", readings: [RegisterTests.ongoing], action: action)
    }
}

func edition(_ id: String, owners: [String] = ["Head of Wings"], _ said: [Said]) -> RecommendationEdition {
    let statements = said.enumerated().map { place, said in
        TargetStatement(
            n: place + 1, line: 10 + place, phrase: said.phrase, owners: said.owners, readings: said.readings)
    }
    let actions = said.enumerated().compactMap { place, said in
        said.action.map {
            ActionDraft(
                label: nil, text: $0, owners: [],
                targetDates: [StatementReference(n: place + 1, phrase: said.phrase)], pairing: .certain)
        }
    }
    return RecommendationEdition(edition: id, owners: owners, targetDates: statements, actions: actions)
}

func recommendation(
    _ number: String, response: Response? = .agreed, _ editions: [RecommendationEdition]
) -> RecommendationDraft {
    RecommendationDraft(
        section: .main, number: number, directedAt: "The board", text: "Mend the \(number) gates.", response: response,
        responseAsPrinted: nil, line: 5, editions: editions)
}

func draft(_ recommendations: [RecommendationDraft], problems: [ReadingProblem] = []) -> PlanDraft {
    let ids = Set(recommendations.flatMap { $0.editions.map(\.edition) }).sorted()
    return PlanDraft(
        title: "Gates", published: day("2026-01-15"),
        editions: ids.enumerated().map { place, id in
            EditionDraft(
                id: id, label: "Action Plan (\(id))", kind: place == 0 ? .original : .update, date: day(id + "-15"))
        }, recommendations: recommendations, problems: problems)
}

/// A digest of its own for each name.
func source(_ name: String) -> SourceDigest {
    let digit = name.unicodeScalars.reduce(UInt32(7)) { ($0 &* 31 &+ $1.value) }
    let hex = String(digit, radix: 16)
    return SourceDigest(name: name, sha256: String(repeating: "0", count: 64 - hex.count) + hex)
}
