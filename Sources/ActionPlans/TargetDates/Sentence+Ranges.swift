// Two dates that are one: a range, an alternative, or a date told twice.

import CivilTime

extension Sentence {
    // MARK: Ranges

    mutating func joinRanges() {
        var joined: [Statement] = []
        for statement in statements {
            guard let last = joined.last, !isChange(last), let first = last.term, let second = statement.term,
                !first.isOpen,
                let kind = Self.pair(first, second, statement, isBetween: isBetween(last), grammar: grammar)
            else {
                joined.append(statement)
                continue
            }
            var range = last
            range.kind = kind
            range.tokens = last.tokens.lowerBound..<statement.tokens.upperBound
            joined[joined.count - 1] = range
        }
        statements = joined
    }

    private static func pair(
        _ first: DateTerm, _ second: DateTerm, _ statement: Statement, isBetween: Bool, grammar: Grammar
    ) -> Statement.Kind? {
        let isLedTo = second.lead == .until && statement.isTied(by: [.comma, .and])
        if statement.joints.contains(.to) && statement.isTied(by: [.to, .bracket]) || isLedTo
            || (isBetween && statement.isTied(by: [.and]))
            || (first.lead == .throughout && second.lead == .none && statement.isTied(by: [.and]))
        {
            if first.unit == .year, second.unit == .year, grammar.isAboutMoney, let a = first.knownYear,
                second.knownYear == a + 1
            {
                var year = first
                (year.unit, year.year) = (.financialYear, .known(a))
                return .date(year)
            }
            if first.lead == .until || first.lead == .before { return nil }
            return .range(first, second)
        }
        if statement.isTied(by: [.slash, .or]), !statement.joints.isEmpty { return .either(first, second) }
        return nil
    }

    /// "Revised from March to June 2024" is no range.
    private func isChange(_ statement: Statement) -> Bool {
        statement.words.last.map { Self.changes.contains(grammar.tokens[$0].text) } ?? false
    }

    private func isBetween(_ statement: Statement) -> Bool {
        !statement.words.isEmpty && grammar.tokens[statement.words.upperBound - 1].text == "between"
    }

    // MARK: Dates told twice

    /// "Q4 (January to March 2025)": the bracket says which quarter; "June 2024 (Q1)" and "2024 (Q3)": the date does.
    mutating func dropVagueQuarters() {
        for index in statements.indices.dropLast().reversed() {
            let (outer, inner) = (statements[index], statements[index + 1])
            guard inner.isTied(by: [.bracket, .to, .colon, .comma]),
                !Self.isQuarter(inner) || inner.joints.contains(.bracket),
                let first = outer.term,
                var second = inner.term
            else { continue }
            if inner.joints.contains(.bracket), first.knownYear != nil, second.doubt == nil, second.knownYear == nil {
                if let closer = dating.within(first, second) {
                    statements[index + 1].kind = .date(closer)
                } else {
                    statements.remove(at: index + 1)
                }
            } else if Self.isYearlessYear(first), inner.joints.contains(.to), second.knownYear != nil {
                // "End of financial year – March 2025"
                statements[index + 1].words = outer.words
                statements.remove(at: index)
            } else if first.doubt != nil, second.knownYear != nil || statements.indices.contains(index + 2) {
                statements[index + 1].words = outer.words
                statements.remove(at: index)
            } else if inner.joints.contains(.bracket), second.doubt != nil, case .quarter(let number, _) = second.unit,
                let year = first.knownYear
            {
                guard first.unit == .year || first.unit == .financialYear else {
                    statements.remove(at: index + 1)
                    continue
                }
                (second.unit, second.year) = (.quarter(number, isFinancial: first.unit == .financialYear), .known(year))
                second.doubt = nil
                statements[index + 1].kind = .date(second)
            }
        }
    }

    private static func isYearlessYear(_ term: DateTerm) -> Bool {
        term.part == .end && term.knownYear == nil && [.year, .financialYear].contains(term.unit)
    }

    private static func isQuarter(_ statement: Statement) -> Bool {
        switch statement.term?.unit {
        case .quarter, .half, .year, .financialYear: true
        default: false
        }
    }

    /// "Q4 2024/25 (March 2025)": of a date and one in brackets within it, the closer counts.
    mutating func dropRestated() {
        for index in statements.indices.dropLast().reversed() {
            let (outer, inner) = (statements[index], statements[index + 1])
            guard inner.joints.contains(.bracket), inner.isTied(by: [.bracket]), let wide = days(outer),
                let close = days(inner),
                wide.lowerBound <= close.lowerBound, close.upperBound <= wide.upperBound
            else { continue }
            statements[index + 1].words = outer.words
            statements.remove(at: index)
        }
    }

    private func days(_ statement: Statement) -> ClosedRange<CivilDate>? {
        let reading: Reading
        switch statement.kind {
        case .date(let term): reading = dating.reading(of: term)
        case .range(let first, let second): reading = dating.range(first, second)
        case .either(let first, let second): reading = dating.either(first, second)
        default: return nil
        }
        guard let from = reading.from, let due = reading.due, from <= due else { return nil }
        return from...due
    }
}
