// Bank holidays from a file in the shape of https://www.gov.uk/bank-holidays.json. It is read as YAML, which every JSON
// text is, so that each problem has its line. Keys that are not needed are passed over: the feed is not ours.

import CivilTime
import Yams

enum HolidaysFile {
    /// The holidays of every division the file has; nil with problems if one of its days cannot be read.
    static func read(_ path: String) throws(FileFault) -> (holidays: BankHolidays?, problems: [Problem]) {
        let text = try FileText.read(path)
        let findings = Findings(file: path)
        let start = Place(line: nil, field: "")
        let json = YAMLText.json(
            findings, content: "bank holidays in the shape of https://www.gov.uk/bank-holidays.json")
        guard let root = json.root(of: text),
            let feed = Section(root, at: start, keys: nil, findings: findings)
        else { return (nil, findings.problems) }
        var holidays: [Division: [CivilDate: String]] = [:]
        for division in Division.allCases { holidays[division] = days(of: division, in: feed) }
        if holidays.isEmpty, !findings.hasErrors {
            findings.error(
                at: start, expected: "bank holidays of \(listed(Division.allCases.map(\.rawValue)))",
                found: feed.names.isEmpty ? "nothing" : listed(feed.names.prefix(3).map(\.quoted)))
        }
        return (findings.hasErrors ? nil : BankHolidays(holidays), findings.problems)
    }

    /// The holidays of `newer` for the years it covers, those of `older` for the years it does not: a correction
    /// holds, and the old years that the published feed drops stay known.
    static func combined(_ older: BankHolidays, _ newer: BankHolidays) -> BankHolidays {
        var days: [Division: [CivilDate: String]] = [:]
        for division in Division.allCases {
            let fresh = newer.days(in: division)
            let years = fresh.first.flatMap { first in fresh.last.map { first.year...$0.year } }
            for day in older.days(in: division) where years?.contains(day.year) != true {
                days[division, default: [:]][day] = older.title(on: day, in: division)
            }
            for day in fresh { days[division, default: [:]][day] = newer.title(on: day, in: division) }
        }
        return BankHolidays(days)
    }

    private static func days(of division: Division, in feed: Section) -> [CivilDate: String]? {
        guard let section = feed.names(under: division.rawValue) else { return nil }
        section.require("events", expecting: "a list of bank holidays")
        var days: [CivilDate: String] = [:]
        for (node, place) in section.elements("events", expecting: "a list of bank holidays") ?? [] {
            guard let event = Section(node, at: place, keys: nil, findings: section.findings) else { continue }
            event.require("date", expecting: "a day as 2024-12-25")
            event.require("title", expecting: "the name of the holiday")
            let date = event.value("date", expecting: "a day as 2024-12-25") { CivilDate(iso: $0) }
            if let date, let title = event.line("title", expecting: "the name of the holiday") { days[date] = title }
        }
        return days.isEmpty ? nil : days
    }
}
