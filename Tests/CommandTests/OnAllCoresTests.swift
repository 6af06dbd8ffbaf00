// That the order and the result do not depend on which core took what.

import ActionPlans
import Documents
import Testing

@testable import duewatch

@Suite struct OnAllCoresTests {
    @Test("each element is worked on once and stands where it stood", arguments: [0, 1, 255, 256, 257, 5_000])
    func order(_ count: Int) {
        #expect(OnAllCores().map(Array(0..<count)) { $0 * 3 } == (0..<count).map { $0 * 3 })
    }

    @Test("a long plan is read on all cores as it is in turn, problems and all")
    func sameDraft() throws {
        let rows = (1...700).map { number in
            "\(number)|The board should mend gate \(number).|Agreed|Gate \(number) will be mended.|"
                + "Keeper of Dock \(number % 7)|\(number % 5 == 0 ? "in due course" : "\(1 + number % 28) May 2027")"
        }
        let text = (["Number|Recommendation|Response|Action|Owner|Target date"] + rows).joined(separator: "\n")
            .replacing("|", with: ",")
        let document = try DocumentReader.read(bytes: Array(text.utf8), name: "plan.csv")
        let inTurn = try PlanReader.read(document)
        #expect(inTurn.recommendations.count == 700)
        // Every fifth date, and that no day of submission is printed.
        #expect(inTurn.problems.count == 140 + 1)
        #expect(try PlanReader.read(document, by: OnAllCores()) == inTurn)
    }
}
