import CivilTime
import Foundation
import TestSupport
import Testing

@Suite("Civil days")
struct CivilDateTests {
    @Test("every day of 4,000 years goes to its number and back, on the weekday after the one before")
    func roundTrip() throws {
        var expected = try #require(CivilDate(year: 1, month: 1, day: 1))
        var weekday = Weekday.monday.rawValue
        var faults: [String] = []
        for number in expected.dayNumber..<expected.dayNumber + 1_460_970 {
            let date = CivilDate(dayNumber: number)
            if date != expected || date.dayNumber != number || date.weekday.rawValue != weekday {
                faults.append("day \(number): expected \(expected), found \(date) \(date.weekday)")
            }
            weekday = weekday % 7 + 1
            let (year, month, day) = (expected.year, expected.month, expected.day)
            // The calendar said once more, by counting: nothing here divides by 146,097.
            let next =
                CivilDate(year: year, month: month, day: day + 1) ?? CivilDate(year: year, month: month + 1, day: 1)
                ?? CivilDate(year: year + 1, month: 1, day: 1)
            expected = try #require(next)
        }
        #expect(faults.prefix(3) == [])
        #expect(expected == CivilDate(iso: "4001-01-01"))
    }

    @Test(
        "known days have known numbers",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-04-30", 19_843),
            ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ])
    func knownNumbers(text: String, number: Int) {
        #expect(CivilDate(iso: text)?.dayNumber == number)
        #expect(CivilDate(dayNumber: number).description == text)
    }

    @Test(
        "what is not exactly a day is refused",
        arguments: [
            ("2023-02-29", "no leap year"), ("2100-02-29", "a century that is none either"),
            ("2024-00-10", "no month 0"),
            ("2024-13-01", "no month 13"), ("2024-04-31", "April has 30 days"), ("2024-04-00", "no day 0"),
            ("0000-01-01", "no year 0"), ("2024-4-30", "one digit"), ("20240430", "no hyphens"),
            ("2024-04-30 ", "a space"),
            ("2024-04-30T00:00:00Z", "a time as well"), ("+024-04-30", "a sign"), ("2024–04–30", "dashes"),
            ("２024-04-30", "a digit outside ASCII"), ("", "nothing"), ("12024-04-30", "five digits"),
        ])
    func refused(text: String, why: String) { #expect(CivilDate(iso: text) == nil, "\(why)") }

    @Test(
        "adding months keeps the day, or takes the last one of a shorter month",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-03-31", -1, "2024-02-29"), ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"),
            ("2024-05-31", 1, "2024-06-30"), ("2020-01-08", 18, "2021-07-08"), ("2024-04-30", 0, "2024-04-30"),
            ("9999-06-30", 7, "9999-12-31"), ("0001-06-30", -6, "0001-01-01"), ("2024-04-30", .max, "9999-12-31"),
            ("2024-04-30", .min, "0001-01-01"),
        ])
    func addingMonths(from: String, months: Int, to: String) throws {
        #expect(try #require(CivilDate(iso: from)).adding(months: months).description == to)
    }

    @Test("adding months is monotonic, and lands in the month that counting names")
    func addingMonthsProperty() {
        var chance = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let day = CivilDate(dayNumber: Int.random(in: -300_000...300_000, using: &chance))
            let months = Int.random(in: -600...600, using: &chance)
            let sum = day.adding(months: months)
            let shift = (sum.year - day.year) * 12 + sum.month - day.month
            if shift != months || sum.day > day.day || (sum.day < day.day && sum != sum.endOfMonth)
                || day.adding(days: 1).adding(months: months) < sum
            {
                Issue.record("seed \(seed): \(day) and \(months) months gave \(sum)")
            }
        }
    }

    @Test(
        "adding days stops at the bounds",
        arguments: [
            ("2024-02-28", 1, "2024-02-29"), ("2024-12-31", 1, "2025-01-01"), ("2024-03-01", -1, "2024-02-29"),
            ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"), ("2024-01-01", .max, "9999-12-31"),
            ("1900-01-01", .min, "0001-01-01"),
        ])
    func addingDays(from: String, days: Int, to: String) throws {
        #expect(try #require(CivilDate(iso: from)).adding(days: days).description == to)
    }

    @Test(
        "periods end on their last day",
        arguments: [
            // day, start of month, end of month, of quarter, of year, financial year, its last day
            ("2024-02-10", "2024-02-01", "2024-02-29", "2024-03-31", "2024-12-31", "2023/24", "2024-03-31"),
            ("2024-03-31", "2024-03-01", "2024-03-31", "2024-03-31", "2024-12-31", "2023/24", "2024-03-31"),
            ("2024-04-01", "2024-04-01", "2024-04-30", "2024-06-30", "2024-12-31", "2024/25", "2025-03-31"),
            ("2023-09-30", "2023-09-01", "2023-09-30", "2023-09-30", "2023-12-31", "2023/24", "2024-03-31"),
            ("2099-12-01", "2099-12-01", "2099-12-31", "2099-12-31", "2099-12-31", "2099/00", "2100-03-31"),
        ])
    func periods(
        day: String, start: String, month: String, quarter: String, year: String, financial: String, ends: String
    ) throws {
        let day = try #require(CivilDate(iso: day))
        #expect(day.startOfMonth.description == start)
        #expect(day.endOfMonth.description == month)
        #expect(day.endOfQuarter.description == quarter)
        #expect(day.endOfYear.description == year)
        #expect(day.financialYear.description == financial)
        #expect(day.financialYear.lastDay.description == ends)
    }

    @Test(
        "the quarters of a financial year follow one another from April to March",
        arguments: [
            (1, "2024-04-01", "2024-06-30"), (2, "2024-07-01", "2024-09-30"), (3, "2024-10-01", "2024-12-31"),
            (4, "2025-01-01", "2025-03-31"), (0, "2024-04-01", "2024-06-30"), (9, "2025-01-01", "2025-03-31"),
        ])
    func quarters(number: Int, first: String, last: String) {
        let quarter = FinancialYear(startYear: 2024).quarter(number)
        #expect(quarter.lowerBound.description == first)
        #expect(quarter.upperBound.description == last)
    }

    @Test("financial years at the bounds stay within them", arguments: [Int.min, -1, 0, 9998, 9999, 10_000, Int.max])
    func extremeYears(start: Int) {
        let year = FinancialYear(startYear: start)
        #expect(year.firstDay <= year.lastDay)
        for number in 1...4 { #expect(year.quarter(number).lowerBound >= year.firstDay) }
        #expect(!year.description.isEmpty)
    }

    @Test("days are counted between dates, backwards too")
    func between() throws {
        let (start, end) = (try #require(CivilDate(iso: "2024-02-28")), try #require(CivilDate(iso: "2024-03-01")))
        #expect(start.days(until: end) == 2)
        #expect(end.days(until: start) == -2)
        #expect(start < end)
    }

    @Test(
        "a day is told in English words",
        arguments: [
            ("2024-04-30", "Tuesday 30 April 2024"), ("2026-11-22", "Sunday 22 November 2026"),
            ("2020-02-29", "Saturday 29 February 2020"), ("1999-01-01", "Friday 1 January 1999"),
        ])
    func words(text: String, words: String) throws {
        let day = try #require(CivilDate(iso: text))
        #expect(day.inWordsWithWeekday == words)
        #expect("\(day.weekday.name) \(day.inWords)" == words)
    }

    @Test(
        "weekdays are read by name, short or long, in any case",
        arguments: [
            ("mon", Weekday.monday), ("Tuesday", .tuesday), ("WED", .wednesday), ("thu", .thursday), ("Fri", .friday),
            ("saturday", .saturday), ("sun", .sunday),
        ])
    func weekdays(text: String, day: Weekday) {
        #expect(Weekday(text) == day)
        #expect(Weekday(day.name) == day)
    }

    @Test("other words are no weekday", arguments: ["", "mo", "mond", "Montag", "1", "mon "])
    func noWeekday(text: String) { #expect(Weekday(text) == nil) }

    @Test("in JSON a day is its ISO text, and anything else is refused by name")
    func codable() throws {
        let days = try JSONDecoder().decode([CivilDate].self, from: Data(#"["2024-04-30"]"#.utf8))
        #expect(days == [CivilDate(iso: "2024-04-30")])
        #expect(String(decoding: try JSONEncoder().encode(days), as: UTF8.self) == #"["2024-04-30"]"#)
        let error = #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["30/04/2024"]"#.utf8))
        }
        #expect("\(String(describing: error))".contains("YYYY-MM-DD"))
    }
}
