// Weeks by their ISO 8601 numbers: from Monday to Sunday, and the first of a year is the one with its first Thursday.

/// A week of the ISO 8601 calendar.
public struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year of its Thursday, which is not always the year of its days.
    public let year: Int
    /// 1 to 53.
    public let number: Int
    public let monday: CivilDate

    /// The week in which a day lies.
    public init(of day: CivilDate) {
        monday = day.adding(days: 1 - day.weekday.rawValue)
        let thursday = monday.adding(days: 3)
        year = thursday.year
        number = thursday.startOfYear.days(until: thursday) / 7 + 1
    }

    public var sunday: CivilDate { monday.adding(days: 6) }

    /// The week after; at the end of the calendar the same one.
    public var next: ISOWeek { ISOWeek(of: monday.adding(days: 7)) }

    public func contains(_ day: CivilDate) -> Bool { (monday...sunday).contains(day) }

    /// "2027-W13".
    public var description: String { "\(padded(year, 4))-W\(padded(number, 2))" }

    public static func < (a: ISOWeek, b: ISOWeek) -> Bool { a.monday < b.monday }
}
