import CivilTime
import Testing

@Suite("Bank holidays")
struct BankHolidaysTests {
    /// Easter Sunday by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
    private func easter(_ year: Int) throws -> CivilDate {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
        let sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
        return try #require(CivilDate(year: year, month: sum / 31, day: sum % 31 + 1))
    }

    @Test("Good Friday and Easter Monday stand where Easter puts them", arguments: 2019...2028)
    func easterDays(year: Int) throws {
        let holidays = try shippedHolidays()
        let sunday = try easter(year)
        #expect(sunday.weekday == .sunday)
        for division in Division.allCases {
            let titled = { (title: String) in
                holidays.days(in: division).filter { $0.year == year && holidays.title(on: $0, in: division) == title }
            }
            #expect(titled("Good Friday") == [sunday.adding(days: -2)])
            #expect(titled("Easter Monday") == (division == .scotland ? [] : [sunday.adding(days: 1)]))
        }
    }

    @Test("the file has three divisions, ten years, weekdays only, no day twice, and a full set each year")
    func shape() throws {
        let feeds = try shippedFeed()
        #expect(Set(feeds.keys) == Set(Division.allCases.map(\.rawValue)))
        let usual: [Division: Int] = [.englandAndWales: 8, .scotland: 9, .northernIreland: 10]
        let extra: [Division: [Int: Int]] = [
            .englandAndWales: [2022: 2, 2023: 1], .scotland: [2022: 2, 2023: 1, 2026: 1],
            .northernIreland: [2022: 2, 2023: 1],
        ]
        for division in Division.allCases {
            let feed = try #require(feeds[division.rawValue])
            #expect(feed.division == division.rawValue)
            let days = feed.events.map(\.date)
            #expect(days == Set(days).sorted())
            #expect(days.allSatisfy { !$0.weekday.isWeekend })
            #expect(feed.events.allSatisfy { !$0.title.isEmpty && ["", "Substitute day"].contains($0.notes) })
            for year in 2019...2028 {
                let expected = (usual[division] ?? 0) + (extra[division]?[year] ?? 0)
                #expect(days.filter { $0.year == year }.count == expected, "\(division.name) \(year)")
            }
        }
    }

    @Test(
        "days that no rule gives, and substitutes, are there",
        arguments: [
            ("2020-05-08", Division.englandAndWales, "Early May bank holiday (VE day)"),
            ("2022-06-02", .scotland, "Spring bank holiday"),
            ("2022-06-03", .scotland, "Platinum Jubilee bank holiday"),
            ("2022-09-19", .northernIreland, "Bank Holiday for the State Funeral of Queen Elizabeth II"),
            ("2023-05-08", .englandAndWales, "Bank holiday for the coronation of King Charles III"),
            ("2026-06-15", .scotland, "World Cup bank holiday"), ("2021-12-27", .englandAndWales, "Christmas Day"),
            ("2021-12-28", .englandAndWales, "Boxing Day"), ("2022-12-26", .englandAndWales, "Boxing Day"),
            ("2022-12-27", .englandAndWales, "Christmas Day"), ("2022-01-03", .scotland, "New Year’s Day"),
            ("2022-01-04", .scotland, "2nd January"), ("2019-12-02", .scotland, "St Andrew’s Day"),
            ("2019-03-18", .northernIreland, "St Patrick’s Day"), ("2024-08-05", .scotland, "Summer bank holiday"),
            ("2024-08-26", .northernIreland, "Summer bank holiday"),
            ("2026-07-13", .northernIreland, "Battle of the Boyne (Orangemen’s Day)"),
        ])
    func known(day: String, division: Division, title: String) throws {
        #expect(try shippedHolidays().title(on: try #require(CivilDate(iso: day)), in: division) == title)
    }

    @Test(
        "days that were moved away are working days",
        arguments: ["2020-05-04", "2022-05-30", "2024-08-05", "2026-06-15"])
    func moved(day: String) throws {
        #expect(try shippedHolidays().title(on: try #require(CivilDate(iso: day)), in: .englandAndWales) == nil)
    }

    @Test("merging keeps what is only in one, and takes the newer title")
    func merging() throws {
        let (first, second) = (try #require(CivilDate(iso: "2019-01-01")), try #require(CivilDate(iso: "2029-06-15")))
        let old = BankHolidays([.scotland: [first: "New Year's Day"]])
        let new = BankHolidays([
            .scotland: [first: "New Year’s Day", second: "Holiday"], .northernIreland: [second: "H"],
        ])
        let merged = old.merging(new)
        #expect(merged.title(on: first, in: .scotland) == "New Year’s Day")
        #expect(merged.title(on: second, in: .northernIreland) == "H")
        #expect(new.merging(old).title(on: second, in: .scotland) == "Holiday")
        #expect(merged.lastDay(in: .scotland)?.description == "2029-12-31")
        #expect(merged.lastDay(in: .englandAndWales) == nil)
        #expect(old.lastDay(in: .scotland)?.description == "2019-12-31")
        let calendar = WorkingCalendar(zone: .utc, division: .scotland, holidays: merged)
        #expect(calendar.horizon?.description == "2029-12-31")
    }
}
