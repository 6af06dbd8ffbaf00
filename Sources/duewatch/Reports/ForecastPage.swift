// A forecast as one page for a board: no script, no link out, nothing to load. It reads on a telephone, on paper and
// aloud; bars have their numbers beside them, and tables have headings.

import CivilTime
import Reminders
import Simulation

struct ForecastPage {
    let report: ForecastReport
    let title: String
    let start: Instant
    let end: CivilDate
    let mode: DeliveryMode

    init(_ report: ForecastReport, title: String, from start: Instant, until end: CivilDate, mode: DeliveryMode) {
        (self.report, self.title, self.start, self.end, self.mode) = (report, title, start, end, mode)
    }

    private var zone: Zone { report.zone }

    var text: String {
        ([
            "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            // Nothing is loaded from anywhere, whatever a name or a title holds.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<meta name=\"referrer\" content=\"no-referrer\">", Markup.element("title", title), Self.style, "</head>",
            "<body>", "<main>",
        ] + head + weeks + people + LoadMatrix(load: load).lines + days + ["</main>", "</body>", "</html>"])
        .joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let from = zone.date(at: start).inWords
        return [
            Markup.element("h1", title),
            Markup.element(
                "p", "What would be sent from \(from) until \(end.inWords), if nobody answers.", "class=\"lead\""),
            Markup.element("p", "\(report.footer), to \(Words.count(load.people.count, "person", "people"))."),
        ] + (whether.map { [Markup.element("p", $0, "class=\"mode\"")] } ?? [])
    }

    /// What of the delivery mode a reader has to know; no path of this machine.
    private var whether: String? {
        switch mode {
        case .folder: "At present messages are only written to a folder; nobody is told."
        case .rehearsal: "At present all mail goes to the administrator; nobody else is told."
        case .live: nil
        }
    }

    private var load: Load { LoadReport(report).load }

    private var weeks: [String] {
        let load = load
        guard !load.weeks.isEmpty else { return [Markup.element("p", "Nothing would be sent.")] }
        let most = load.weeks.map { load.total(in: $0).messages }.max() ?? 1
        return ["<section>", Markup.element("h2", "Week by week"), "<table class=\"weeks\">"]
            + headings(["Week from", "Messages", "Targets", "People", ""])
            + load.weeks.map { week in
                let total = load.total(in: week)
                let width = total.messages * 100 / max(1, most)
                let clump = week.clump.map { " " + Markup.element("span", $0, "class=\"clump\"") } ?? ""
                return "<tr><th scope=\"row\">\(Markup.escaped(week.monday.inWords))\(clump)</th>"
                    + numbers([total.messages, total.reminders, load.readers(in: week)])
                    + "<td class=\"bar\" aria-hidden=\"true\"><span style=\"width:\(width)%\"></span></td></tr>"
            } + ["</tbody>", "</table>", "</section>"]
    }

    private var people: [String] {
        let load = load
        guard !load.people.isEmpty else { return [] }
        return ["<section>", Markup.element("h2", "Person by person"), "<table>"]
            + headings(["Person", "Messages", "Targets", "Busiest week"])
            + load.people.map { person in
                let busiest = person.busiest.map { "\($0.week.monday.inWords): \($0.share.messages)" } ?? ""
                return "<tr>" + Markup.element("th", person.name, "scope=\"row\"")
                    + numbers([person.total.messages, person.total.reminders]) + Markup.element("td", busiest) + "</tr>"
            } + ["</tbody>", "</table>", "</section>"]
    }

    private var days: [String] {
        var lines: [String] = []
        var day: CivilDate?
        for message in report.messages {
            let date = zone.date(at: message.at)
            if date != day {
                lines += day == nil ? ["<section>", Markup.element("h2", "Day by day")] : []
                lines.append(Markup.element("h3", date.inWordsWithWeekday))
            }
            day = date
            lines += article(message)
        }
        return lines.isEmpty ? [] : lines + ["</section>"]
    }

    private func article(_ message: Forecast.Message) -> [String] {
        let whom = report.recipient(message.facts)
        let items = message.told.map { told in
            let due = told.entry.dueDay.map { ", due \($0.inWords)" } ?? ""
            let owner = told.entry.owner.map { " \u{2013} \($0)" } ?? ""
            return "<li>" + Markup.element("strong", told.entry.reference)
                + Markup.escaped(" \(report.word(told.entry))\(due)\(owner)")
                + Markup.element("p", told.why, "class=\"why\"") + "</li>"
        }
        return [
            "<article>", Markup.element("p", "\(zone.civil(at: message.at).time) to \(whom)", "class=\"whom\""),
            Markup.element("p", message.facts.subject),
        ] + (items.isEmpty ? [] : ["<ul>"] + items + ["</ul>"]) + ["</article>"]
    }

    private func headings(_ titles: [String]) -> [String] {
        [
            "<thead><tr>" + titles.map { $0.isEmpty ? "<td></td>" : Markup.element("th", $0, "scope=\"col\"") }.joined()
                + "</tr></thead>", "<tbody>",
        ]
    }

    private func numbers(_ numbers: [Int]) -> String {
        numbers.map { Markup.element("td", String($0), "class=\"number\"") }.joined()
    }

    /// Black on white at 7:1 and more, also in the dark; what is printed keeps its messages whole.
    private static let style = """
        <style>
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #bbb; --bar: #1d5b8f; --clump: #8a2b06; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #161616; --faint: #b5b5b5; --line: #555; --bar: #7db7e8; --clump: #ffb28f; } }
        body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        main { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: 1rem 0 .5rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; border-bottom: 1px solid var(--line); }
        p { margin: .25rem 0; }
        .lead { font-size: 1.1rem; }
        .mode, .why { color: var(--faint); }
        .why { font-size: .875rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { padding: .25rem .5rem .25rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); font-weight: normal; }
        thead th { font-weight: bold; font-size: .875rem; overflow-wrap: normal; }
        thead th:nth-child(2), thead th:nth-child(3), .weeks thead th:nth-child(4) { text-align: right; padding-right: 1rem; }
        .wide { overflow-x: auto; }
        .matrix { width: auto; }
        .matrix caption { text-align: left; color: var(--faint); font-size: .875rem; }
        .matrix th { overflow-wrap: normal; min-width: 4.5rem; }
        .matrix thead th:not(:first-child) { text-align: right; padding-right: 1rem; }
        .matrix thead th { vertical-align: bottom; }
        .matrix th:first-child { position: sticky; left: 0; min-width: 7rem; background: var(--paper); }
        .number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 1rem; }
        .bar { width: 35%; padding: 0; }
        .bar span { display: block; height: .8rem; background: var(--bar); }
        .clump { color: var(--clump); font-weight: bold; white-space: nowrap; }
        article { margin: .5rem 0 1rem; break-inside: avoid; }
        .whom { font-weight: bold; }
        ul { margin: .25rem 0; padding-left: 1.25rem; }
        @media (max-width: 34rem) { .bar { display: none; } thead td { display: none; } }
        @media print { :root { --ink: #000; --paper: #fff; --faint: #333; --bar: #333; --clump: #000; } main { max-width: none; } .wide { overflow: visible; } .matrix { font-size: .6rem; table-layout: fixed; width: 100%; } .matrix th, .matrix td, .matrix th:first-child { min-width: 0; padding: .1rem .2rem; overflow-wrap: anywhere; } .matrix th:first-child { width: 6rem; } .matrix thead th:not(:first-child) { writing-mode: vertical-rl; white-space: nowrap; font-size: .65rem; text-align: left; } h2, h3, caption { break-after: avoid; } * { print-color-adjust: exact; } }
        </style>
        """
}
