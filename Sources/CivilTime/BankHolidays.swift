// The bank holidays that are known, and how far they are known. Never computed: they are proclaimed, sometimes nine
// days before, so they are read from a file that can be replaced while the service runs.

/// Bank holidays by division, with their titles.
public struct BankHolidays: Sendable, Equatable {
    private let byDivision: [Division: [CivilDate: String]]

    /// Titles by day.
    public init(_ byDivision: [Division: [CivilDate: String]]) { self.byDivision = byDivision }

    /// "Easter Monday", or nil when the day is not known as a holiday there.
    public func title(on day: CivilDate, in division: Division) -> String? { byDivision[division]?[day] }

    /// Every holiday known there, ascending.
    public func days(in division: Division) -> [CivilDate] { (byDivision[division] ?? [:]).keys.sorted() }

    /// How far the holidays are known: 31 December of the last year that has one, nil when there are none. Working days
    /// after it leave out weekends only.
    public func lastDay(in division: Division) -> CivilDate? { byDivision[division]?.keys.max()?.endOfYear }

    /// The holidays of both; where both name a day, the title in `other` holds. Nothing known is ever lost, since old
    /// years have vanished from the published feed before.
    public func merging(_ other: BankHolidays) -> BankHolidays {
        BankHolidays(
            byDivision.merging(other.byDivision) { mine, theirs in mine.merging(theirs) { _, title in title } })
    }
}
