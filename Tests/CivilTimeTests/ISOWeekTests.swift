import CivilTime
import Testing

@Suite("ISO weeks")
struct ISOWeekTests {
    @Test(
        "have the number of the year with their Thursday",
        arguments: [
            ("2026-11-22", "2026-W47", "a Sunday ends its week"), ("2026-11-23", "2026-W48", "a Monday begins one"),
            ("2020-12-31", "2020-W53", "a year that begins on a Wednesday and leaps has 53"),
            ("2021-01-03", "2020-W53", "the first days of a year may be the old year's"),
            ("2024-12-30", "2025-W01", "the last days of a year may be the new year's"),
            ("2027-03-31", "2027-W13", "the end of a financial year"),
            ("0001-01-01", "0001-W01", "the calendar begins on a Monday"),
        ])
    func number(iso: String, expected: String, sentence: Comment) throws {
        let day = try #require(CivilDate(iso: iso))
        let week = ISOWeek(of: day)
        #expect(week.description == expected, sentence)
        #expect(week.contains(day) && week.monday.weekday == .monday, sentence)
    }

    @Test("follow each other without gap for four hundred years")
    func succession() throws {
        var week = ISOWeek(of: try #require(CivilDate(iso: "2000-01-03")))
        while week.year < 2400 {
            let next = week.next
            #expect(next.monday == week.sunday.adding(days: 1))
            #expect(next.year == week.year ? next.number == week.number + 1 : next.number == 1 && week.number >= 52)
            week = next
        }
    }
}
