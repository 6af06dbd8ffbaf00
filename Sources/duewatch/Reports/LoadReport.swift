// Who would hear how much in which week: bars for a person, the whole matrix for a spreadsheet program and a script.

import ActionPlans
import CivilTime
import Documents
import Simulation

struct LoadReport {
    let load: Load

    init(_ load: Load) { self.load = load }

    init(_ report: ForecastReport) { self.init(Load(report.messages, zone: report.zone)) }

    var lines: [String] {
        guard !load.weeks.isEmpty else { return ["nothing would be sent"] }
        return weeks + [""] + people
    }

    private var weeks: [String] {
        let highest = load.weeks.map { load.total(in: $0).messages }.max() ?? 0
        let rows = load.weeks.map { week in
            let total = load.total(in: week)
            return [
                "\(week.monday)", String(total.messages), String(total.reminders), String(load.readers(in: week)),
                Self.bar(total.messages, of: highest), week.clump ?? "", most(in: week),
            ]
        }
        return Table(Self.weekColumns, rows: rows).lines()
    }

    static let weekColumns: [Table.Column] = [
        .whole("week from"), .number("messages"), .number("targets"), .number("people"), .whole(""), .whole(""),
        .text("most to", atLeast: 16, losing: .items(.middle)),
    ]

    /// "A. Reyes 4, B. Osei 3, 12 more": the first of those who hear something in a week.
    func most(in week: ISOWeek) -> String {
        let ranking = load.ranking(in: week)
        let named = ranking.prefix(Self.named).map { "\($0.name) \($0.share.messages)" }
        let others = ranking.count - named.count
        return (named + (others > 0 ? ["\(others) more"] : [])).joined(separator: ", ")
    }

    /// All of a hundred people would be a line that nobody reads; the CSV has them.
    private static let named = 5

    private var people: [String] {
        let columns: [Table.Column] = [
            .text("person", atLeast: 16), .number("messages"), .number("targets"), .whole("busiest week"),
        ]
        let rows = load.people.map { person in
            [
                person.name, String(person.total.messages), String(person.total.reminders),
                person.busiest.map { "\($0.week.monday): \($0.share.messages)" } ?? "",
            ]
        }
        return Table(columns, rows: rows).lines()
    }

    /// At most eight characters, as who gets most stands beside it; something that is not nothing has one at least.
    static func bar(_ count: Int, of most: Int) -> String {
        guard most > 0, count > 0 else { return "" }
        return String(repeating: "#", count: max(1, count * 8 / most))
    }

    /// Messages, a row for each person and a column for each week.
    var csv: String {
        let head = ["person"] + load.weeks.map(\.description) + ["all"]
        let clumps = ["(ends)"] + load.weeks.map { $0.clump ?? "" } + [""]
        let people = load.people.map { person in
            [person.name] + load.weeks.map { String(person.weeks[$0]?.messages ?? 0) } + [String(person.total.messages)]
        }
        let total = load.weeks.map { load.total(in: $0).messages }
        return SheetText.written(
            [head, clumps] + people + [["all"] + total.map(String.init) + [String(total.reduce(0, +))]])
    }

    var json: JSON {
        .object([
            ("weeks", .array(load.weeks.map(json))),
            (
                "people",
                .array(
                    load.people.map { person in
                        .object([
                            ("name", .string(person.name)), ("messages", .int(person.total.messages)),
                            ("reminders", .int(person.total.reminders)),
                            ("weeks", .array(person.weeks.sorted { $0.key < $1.key }.map { json($0.key, $0.value) })),
                        ])
                    })
            ),
        ])
    }

    private func json(_ week: ISOWeek) -> JSON {
        let total = load.total(in: week)
        return .object([
            ("week", .string(week.description)), ("from", .string(week.monday.description)),
            ("ends", .text(week.clump)), ("people", .int(load.readers(in: week))),
            ("messages", .int(total.messages)), ("reminders", .int(total.reminders)),
        ])
    }

    private func json(_ week: ISOWeek, _ share: Load.Share) -> JSON {
        .object([
            ("week", .string(week.description)), ("messages", .int(share.messages)),
            ("reminders", .int(share.reminders)),
        ])
    }
}
