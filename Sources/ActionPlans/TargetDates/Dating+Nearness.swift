// Where a date stands beside another day: within a wider date, or before the edition. It reads nothing by itself.

import CivilTime

extension Dating {
    // MARK: Within another

    /// "Summer 2024 (June)": the yearless date in the year that puts it inside the other; nil where none does.
    func within(_ outer: DateTerm, _ inner: DateTerm) -> DateTerm? {
        // Within an impossible day lies nothing.
        guard inner.fixed == nil, let year = outer.knownYear, let whole = try? period(outer), let from = whole.from
        else { return nil }
        for year in year...(year + 1) {
            var dated = inner
            dated.year = .known(year)
            // An impossible day lies within nothing.
            guard let part = try? period(dated), part.from ?? part.due >= from, part.due <= whole.due else { continue }
            return part.from == from && part.due == whole.due ? nil : dated
        }
        return nil
    }

    // MARK: The past

    /// Whether a date has come, as far as the edition can say; true where its day is not known.
    func isPast(_ term: DateTerm) -> Bool {
        // An impossible date is not past; read as a date of its own it says why it is unclear.
        guard let period = try? self.period(term) else { return false }
        guard let asOf else { return true }
        return (period.from ?? period.due) <= asOf
    }

    /// When something was completed, as precise as printed.
    func on(_ term: DateTerm) -> String? {
        // Without a day that can be, it is completed all the same, and nobody knows when.
        guard let period = try? self.period(term), let from = period.from else { return nil }
        let (first, last) = (from.description, period.due.description)
        switch period.precision {
        case .day where from == period.due: return last
        case .month: return String(last.prefix(7))
        case .year where first.prefix(4) == last.prefix(4): return String(last.prefix(4))
        default: return first.prefix(7) + "/" + last.prefix(7)
        }
    }
}
