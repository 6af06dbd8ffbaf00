// A date that the calendar does not have, told in a sentence.

import CivilTime

struct ImpossibleDate: Error, Hashable {
    let why: String

    static func check(year: Int, month: Int, day: Int) throws(ImpossibleDate) -> CivilDate {
        if let date = CivilDate(year: year, month: month, day: day) { return date }
        guard (1...12).contains(month) else {
            throw ImpossibleDate(why: "\(day)/\(month)/\(year) is not a day: there is no month \(month)")
        }
        guard (1...9999).contains(year) else { throw ImpossibleDate(why: "there is no year \(year)") }
        let name = CivilDate.monthNames[month - 1]
        let days = CivilDate.daysInMonth(year: year, month: month)
        let months = month == 2 ? "\(name) \(year)" : name
        throw ImpossibleDate(why: "\(day) \(name) is not a day: \(months) has \(days) days")
    }
}
