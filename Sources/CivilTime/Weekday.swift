// The days of the week by their ISO 8601 numbers, and their English names.

/// A day of the week, Monday first.
public enum Weekday: Int, Sendable, CaseIterable, Comparable, CustomStringConvertible {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The day with this name, "mon" or "Monday", in any case; nil for anything else.
    public init?(_ text: String) {
        let wanted = text.lowercased()
        guard
            let day = Weekday.allCases.first(where: {
                [$0.name, $0.shortName].map { $0.lowercased() }.contains(wanted)
            })
        else { return nil }
        self = day
    }

    /// The day this many days after a Monday; any number, also a negative one.
    init(daysAfterMonday days: Int) {
        let remainder = days % 7
        switch remainder < 0 ? remainder + 7 : remainder {
        case 0: self = .monday
        case 1: self = .tuesday
        case 2: self = .wednesday
        case 3: self = .thursday
        case 4: self = .friday
        case 5: self = .saturday
        default: self = .sunday
        }
    }

    /// "Monday".
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// "Mon", as in RFC 5322.
    public var shortName: String { String(name.prefix(3)) }

    public var isWeekend: Bool { self == .saturday || self == .sunday }

    public var description: String { name }

    public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
