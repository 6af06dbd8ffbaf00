// Instants, plans and people for the tests. All of them are made up.

import ActionPlans
import CivilTime
import Register
import Reminders

/// Eight on Monday 2 March 2026, an hour before the window opens.
let start = at("2026-03-02T08:00:00Z")
let amy = Author(login: "amy", by: nil)

func at(_ rfc3339: String) -> Instant { Instant(rfc3339: rfc3339) ?? .distantPast }

extension Identity {
    static let fixed = Identity(uuid: "00000000-0000-4000-8000-000000000001", salt: [1, 2, 3])
}

extension OwnerEntry {
    /// A post with a holder, a deputy and a manager.
    static func wing(_ number: Int) -> OwnerEntry {
        OwnerEntry(
            post: "Head of Wing \(number)", aliases: [], holder: .person("Hal \(number)"),
            deputy: .person("Dee \(number)"), manager: .person("Max \(number)"))
    }
}

extension PersonEntry {
    static func person(_ name: String, webhook: String? = nil) -> PersonEntry {
        let local = name.lowercased().split(separator: " ").joined(separator: ".")
        return PersonEntry(name: name, email: "\(local)@gates.example", webhook: webhook, from: nil, until: nil)
    }
}

extension PlanDraft {
    /// A plan with a recommendation for each date, and the Head of Wing 1, 2, 3 as their owners.
    static func of(_ dates: [String], edition: String = "2026-01") -> PlanDraft {
        let recommendations = dates.enumerated().map { index, iso in
            let day = CivilDate(iso: iso)
            let statement = TargetStatement(
                n: 1, line: 10 + index, phrase: iso, owners: [],
                readings: [Reading(kind: .due, from: day, due: day, precision: .day, rule: "a day")])
            return RecommendationDraft(
                section: .main, number: "\(index + 1)", directedAt: "The board", text: "Mend gate \(index + 1).",
                response: .agreed, responseAsPrinted: nil, line: 5,
                editions: [
                    RecommendationEdition(
                        edition: edition, owners: ["Head of Wing \(index + 1)"], targetDates: [statement],
                        actions: [])
                ])
        }
        return PlanDraft(
            title: "Gates", published: CivilDate(iso: "2026-01-15"),
            editions: [
                EditionDraft(
                    id: edition, label: "Action Plan (\(edition))", kind: edition == "2026-01" ? .original : .update,
                    date: CivilDate(iso: "\(edition)-15"))
            ], recommendations: recommendations, problems: [])
    }
}

/// For what a test's script never asks for.
struct Unasked: Error {}

extension Outcome {
    static let fine = Outcome.accepted(Reply(code: 250, enhancedStatus: "2.0.0", text: "queued"))
    static let badPassword = Outcome.refusedForGood(Reply(code: 535, enhancedStatus: "5.7.8", text: "no"))
    static let gone = Outcome.refusedForGood(Reply(code: 410, enhancedStatus: nil, text: "gone"))
    static let noMailbox = Outcome.refusedForGood(
        Reply(code: 550, enhancedStatus: "5.1.1", text: "<hal.1@gates.example>: no such mailbox"))
    static let busy = Outcome.refusedForNow(
        Reply(code: 450, enhancedStatus: "4.7.1", text: "greylisted"), retryAfterSeconds: nil)
}
