// From a date term to its days: the year where none is printed, the part of the period, and what the lead makes of it.

import CivilTime

struct Dating {
    let asOf: CivilDate?

    // MARK: Years

    /// The term with its year, taken from the edition's date where it has none. A month or season is the next one.
    func settled(_ term: DateTerm) -> DateTerm {
        var term = term
        guard term.fixed == nil, term.doubt == nil else { return term }
        switch term.year {
        case .known: return term
        case .missing, .relative:
            guard let asOf else {
                term.doubt =
                    term.year == .missing
                    ? "no year is printed, and the day of the document is not known" : Grammar.noEdition
                return term
            }
            term.year = .known(year(of: term, seenFrom: asOf))
            return term
        }
    }

    /// The term with its year, where it tells of something done: the last one that has begun by the edition's date.
    func settledBefore(_ term: DateTerm) -> DateTerm {
        var settled = settled(term)
        // An impossible day stays as it is, and its reading says so.
        guard let asOf, case .known(let year) = settled.year, let from = try? period(settled).from, from > asOf else {
            return settled
        }
        settled.year = .known(year - 1)
        return settled
    }

    private func year(of term: DateTerm, seenFrom asOf: CivilDate) -> Int {
        let next = nextYear(of: term.unit, from: asOf)
        guard case .relative(let steps) = term.year else { return next }
        switch term.unit {
        case .financialYear, .quarter(_, isFinancial: true), .half(_, isFinancial: true):
            return asOf.financialYear.startYear + steps
        case .schoolYear: return (asOf.month >= 8 ? asOf.year : asOf.year - 1) + steps
        case .season(.winter) where steps == 0: return next
        case .month, .day: return steps == 1 ? next : asOf.year + steps
        default: return asOf.year + steps
        }
    }

    /// The first year in which the period does not end before a day.
    private func nextYear(of unit: CalendarUnit, from asOf: CivilDate) -> Int {
        for year in (asOf.year - 1)...(asOf.year + 1) {
            // A day that this year does not have, such as 29 February, is looked for in the next.
            if let period = try? unit.period(in: year), period.due >= asOf { return year }
        }
        return asOf.year
    }

    // MARK: Periods

    /// The days that the unit and its part cover.
    func period(_ term: DateTerm) throws(ImpossibleDate) -> Period {
        if let doubt = term.doubt { throw ImpossibleDate(why: doubt) }
        let whole: Period
        if let fixed = term.fixed {
            whole = fixed
        } else {
            guard let year = term.knownYear else { throw ImpossibleDate(why: Grammar.noEdition) }
            whole = try term.unit.period(in: year)
        }
        guard let part = term.part, part != .end, let from = whole.from else { return whole }
        return Self.part(
            part, of: whole, from: from,
            isBy: term.lead == .by || term.lead == .before || term.lead == .until || term.lead == .from)
    }

    private static func part(_ part: DateTerm.Part, of whole: Period, from: CivilDate, isBy: Bool) -> Period {
        var period = whole
        let months = (whole.due.year - from.year) * 12 + whole.due.month - from.month + 1
        switch part {
        case .start where isBy || months < 12:
            period.due = from
            period.precision = .day
            period.rule = "the start of a period is its first day"
        case .start where months >= 12, .early where months >= 12:
            period.due = from.adding(months: 2).endOfMonth
            period.rule = "early in a year is its first three months"
        case .early where months == 1:
            period.due = from.adding(days: 9)
            period.rule = "early in a month is up to the 10th"
        case .early:
            period.due = from.adding(months: max(1, months / 3) - 1).endOfMonth
            period.rule = "early in a period is its first third"
        case .mid where months == 1:
            period.due = from.adding(days: 14)
            period.rule = "the middle of a month is the 15th"
        case .mid where months >= 12:
            period.due = from.adding(months: 5).endOfMonth
            period.rule = "the middle of a year is the end of its sixth month"
        case .mid:
            period.due = from.adding(months: max(1, (months + 1) / 2) - 1).endOfMonth
            period.rule = "the middle of a period is the end of its middle month"
        default: break
        }
        return period
    }

    // MARK: Readings

    /// What one date says by itself.
    func reading(of term: DateTerm) -> Reading {
        let period: Period
        do { period = try self.period(term) } catch { return .unclear(error.why) }
        if term.isOpen || term.lead == .from {
            return Reading(
                kind: .starts, from: period.from, precision: period.precision,
                rule: "what starts in a period starts on its first day")
        }
        switch term.lead {
        case .before where term.part == .end || term.part == .late:
            return Reading(
                kind: .due, from: period.from, due: period.due, precision: period.precision,
                rule: "before the end of a period is due on its last day")
        case .before:
            let first = period.from ?? period.due
            return Reading(
                kind: .due, due: first.adding(days: -1), precision: .day, rule: "before a date is the day before it")
        case .after:
            return Reading(
                kind: .starts, from: period.due.adding(days: 1), precision: period.precision,
                rule: "after a date is from the day after it")
        case .until:
            return Reading(
                kind: .due, from: period.from, due: period.due, precision: period.precision,
                rule: "until a date is due on that date; \(period.rule)")
        case .throughout where period.precision != .day:
            return Reading(
                kind: .range, from: period.from, due: period.due, precision: period.precision,
                rule: "throughout a period is from its first day to its last")
        default:
            return Reading(
                kind: .due, from: period.from, due: period.due, precision: period.precision, rule: period.rule)
        }
    }

    /// From the first day of one date to the last day of another.
    func range(_ opening: DateTerm, _ closing: DateTerm) -> Reading {
        var closing = closing
        closing.lead = .none
        do {
            let first = try period(opening)
            let last = try period(closing)
            let from = first.from ?? first.due
            guard from <= last.due else {
                return .unclear("it ends on \(last.due), before it begins on \(from)")
            }
            return Reading(
                kind: .range, from: from, due: last.due, precision: last.precision,
                rule: "a range is from the first day of its first date to the last day of its second")
        } catch {
            return .unclear(error.why)
        }
    }

    /// "March/April 2024", "spring or summer 2025": one date that leaves room.
    func either(_ first: DateTerm, _ second: DateTerm) -> Reading {
        do {
            let (early, late) = (try period(first), try period(second))
            guard early.due <= late.due else { return .unclear("its second date is before its first") }
            return Reading(
                kind: .due, from: early.from, due: late.due, precision: late.precision,
                rule: "of two dates, the later is the last day")
        } catch {
            return .unclear(error.why)
        }
    }

    func reading(of relative: Relative) -> Reading {
        let anchor = relative.anchor.map(settled)
        // An anchor that is no date leaves the reading relative, without a day, which sends it to a person.
        if let anchor, let start = try? period(anchor), relative.period != nil {
            return counted(relative, from: start)
        }
        let edition = relative.isFromEdition ? asOf : nil
        let due = edition.flatMap { end(of: relative, after: Period(from: $0, due: $0, precision: .day, rule: "")) }
        let after = relative.after ?? (relative.isFromEdition ? "the date of the document" : nil)
        let rule = due == nil ? relative.rule : "counted from the edition's date"
        return Reading(kind: .relative, due: due, rule: rule, after: after, period: relative.period)
    }

    private func counted(_ relative: Relative, from start: Period) -> Reading {
        if relative.isSpan, let from = start.from,
            let last = end(of: relative, after: Period(from: from, due: from, precision: .day, rule: ""))
        {
            return Reading(
                kind: .range, from: from, due: last.adding(days: -1), precision: start.precision,
                rule: "so long from the first day of a date")
        }
        let due = end(of: relative, after: start)
        return Reading(
            kind: .relative, due: due, precision: due == nil ? nil : start.precision,
            rule: "so long after the last day of its anchor", after: relative.after, period: relative.period)
    }

    /// The last day of so many days, weeks, months or years after a period; nil for working days, which need a calendar.
    private func end(of relative: Relative, after start: Period) -> CivilDate? {
        guard !relative.rule.hasPrefix("so many working") else { return nil }
        let isMonth = start.precision != .day
        switch relative.unit {
        case "D": return start.due.adding(days: relative.count)
        case "W": return start.due.adding(days: 7 * relative.count)
        case "M", "Q", "Y":
            let months = relative.count * (relative.unit == "Y" ? 12 : relative.unit == "Q" ? 3 : 1)
            let due = start.due.adding(months: months)
            return isMonth ? due.endOfMonth : due
        default: return nil
        }
    }
}
