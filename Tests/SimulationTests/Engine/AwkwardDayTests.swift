import ActionPlans
import CivilTime
import Configuration
import Foundation
import Register
import Reminders
import Service
import Testing

@testable import Simulation

/// Phrases as a plan prints them, taken in, armed and chased by the service's own loop.
@Suite("Days and nights on which a calendar is awkward")
struct AwkwardDayTests {
    private static let london = "{zone: Europe/London, division: england-and-wales}"

    struct Row: Sendable, CustomTestStringConvertible {
        let sentence: String
        let phrase: String
        let armed: String
        var calendar = AwkwardDayTests.london
        var window = #"{opens: "09:00", closes: "16:30"}"#
        /// Instants in UTC, and stages.
        let told: [String]

        var testDescription: String { sentence }
    }

    static let rows = [
        Row(
            sentence: "March 2024 falls on Easter Sunday: the last reminder goes on the Thursday before Good Friday",
            phrase: "March 2024", armed: "2024-02-01T08:00:00Z",
            told: [
                "2024-02-29T09:00:00Z month-before", "2024-03-21T09:00:00Z week-before", "2024-03-28T09:00:00Z due-day",
                "2024-04-02T08:00:00Z late",
            ]),
        Row(
            sentence: "a leap day is a day like any other, and a month before it is 29 January",
            phrase: "29 February 2024", armed: "2024-01-15T08:00:00Z",
            told: [
                "2024-01-29T09:00:00Z month-before", "2024-02-22T09:00:00Z week-before", "2024-02-29T09:00:00Z due-day",
                "2024-03-01T09:00:00Z late",
            ]),
        Row(
            sentence: "a month before 31 March is 28 February where there is no leap day",
            phrase: "31 March 2025", armed: "2025-02-03T08:00:00Z",
            told: [
                "2025-02-28T09:00:00Z month-before", "2025-03-24T09:00:00Z week-before", "2025-03-31T08:00:00Z due-day",
                "2025-04-01T08:00:00Z late",
            ]),
        Row(
            sentence: "a financial year is due on 31 March and late on 1 April",
            phrase: "2025/26", armed: "2026-03-16T08:00:00Z",
            told: [
                "2026-03-16T09:00:00Z month-before", "2026-03-24T09:00:00Z week-before", "2026-03-31T08:00:00Z due-day",
                "2026-04-01T08:00:00Z late",
            ]),
        Row(
            sentence:
                "due on the night when the clocks go forward: told on Friday in winter time, late on Monday in summer time",
            phrase: "29 March 2026", armed: "2026-03-20T12:00:00Z",
            told: [
                "2026-03-20T12:00:00Z week-before", "2026-03-27T09:00:00Z due-day", "2026-03-30T08:00:00Z late",
            ]),
        Row(
            sentence:
                "due on the night when the clocks go back: told on Friday in summer time, late on Monday in winter time",
            phrase: "25 October 2026", armed: "2026-10-19T12:00:00Z",
            told: [
                "2026-10-19T12:00:00Z week-before", "2026-10-23T08:00:00Z due-day", "2026-10-26T09:00:00Z late",
            ]),
        Row(
            sentence: "a window that opens in the hour that a working night leaves out opens all the same, once",
            phrase: "22 March 2022", armed: "2022-03-16T00:00:00Z",
            calendar: "{zone: Asia/Tehran, division: england-and-wales}", window: #"{opens: "00:30", closes: "06:00"}"#,
            told: [
                "2022-03-16T00:00:00Z week-before", "2022-03-21T21:00:00Z due-day", "2022-03-22T20:00:00Z late",
            ]),
        Row(
            sentence: "a window that opens in the hour that a working night has twice opens in the first, once",
            phrase: "21 September 2022", armed: "2022-09-15T08:00:00Z",
            calendar: "{zone: Asia/Tehran, division: scotland}", window: #"{opens: "23:15", closes: "23:45"}"#,
            told: [
                "2022-09-15T18:45:00Z week-before", "2022-09-21T18:45:00Z due-day", "2022-09-22T19:45:00Z late",
            ]),
        Row(
            sentence: "west of Greenwich a day ends five hours later, and the window opens by the clock there",
            phrase: "30 April 2026", armed: "2026-04-22T12:00:00Z",
            calendar: "{zone: America/New_York, division: england-and-wales}",
            told: [
                "2026-04-22T13:00:00Z month-before", "2026-04-23T13:00:00Z week-before",
                "2026-04-30T13:00:00Z due-day", "2026-05-01T13:00:00Z late",
            ]),
        Row(
            sentence: "where the day begins ten hours after Greenwich, what is due on Friday is late on Monday",
            phrase: "26 June 2026", armed: "2026-06-25T12:00:00Z",
            calendar: "{zone: Pacific/Honolulu, division: england-and-wales}",
            told: [
                "2026-06-25T19:00:00Z week-before", "2026-06-26T19:00:00Z due-day", "2026-06-29T19:00:00Z late",
            ]),
    ]

    @Test("who is told when, to the minute", arguments: rows)
    func told(_ row: Row) throws {
        let armed = at(row.armed)
        let settings = try Self.settings(row.calendar, window: row.window)
        let zone = settings.defaults.calendar.zone
        let last = try #require(row.told.last.map { zone.date(at: at(String($0.prefix(20)))) })
        let run = try ScriptedRun(
            of: Self.register(row.phrase, armed: armed), under: settings, from: armed, until: last)
        #expect(Self.told(run) == row.told, "\(row.sentence)")
    }

    @Test("a bank holiday that is announced nine days before moves the last reminder, once its file is reloaded")
    func announced() throws {
        let scratch = try Scratch()
        try scratch.write(Self.holidays([]), to: "before.json")
        try scratch.write(Self.holidays(["2022-09-19"]), to: "after.json")
        func settings(_ file: String) throws -> Settings {
            try Self.settings("{zone: Europe/London, division: england-and-wales, holidays: \(scratch.path)/\(file)}")
        }
        let armed = at("2022-09-05T08:00:00Z")
        let zone = try settings("before.json").defaults.calendar.zone
        let days = zone.date(at: armed)...zone.date(at: armed).adding(days: 16)
        func told(_ script: String) throws -> [String] {
            let (read, problems) = Script.read(
                script, name: "script", days: days, zone: zone, endpoints: []
            ) { _ in
                throw Unasked()
            } settings: { _ in
                Self.loaded("{zone: Europe/London, division: england-and-wales, holidays: \(scratch.path)/after.json}")
            }
            #expect(problems == [])
            return Self.told(
                try ScriptedRun(
                    of: Self.register("19 September 2022", armed: armed), under: settings("before.json"),
                    script: try #require(read), from: armed, until: days.upperBound))
        }
        #expect(
            try told("") == [
                "2022-09-05T08:00:00Z month-before", "2022-09-12T08:00:00Z week-before", "2022-09-19T08:00:00Z due-day",
                "2022-09-20T08:00:00Z late",
            ])
        #expect(
            try told("2022-09-10 reload settings.yaml") == [
                "2022-09-05T08:00:00Z month-before", "2022-09-12T08:00:00Z week-before", "2022-09-16T08:00:00Z due-day",
                "2022-09-20T08:00:00Z late",
            ], "the working day before, and nothing twice")
    }

    private static func told(_ run: ScriptedRun) -> [String] {
        run.transcript.filter { $0.what == .event(.messageAccepted) && $0.stage != nil }
            .map { "\($0.at.rfc3339) \($0.stage ?? "")" }
    }

    private static func loaded(
        _ calendar: String, window: String = #"{opens: "09:00", closes: "16:30"}"#
    ) -> SettingsFile.Loaded {
        let text =
            Bench.settingsText(mode: .live)
                + """

                calendar: \(calendar)
                window: \(window)
                schedules:
                  plain:
                    - {stage: month-before, lead: 1m}
                    - {stage: week-before, lead: 5wd}
                    - {stage: due-day, on: due}
                    - {stage: late, every: 10wd}
                schedule: plain
                """
        return SettingsFile.parse(
            text: text, name: "test.yaml", folder: "/nowhere",
            surroundings: Surroundings(holidayFiles: [Bench.shippedHolidays], today: nil))
    }

    private static func settings(
        _ calendar: String, window: String = #"{opens: "09:00", closes: "16:30"}"#
    ) throws -> Settings {
        let loaded = loaded(calendar, window: window)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    private static func register(_ phrase: String, armed: Instant) throws -> Store {
        let register = try Store.inMemory(at: armed, identity: .fixed)
        let readings = PhraseReader(asOf: CivilDate(dayNumber: 0)).readings(of: phrase)
        let statement = TargetStatement(n: 1, line: 10, phrase: phrase, owners: [], readings: readings)
        let edition = RecommendationEdition(
            edition: "2020-01", owners: ["Head of Wing 1"], targetDates: [statement], actions: [])
        let recommendation = RecommendationDraft(
            section: .main, number: "1", directedAt: "The board", text: "Mend gate 1.", response: .agreed,
            responseAsPrinted: nil, line: 5, editions: [edition])
        let draft = PlanDraft(
            title: "Gates", published: CivilDate(iso: "2020-01-15"),
            editions: [
                EditionDraft(id: "2020-01", label: "Action Plan", kind: .original, date: CivilDate(iso: "2020-01-15"))
            ], recommendations: [recommendation], problems: [])
        let source = SourceDigest(name: "gates.txt", sha256: String(repeating: "a", count: 64))
        _ = try register.adopt(draft, as: "gates", source: source, by: amy, at: armed)
        try register.adoptOwners([.wing(1)], by: amy, at: armed)
        _ = try register.arm("gates", approved: Approval(messages: 0, until: .max), by: amy, at: armed)
        return register
    }

    /// In the shape of gov.uk/bank-holidays.json; every year up to 2023 has some.
    private static func holidays(_ extra: [String]) -> String {
        let days = (["2021-12-27", "2022-08-29"] + extra + ["2022-12-26", "2023-01-02"]).sorted()
        let events = days.map { #"{"title": "a holiday", "date": "\#($0)", "notes": "", "bunting": true}"# }
            .joined(separator: ", ")
        let divisions = ["england-and-wales", "scotland", "northern-ireland"].map { name in
            #""\#(name)": {"division": "\#(name)", "events": [\#(events)]}"#
        }
        return "{\(divisions.joined(separator: ", "))}"
    }
}
