// Which recommendation of a new edition is which old one, where numbers and words pull in different directions.

import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct HardMatchingTests {
    struct Hard: CustomTestStringConvertible, Sendable {
        let sentence: String
        /// Number and text of each old and each new recommendation.
        let old: [(String, String)]
        let new: [(String, String)]
        /// For each new one: the number of the old one and how sure it is, or "new".
        let expected: [String]
        var vanished: [String] = []
        var testDescription: String { sentence }
    }

    static let lights = "Light the steps at the fish quay so that nobody falls in the dark"
    static let radar = "Replace the radar on the point which was out of order all winter"
    static let crews = "Train every crew to the national standard within a year of joining"
    static let dues = "Publish the harbour dues of each berth on the public register"
    static let north = "Inspect the mooring rings on the north quay each spring and report what was found"
    static let south = "Inspect the mooring rings on the south quay each spring and report what was found"

    @Test(
        "a recommendation is known by its words first, and by its number where they leave it open",
        arguments: [
            Hard(
                sentence: "two numbers are swapped", old: [("1", lights), ("2", radar)],
                new: [("1", radar), ("2", lights)], expected: ["2 certain", "1 certain"]),
            Hard(
                sentence: "one is inserted, and the numbers after it shift",
                old: [("1", lights), ("2", radar), ("3", crews)],
                new: [("1", lights), ("2", dues), ("3", radar), ("4", crews)],
                expected: ["1 certain", "new", "2 certain", "3 certain"]),
            Hard(
                sentence: "one is left out, and the numbers after it shift back",
                old: [("1", lights), ("2", radar), ("3", crews)], new: [("1", lights), ("2", crews)],
                expected: ["1 certain", "3 certain"], vanished: ["2"]),
            Hard(
                sentence: "two are merged into one: the one whose words it has most goes on, the other is asked about",
                old: [("1", lights), ("2", radar)],
                new: [("1", lights + ", and replace the radar on the point")],
                expected: ["1 certain"], vanished: ["2"]),
            Hard(
                sentence: "one is split in two: the part that has its words goes on, the other is new",
                old: [("1", "Light the steps at the fish quay at night and dredge the channel before every winter")],
                new: [
                    ("1", "Light the steps at the fish quay at night"),
                    ("2", "Publish what dredging costs"),
                ], expected: ["1 certain", "new"]),
            Hard(
                sentence: "near-identical texts keep to their own words", old: [("1", north), ("2", south)],
                new: [("1", south), ("2", north)], expected: ["2 certain", "1 certain"]),
            Hard(
                sentence: "near-identical texts of which one is left out", old: [("1", north), ("2", south)],
                new: [("1", south)], expected: ["2 certain"], vanished: ["1"]),
            Hard(
                sentence: "the same text twice keeps to its numbers", old: [("1", north), ("2", north)],
                new: [("1", north), ("2", north)], expected: ["1 certain", "2 certain"]),
            Hard(
                sentence: "another list: the number changes its section, the words stay",
                old: [("3", crews)], new: [("a3", crews)], expected: ["3 certain"]),
            Hard(
                sentence: "reworded and renumbered at once is only likely",
                old: [("1", lights), ("2", radar)],
                new: [("1", dues), ("2", lights), ("3", "Mend or replace the radar on the point, dark all winter")],
                expected: ["new", "1 certain", "2 likely"]),
            Hard(
                sentence: "a short text says nothing, so its number counts", old: [("1", "Mend the gate")],
                new: [("1", "Paint the gate")], expected: ["1 certain"]),
            Hard(
                sentence: "another text under the same number is another recommendation", old: [("1", lights)],
                new: [("1", dues)], expected: ["new"], vanished: ["1"]),
            Hard(
                sentence: "quotation marks, dashes and capitals are no change of words",
                old: [("1", "Say \u{201C}mind the step\u{201D} \u{2013} in letters of a foot at least")],
                new: [("7", "say \"mind the step\" - in letters of a foot at least.")], expected: ["1 certain"]),
        ])
    func matched(_ row: Hard) {
        let known = row.old.enumerated().map { place, old in
            RecommendationMatching.Known(
                id: Int64(place), number: old.0, printedNumber: old.0, text: old.1, response: .agreed)
        }
        let matching = RecommendationMatching(of: row.new.map(Self.draft), to: known)
        let found = matching.matches.map { match in
            match.map { "\($0.known.number) \($0.sureness.rawValue)" } ?? "new"
        }
        #expect(found == row.expected)
        #expect(matching.vanished.map(\.number) == row.vanished)
    }

    private static func draft(_ number: String, _ text: String) -> RecommendationDraft {
        var draft = recommendation(number, [])
        if number.hasPrefix("a") {
            draft.section = .additional
            draft.number = String(number.dropFirst())
        }
        draft.text = text
        return draft
    }

    @Test("a long plan whose rows were reworded and shifted by one is matched as a short one is")
    func long() {
        let verbs = ["mend", "paint", "survey", "dredge", "insure", "record", "publish"]
        let places = ["north", "south", "upper", "lower", "inner", "outer", "fish", "ferry", "coal", "grain", "timber"]
        func text(_ number: Int, _ last: String) -> String {
            "The board should \(verbs[number % 7]) berth\(number) beside the \(places[number % 11]) quay with "
                + "crane\(number * 3) and gauge\(number * 7) before the season \(last)"
        }
        let known = (0..<3000).map {
            RecommendationMatching.Known(
                id: Int64($0), number: "\($0)", printedNumber: "\($0)", text: text($0, "ends"), response: .agreed)
        }
        let drafts = (0..<3000).map { Self.draft("\($0 + 1)", text($0, "is over")) }
        let matching = RecommendationMatching(of: drafts, to: known)
        #expect(matching.matches.enumerated().allSatisfy { $1?.known.number == "\($0)" && $1?.sureness == .certain })
    }

    @Test("words compare as text does: in any order, each once, capitals and stops aside")
    func words() {
        let a = WordSet(["The harbour, the board and the crane must agree"])
        let b = WordSet(["agree must crane the AND board; harbour."])
        #expect(a.words == b.words && a.isAlike(b) && a.likeness(to: b) == 1)
        #expect(a.words.count == 7 && a.long.count == 7)
        #expect(WordSet(["One two three four"]).isTelling == false)
        #expect(WordSet(["caf\u{E9} na\u{EF}ve r\u{E9}sum\u{E9} \u{E9}t\u{E9} d\u{E9}j\u{E0}"]).words.count == 5)
    }
}
