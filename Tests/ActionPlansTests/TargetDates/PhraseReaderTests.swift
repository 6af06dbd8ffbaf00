// What the reader promises of every phrase, and the tables of phrases.

import ActionPlans
import CivilTime
import Testing

@Suite("Target-date phrases")
struct PhraseReaderTests {
    @Test("each phrase is read as a careful person reads it", arguments: PhraseTable.all)
    func tables(_ table: PhraseTable) {
        let reader = PhraseReader(asOf: table.asOf)
        for (phrase, expected) in table.rows {
            let found = reader.readings(of: phrase).map(\.inOneLine).joined(separator: "; ")
            #expect(found == expected, "“\(phrase)”: \(table.because)")
        }
    }

    @Test("every reading keeps the contract of its kind", arguments: PhraseTable.all)
    func contract(_ table: PhraseTable) {
        for asOf in [table.asOf, nil] {
            for (phrase, _) in table.rows {
                for reading in PhraseReader(asOf: asOf).readings(of: phrase) {
                    #expect(reading.brokenPromise == nil, "“\(phrase)”: \(reading)")
                }
            }
        }
    }

    @Test(
        "a blank phrase has one reading of kind none", arguments: ["", " ", "\t", "\u{A0}", "\r\n", "-", "–", "<br>"])
    func blank(_ phrase: String) {
        #expect(PhraseReader(asOf: nil).readings(of: phrase).map(\.kind) == [.none])
    }

    @Test("an impossible date says which month is too short")
    func impossible() {
        let readings = PhraseReader(asOf: nil).readings(of: "31 April 2024")
        #expect(readings.first?.why == "31 April is not a day: April has 30 days")
    }

    @Test("a range that ends before it begins is unclear, and says both days")
    func backwards() {
        let readings = PhraseReader(asOf: nil).readings(of: "March 2025 to October 2023")
        #expect(readings.map(\.kind) == [.unclear])
        #expect(readings.first?.why == "it ends on 2023-10-31, before it begins on 2025-03-01")
    }

    @Test("a date already past when its edition came out is noted, one still to come is not")
    func past() {
        let reader = PhraseReader(asOf: CivilDate(iso: "2020-12-07"))
        #expect(
            reader.problems(of: reader.readings(of: "March 2020"))
                == ["2020-03-31 was already past when the edition came out on 2020-12-07"])
        #expect(reader.problems(of: reader.readings(of: "March 2021")).isEmpty)
        #expect(reader.problems(of: reader.readings(of: "Completed March 2020")).isEmpty)
    }

    @Test("every unclear phrase is a problem with its reason")
    func unclear() {
        let reader = PhraseReader(asOf: nil)
        #expect(reader.problems(of: reader.readings(of: "TBC")) == ["the date is still to be confirmed"])
    }

    @Test("a cell too long for a target date is unclear and is not read")
    func long() {
        let phrase = String(repeating: "April 2024 ", count: PhraseReader.longest / 11 + 1)
        #expect(PhraseReader(asOf: nil).readings(of: phrase).map(\.kind) == [.unclear])
    }
}

extension Reading {
    /// Which promise of its kind the reading breaks; nil where it keeps them all.
    var brokenPromise: String? {
        if rule.isEmpty { return "no rule" }
        if let from, let due, from > due { return "it ends before it begins" }
        if milestone?.isEmpty == true { return "an empty milestone" }
        switch kind {
        case .due: return due == nil || precision == nil ? "a due date without its day or precision" : nil
        case .range: return from == nil || due == nil ? "a range without both ends" : nil
        case .starts: return from == nil || due != nil ? "a start without its day, or with a due date" : nil
        case .recurring: return recurrence == nil || due != nil ? "no rhythm, or a due date" : nil
        case .relative: return after == nil && period == nil ? "neither an anchor nor a period" : nil
        case .completed, .ongoing, .none: return from != nil || due != nil ? "a date that plans something" : nil
        case .unclear: return why?.isEmpty != false || from != nil || due != nil ? "no reason, or a date" : nil
        }
    }
}
