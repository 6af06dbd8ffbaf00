// A table of phrases with the readings expected of them, told in one line each: "due 2024-04-01..2024-04-30 month".

import ActionPlans
import CivilTime
import Testing

struct PhraseTable: Sendable, CustomTestStringConvertible {
    /// The rule that every row shows.
    let because: String
    let asOf: CivilDate?
    let rows: [(phrase: String, expected: String)]

    var testDescription: String { because }

    static let all =
        [
            dayPhrases, monthPhrases, periodPhrases, yearPhrases, rangePhrases, startPhrases, statusPhrases,
            recurringPhrases, relativePhrases, doubtPhrases, plainNumberPhrases, milestonePhrases, slipPhrases,
            editionPhrases, revisionPhrases,
        ] + phrasesInUse

    /// As published plans write them.
    private static let phrasesInUse = [
        daysInUse, monthsInUse, quartersInUse, yearsInUse, seasonsInUse, statusesInUse, ongoingInUse, rhythmsInUse,
        spansInUse, doubtsInUse, namesInUse, changesInUse, stepsInUse, typosInUse,
        sentencesInUse, openingsInUse, pastInUse, calendarsInUse, crossingsInUse, trapsInUse,
    ].flatMap(\.self)

    /// Tables of one edition, each with the sentence that its rows show.
    static func inUse(
        _ tables: [(because: String, rows: [(phrase: String, expected: String)])], asOf: String = "2024-02-19"
    ) -> [PhraseTable] {
        tables.map { PhraseTable(because: $0.because, asOf: CivilDate(iso: asOf), rows: $0.rows) }
    }
}

extension Reading {
    /// The reading in one line; the rule is left out, and the reason of what is unclear.
    var inOneLine: String {
        var parts = [kind.rawValue]
        if from != nil || due != nil { parts.append("\(from?.description ?? "")..\(due?.description ?? "")") }
        if let precision { parts.append(precision.rawValue) }
        if let on { parts.append("on \(on)") }
        switch recurrence {
        case .every(let period): parts.append("every \(period)")
        case .months(let months): parts.append("in \(months)")
        case .terms: parts.append("every term")
        case nil: break
        }
        if let period { parts.append(period) }
        if let after { parts.append("after \(after)") }
        if let milestone { parts.append("«\(milestone)»") }
        if let why, kind != .unclear { parts.append("why \(why)") }
        return parts.joined(separator: " ")
    }
}
