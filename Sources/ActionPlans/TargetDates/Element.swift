// What the grammar makes of the tokens of a phrase, in order: dates, statuses, joints and plain prose.

struct Element: Sendable {
    enum Kind: Sendable {
        case date(DateTerm)
        case completed
        /// `isSoft`: an adjective ("ongoing review", "continuous improvement") that gives way to a date beside it.
        case ongoing(isSoft: Bool)
        case recurring(Recurrence, rule: String, isSoft: Bool)
        case relative(Relative)
        /// `isSoft`: says nothing beside another reading ("immediate and ongoing").
        case doubt(String, isSoft: Bool)
        case nothing
        case joint(Joint)
        case stop
        case prose
    }

    enum Joint: Sendable { case to, and, or, then, comma, slash, colon, bracket }

    let kind: Kind
    /// The tokens it covers.
    let tokens: Range<Int>
}

/// "within six months of publication".
struct Relative: Hashable, Sendable {
    var period: String?
    /// The last days of the period, counted for an anchor whose date is known.
    var count = 0
    var unit: Character = "D"
    /// What it counts from, as printed.
    var after: String?
    /// What it counts from, where that is a date.
    var anchor: DateTerm?
    /// Counted from the edition's own date.
    var isFromEdition = false
    /// "for 12 months from April 2024": a range, whose first day is the anchor's.
    var isSpan = false
    var rule: String
}
