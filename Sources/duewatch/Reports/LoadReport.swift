// Who would hear how much in which week: bars for a person, the whole matrix for a spreadsheet program and a script.

import ActionPlans
import CivilTime
import Documents
import Simulation

struct LoadReport {
    let load: Load

    init(_ report: ForecastReport) { load = Load(report.messages, zone: report.zone) }

    var lines: [String] {
        guard !load.weeks.isEmpty else { return ["nothing would be sent"] }
        return weeks + [""] + people
    }

    private var weeks: [String] {
        let most = load.weeks.map { load.total(in: $0).messages }.max() ?? 0
        let columns: [Table.Column] = [
            .whole("week"), .whole("from"), .number("messages"), .number("reminders"), .number("people"), .whole(""),
            .whole(""),
        ]
        let rows = load.weeks.map { week in
            let total = load.total(in: week)
            return [
                "\(week)", "\(week.monday)", String(total.messages), String(total.reminders),
                String(load.readers(in: week)), Self.bar(total.messages, of: most), week.clump ?? "",
            ]
        }
        return Table(columns, rows: rows).lines()
    }

    private var people: [String] {
        let columns: [Table.Column] = [
            .text("person", atLeast: 16), .number("messages"), .number("reminders"), .whole("busiest week"),
            .number("then"),
        ]
        let rows = load.people.map { person in
            [
                person.name, String(person.total.messages), String(person.total.reminders),
                person.busiest.map { "\($0.week)" } ?? "", person.busiest.map { String($0.share.messages) } ?? "",
            ]
        }
        return Table(columns, rows: rows).lines()
    }

    /// At most twenty characters; something that is not nothing has one at least.
    static func bar(_ count: Int, of most: Int) -> String {
        guard most > 0, count > 0 else { return "" }
        return String(repeating: "#", count: max(1, count * 20 / most))
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
