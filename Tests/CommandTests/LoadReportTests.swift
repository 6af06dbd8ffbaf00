import CivilTime
import Simulation
import Testing

@testable import duewatch

@Suite("A load view names who hears how much in which week")
struct LoadReportTests {
    private let march = ISOWeek(of: CivilDate(iso: "2027-03-31") ?? .min)

    private var load: Load {
        Load([
            Load.Person(name: "A. Reyes", weeks: [march: .init(messages: 5, reminders: 9)]),
            Load.Person(
                name: "<b>Osei</b>",
                weeks: [march: .init(messages: 12, reminders: 12), march.next.next: .init(messages: 3, reminders: 4)]),
            Load.Person(name: "C. Ward", weeks: [march: .init(messages: 5, reminders: 11)]),
        ])
    }

    @Test("in text, who gets most first, of equal ones who has more targets")
    func most() {
        let report = LoadReport(load)
        #expect(report.most(in: march) == "<b>Osei</b> 12, C. Ward 5, A. Reyes 5")
        #expect(report.most(in: march.next) == "")
        let lines = report.lines.map { Style.rendered($0, inColour: false) }
        let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(words.contains { $0.hasPrefix("2027-03-29 22 32 3 ######## 31 March <b>Osei</b> 12") })
        #expect(words.contains("<b>Osei</b> 15 16 2027-03-29: 12"))
    }

    @Test("in text, five by name and the others as a number")
    func named() {
        let people = (1...9).map { Load.Person(name: "Post \($0)", weeks: [march: .init(messages: $0, reminders: 1)]) }
        #expect(LoadReport(Load(people)).most(in: march) == "Post 9 9, Post 8 8, Post 7 7, Post 6 6, Post 5 5, 4 more")
    }

    @Test("in a page, a row for each person and a column for each week, empty where there is nothing")
    func matrix() {
        let lines = LoadMatrix(load: load).lines
        #expect(
            lines.contains(
                "<tr><th scope=\"row\">&lt;b&gt;Osei&lt;/b&gt;</th><td class=\"number clump\">12</td><td></td>"
                    + "<td class=\"number\">3</td></tr>"))
        #expect(
            lines.contains(
                "<thead><tr><th scope=\"col\">Person</th><th scope=\"col\">29 March 2027 "
                    + "<span class=\"clump\">31 March</span></th><th scope=\"col\">5 April 2027</th>"
                    + "<th scope=\"col\">12 April 2027</th></tr></thead>"))
        #expect(lines.contains { $0.hasPrefix("<caption") })
    }

    @Test("in a page, of nobody there is no table")
    func empty() { #expect(LoadMatrix(load: Load([])).lines.isEmpty) }
}
