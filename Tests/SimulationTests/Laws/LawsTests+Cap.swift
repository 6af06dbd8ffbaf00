import CivilTime
import Register
import Reminders
import Testing

@testable import Simulation

extension LawsTests {
    /// Who gets mails, and in which week.
    private struct Week: Hashable {
        let reader: String
        let monday: CivilDate
    }

    @Test("a weekly cap loses nothing: nobody gets more mails a week, and the ledger says what became of the rest")
    func capped() throws {
        var heldOver = 0
        for run in Chances.runs(8) {
            var story = story(run)
            story.weeklyCap = 1
            let capped = try story.played()
            try expectSound(capped, story, run)
            let context: Comment = "run \(run), weekly-cap: 1\n\(story)"
            let days = Dictionary(grouping: try told(capped).filter { $0.way == .mail }) { telling in
                Week(reader: telling.reader, monday: ISOWeek(of: telling.day).monday)
            }.mapValues { Set($0.map(\.day)).count }
            #expect(days.values.allSatisfy { $0 <= 1 }, context)
            story.weeklyCap = nil
            let free = try story.played()
            for summary in try free.aftermath.targets() {
                let accounted = try stages(of: summary.reference, in: capped.aftermath)
                heldOver += accounted.heldOver.count
                let told = try stages(of: summary.reference, in: free.aftermath).toldBeforeLate
                #expect(told.isSubset(of: accounted.all), "\(summary.reference), \(context)")
            }
        }
        #expect(heldOver > 0, "no story came to its cap: \(Chances.seed)")
    }

    private func stages(
        of reference: String, in register: Store
    ) throws -> (all: Set<String>, toldBeforeLate: Set<String>, heldOver: Set<String>) {
        let target = try register.target(reference, mode: .live, today: { _ in .min })
        // What was dropped has its reason, which `expectSound` asks for.
        let all = target.reminders.map(\.key.stage) + target.refusals.map(\.stage)
        // What is late begins later where an earlier word was held over, and its repeats and rungs with it.
        let told = target.reminders.filter { $0.state == .sent && [.lead, .due, .letter].contains($0.kind) }
        let capped = target.refusals.filter { if case .capped = $0.reason { true } else { false } }
        return (Set(all), Set(told.map(\.key.stage)), Set(capped.map(\.stage)))
    }
}
