// The JSON of a reading is a contract with scripts: names, order, and what is always there.

import ActionPlans
import CivilTime
import Testing

@Suite("Readings as JSON")
struct ReadingJSONTests {
    private func json(_ phrase: String, includingMilestone: Bool = false) -> String {
        let readings = PhraseReader(asOf: nil).readings(of: phrase)
        return JSON.array(readings.map { $0.json(includingMilestone: includingMilestone) }).description
    }

    @Test("completed prints null dates, then the due date with its precision and rule")
    func contract() {
        #expect(
            json("Completed and April 2021") == """
                [{"kind": "completed", "from": null, "due": null, "rule": "the words say that it is done"}, \
                {"kind": "due", "from": "2021-04-01", "due": "2021-04-30", "precision": "month", \
                "rule": "a month is due on its last day"}]
                """)
    }

    @Test("a milestone prints where there is one, and as null where the import contract asks for it")
    func milestone() {
        #expect(json("Charter to be published by April 2024.").hasSuffix(#""milestone": "Charter to be published"}]"#))
        #expect(!json("April 2024").contains("milestone"))
        #expect(json("April 2024", includingMilestone: true).hasSuffix(#""milestone": null}]"#))
    }

    @Test("a rhythm prints as a period, as months or as terms")
    func recurrence() {
        #expect(json("every five years").contains(#""every": "P5Y""#))
        #expect(json("Feb & Oct").contains(#""months": [2, 10]"#))
        #expect(json("termly").contains(#""terms": true"#))
    }

    @Test("a relative date prints its anchor and its period, an unclear one its reason")
    func others() {
        #expect(json("within six months of publication").contains(#""after": "publication", "period": "P6M""#))
        #expect(json("TBC").contains(#""why": "the date is still to be confirmed""#))
        #expect(json("Completed 12 January 2024").contains(#""on": "2024-01-12""#))
        #expect(json("2024/25").contains(#""precision": "financial_year""#))
    }
}
