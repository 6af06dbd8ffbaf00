// Productions for what counts from the edition's date: next month, later this year, the end of term.

import CivilTime

extension Grammar {
    /// "next month", "later this year", "the end of the quarter", "in the new year", "year end".
    mutating func countedFromEdition(_ term: inout DateTerm) -> Bool {
        let isLed = term.lead != .none || term.part != nil
        if take("new", "year") || take("the", "new", "year") {
            (term.unit, term.part, term.year) = (.year, .early, .relative(1))
            if let year = yearAfterUnit(isMonth: false) { term.year = .known(year) }
            return isLed || term.knownYear != nil
        }
        if take("year", "end") || take("year", "-", "end") || take("eoy") {
            _ = take("of")
            term.part = .end
            if let start = markedFinancialYear() {
                (term.unit, term.year) = (.financialYear, .known(start))
            } else if let year = yearAfterUnit(isMonth: false) {
                term.year = .known(year)
            } else {
                term.doubt = "a year end may be that of the calendar year or of the financial year"
            }
            return true
        }
        let determiner = determiner()
        _ = take("calendar")
        guard determiner != nil || (term.part != nil && isLed) else { return false }
        let steps: Int
        switch determiner {
        case .relative(let count): steps = count
        default: steps = 0
        }
        guard ["year", "quarter", "month", "week"].contains(text()) else { return false }
        let unit = text()
        place += 1
        if let number = number() {
            if isYear(number) { return false }
            if determiner == nil, !isDateAhead {  // "the end of month 3"
                place += 1
                term.doubt = "a \(unit) by its number counts from a start that is not named"
                return true
            }
        }
        if unit == "year" {
            (term.unit, term.year) = (.year, .relative(steps))
            return true
        }
        guard let asOf else {
            term.doubt = Self.noEdition
            return true
        }
        term.fixed = Self.period(unit, steps, after: asOf)
        return true
    }

    private static func period(_ unit: String, _ steps: Int, after day: CivilDate) -> Period {
        switch unit {
        case "month":
            let first = day.startOfMonth.adding(months: steps)
            return Period(
                from: first, due: first.endOfMonth, precision: .month, rule: "a month counted from the edition's date")
        case "quarter":
            let first = day.startOfMonth.adding(months: 3 * steps - (day.month - 1) % 3)
            return Period(
                from: first, due: first.adding(months: 2).endOfMonth, precision: .quarter,
                rule: "a quarter counted from the edition's date")
        default:
            let monday = day.adding(days: 7 * steps - (day.dayNumber + 3) % 7)
            return Period(
                from: monday, due: monday.adding(days: 6), precision: .day,
                rule: "a week counted from the edition's date")
        }
    }

    /// The first day of the next term.
    static func termStart(after day: CivilDate) -> Period {
        let months = day.month < 4 ? 3 : day.month < 9 ? 8 : 12
        let first = day.startOfYear.adding(months: months)
        return Period(
            from: first, due: first, precision: .term, rule: "school terms start on 1 January, 1 April and 1 September")
    }

    /// The term in which, or before which, a day falls.
    static func termEnd(after day: CivilDate, isNext: Bool) -> Period {
        if isNext { return termEnd(after: termEnd(after: day, isNext: false).due.adding(days: 30), isNext: false) }
        let season: Season = day.month <= 3 ? .spring : day.month <= 7 ? .summer : .autumn
        let first = day.startOfYear.adding(months: season == .spring ? 0 : season == .summer ? 3 : 8)
        let last = day.startOfYear.adding(months: season == .spring ? 2 : season == .summer ? 6 : 11).endOfMonth
        return Period(from: first, due: last, precision: .term, rule: "a school term counted from the edition's date")
    }
}
