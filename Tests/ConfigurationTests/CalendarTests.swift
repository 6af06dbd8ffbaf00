// Zones and bank holidays as they lie on a machine, or do not.

import CivilTime
import Configuration
import FoundationEssentials
import Testing

struct CalendarTests {
    @Test("without tzdata the problem names the package to install")
    func tzdata() throws {
        let folder = try TemporaryFolder()
        let bare = Surroundings(
            holidayFiles: Fixture.surroundings.holidayFiles, today: nil, zoneFolder: "\(folder.path)/zoneinfo")
        let loaded = Fixture.parse(SettingsTests.least, in: bare)
        #expect(loaded.settings == nil)
        #expect(loaded.problems.map(\.field) == ["calendar.zone"])
        #expect(loaded.problems.first?.hint == "install the package tzdata (apt-get install tzdata)")
    }

    @Test("a zone file that is damaged is named, with what to do")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array("TZif2".utf8), to: "Europe/London")
        let bare = Surroundings(
            holidayFiles: Fixture.surroundings.holidayFiles, today: nil, zoneFolder: folder.path)
        let loaded = Fixture.parse(SettingsTests.least, in: bare)
        #expect(loaded.problems.count == 1)
        #expect(loaded.problems.first?.expected.contains(file) == true)
        #expect(loaded.problems.first?.hint?.contains("tzdata") == true)
    }

    @Test("without any bank holidays there are no settings")
    func none() {
        let bare = Surroundings(holidayFiles: ["/nowhere/a.json", "/nowhere/b.json"], today: nil)
        let loaded = Fixture.parse(SettingsTests.least, in: bare)
        #expect(loaded.settings == nil)
        #expect(loaded.problems.map(\.field) == ["calendar.holidays"])
    }

    @Test("a file of bank holidays that is no JSON is told of as what it is meant to be")
    func broken() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array("{\"england-and-wales\": {\n  \"events\": [".utf8), to: "holidays.json")
        let settings = SettingsTests.least + "\ncalendar: {holidays: \(file)}\n"
        let problem = try #require(Fixture.parse(settings).problems.first)
        #expect(problem.expected == "JSON")
        #expect(problem.hint?.contains("commas, brackets and quotes") == true)
    }

    @Test("bank holidays that end within a year are warned of, for each division in use")
    func horizon() throws {
        let holidays = Fixture.surroundings.holidayFiles
        let near = Surroundings(holidayFiles: holidays, today: CivilDate(year: 2028, month: 1, day: 1))
        let warned = Fixture.parse(Fixture.text, in: near)
        #expect(
            warned.warnings.map(\.expected) == [
                "the bank holidays of England and Wales for a year ahead",
                "the bank holidays of Scotland for a year ahead",
            ])
        #expect(warned.warnings.first?.found == "none after 31 December 2028")
        #expect(warned.settings?.holidayHorizon == CivilDate(year: 2028, month: 12, day: 31))
        let early = Surroundings(holidayFiles: holidays, today: CivilDate(year: 2027, month: 12, day: 31))
        #expect(Fixture.parse(Fixture.text, in: early).problems.isEmpty)
    }

    @Test("a file of one's own corrects the years it covers, and loses none of the others")
    func own() throws {
        let folder = try TemporaryFolder()
        let feed = """
            {"england-and-wales": {"division": "england-and-wales", "events": [
              {"title": "Early May bank holiday", "date": "2026-05-04", "notes": "", "bunting": true},
              {"title": "Bank holiday for a test", "date": "2026-07-01", "notes": "", "bunting": true}]}}
            """
        let path = try folder.write(Array(feed.utf8), to: "own.json")
        let text = Fixture.text.replacing("division: england-and-wales", with: "holidays: \(path)")
        let settings = try #require(Fixture.parse(text).settings)
        let calendar = settings.defaults.calendar
        #expect(!calendar.isWorking(CivilDate(dayNumber: Self.day(2026, 7, 1))))
        #expect(calendar.isWorking(CivilDate(dayNumber: Self.day(2026, 12, 25))))
        #expect(!calendar.isWorking(CivilDate(dayNumber: Self.day(2025, 12, 25))))
        #expect(!calendar.isWorking(CivilDate(dayNumber: Self.day(2027, 12, 27))))
        #expect(settings.filesRead.contains(path))
        #expect(settings.filesRead.contains("/usr/share/zoneinfo/Europe/London"))
    }

    @Test(
        "a fault in a file of bank holidays is a problem in that file",
        arguments: [
            (
                "{\"scotland\": {\"events\": [\n{\"title\": \"X\", \"date\": \"2026-02-30\"}]}}", 2,
                "scotland.events[1].date"
            ),
            ("{\"scotland\": {\"events\": [\n{\"date\": \"2026-02-03\"}]}}", 2, "scotland.events[1].title"),
            ("{\"scotland\": {\n\"events\": \"none\"}}", 2, "scotland.events"),
            ("{\"wales\": []}", nil, ""),
            ("{\"scotland\": {\n", 2, ""),
        ] as [(String, Int?, String)])
    func faulty(_ feed: String, _ line: Int?, _ field: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(feed.utf8), to: "own.json")
        let text = Fixture.text.replacing("division: england-and-wales", with: "holidays: \(path)")
        let loaded = Fixture.parse(text)
        #expect(loaded.settings == nil)
        #expect(loaded.problems.map(\.file) == [path])
        #expect(loaded.problems.map(\.line) == [line], "\(loaded.problems)")
        #expect(loaded.problems.map(\.field) == [field])
    }

    @Test("an installed program and one just built both find the holidays that come with them")
    func surroundings() {
        let installed = Surroundings.of(executable: "/usr/local/bin/duewatch", today: nil).holidayFiles
        #expect(installed.contains("/usr/local/share/duewatch/bank-holidays.json"))
        let built = Surroundings.of(executable: "/home/ada/duewatch/.build/x86_64/release/duewatch", today: nil)
        #expect(built.holidayFiles.contains("/home/ada/duewatch/Config/bank-holidays.json"))
        #expect(Surroundings.of(executable: "duewatch", today: nil).holidayFiles == [])
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        CivilDate(year: year, month: month, day: day)?.dayNumber ?? 0
    }
}
