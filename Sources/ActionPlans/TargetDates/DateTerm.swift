// A date as the grammar found it: what leads it, which part of which unit it names, and the year if one is printed.

import CivilTime

struct DateTerm: Hashable, Sendable {
    /// The words before a date that change what it means.
    enum Lead: Sendable { case none, at, by, before, until, from, after, throughout }

    enum Part: Sendable { case start, early, mid, late, end }

    enum Year: Hashable, Sendable {
        case known(Int)
        case missing
        /// "this" 0, "next" 1, "last" -1: counted from the edition's date.
        case relative(Int)
    }

    var lead = Lead.none
    var part: Part?
    var unit = CalendarUnit.year
    var year = Year.missing
    /// "April 2024 onwards".
    var isOpen = false
    /// A period that the document's own date already fixed ("next month").
    var fixed: Period?
    /// Why it is no date after all.
    var doubt: String?

    var knownYear: Int? {
        if case .known(let year) = year { year } else { nil }
    }
}
