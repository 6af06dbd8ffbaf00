// Plans that were bent at random: the reader may refuse or doubt them, and must neither trap nor hang. The seed of a
// failure is printed.

import TestSupport
import Testing

@testable import ActionPlans

@Suite("Bent plans")
struct MutatedPlanTests {
    private static let scraps = [
        "\t", "\n", "\n\n", "<ul>", "</p>", "<p>", "<li", "&#", "\u{2022}", "  ", "a. ", "should:", "1", "Agreed",
        "(May 2023)",
        "Action Plan Update (June 2023)", "\u{0}", "\u{FEFF}", "\r", "\u{1F600}", "e\u{301}", "-", ":",
        "Recommendation\tAction\tOwner\tDate\n",
    ]

    @Test("a bent plan is read or refused, and keeps its promises", arguments: 0..<80 as Range<UInt64>)
    func bent(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = bend(seed % 2 == 0 ? LibraryPlan.text : FerryPlan.text, with: &random)
        let plan: PlanDraft
        do { plan = try PlanReader.read(PlanText.read(text)) } catch {
            #expect(!error.found.isEmpty, "seed \(seed)")
            return
        }
        for recommendation in plan.recommendations {
            for edition in recommendation.editions {
                #expect(edition.targetDates.map(\.n) == Array(1..<(edition.targetDates.count + 1)), "seed \(seed)")
                for action in edition.actions {
                    #expect(action.pairing != .unclear || action.targetDates.isEmpty, "seed \(seed)")
                    for date in action.targetDates {
                        #expect(edition.targetDates[date.n - 1].phrase == date.phrase, "seed \(seed)")
                    }
                }
            }
        }
        #expect(plan.summary.allSatisfy { $0.count <= 80 }, "seed \(seed)")
    }

    private func bend(_ text: String, with random: inout SplitMix64) -> String {
        var letters = Array(text)
        for _ in 0..<Int.random(in: 1...25, using: &random) where !letters.isEmpty {
            let place = Int.random(in: 0..<letters.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(contentsOf: MutatedPlanTests.scraps.randomElement(using: &random) ?? "", at: place)
            case 2:
                let end = min(letters.count, place + Int.random(in: 1...300, using: &random))
                letters.removeSubrange(place..<end)
            default:
                let end = min(letters.count, place + Int.random(in: 1...300, using: &random))
                letters.insert(contentsOf: letters[place..<end], at: Int.random(in: 0...letters.count, using: &random))
            }
        }
        return String(letters)
    }
}
