// Who would hear how much in which week, as a table of a page: it scrolls within itself where it is wider than the screen.

import CivilTime
import Simulation

struct LoadMatrix {
    let load: Load

    var lines: [String] {
        guard !load.people.isEmpty else { return [] }
        return [
            "<section>", Markup.element("h2", "Person by week"),
            // Whoever has no mouse scrolls it by the keyboard.
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"person-by-week\" tabindex=\"0\">",
            "<table class=\"matrix\">",
            Markup.element("caption", "Messages to each person in each week from Monday", "id=\"person-by-week\""),
            "<thead><tr>" + Markup.element("th", "Person", "scope=\"col\"") + load.weeks.map(heading).joined()
                + "</tr></thead>", "<tbody>",
        ] + load.people.map(row) + ["</tbody>", "</table>", "</div>", "</section>"]
    }

    private func heading(_ week: ISOWeek) -> String {
        let clump = week.clump.map { " " + Markup.element("span", $0, "class=\"clump\"") } ?? ""
        return "<th scope=\"col\">\(Markup.escaped(week.monday.inWords))\(clump)</th>"
    }

    private func row(_ person: Load.Person) -> String {
        "<tr>" + Markup.element("th", person.name, "scope=\"row\"")
            + load.weeks.map { week in
                guard let share = person.weeks[week] else { return "<td></td>" }
                let mark = week.clump == nil ? "number" : "number clump"
                return Markup.element("td", String(share.messages), "class=\"\(mark)\"")
            }.joined() + "</tr>"
    }
}
