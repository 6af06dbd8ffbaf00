// The reviews of a plan, before which its owners are asked for an update.

import CivilTime
import Reminders

extension SettingsReader {
    func reviews(in plan: Section) -> ReviewRounds? {
        let keys = ["on", "every", "from", "leads", "overdue", "until"]
        guard let section = plan.section("reviews", keys: keys), let days = days(section) else { return nil }
        let leads = leads(section)
        let overdue = section.value("overdue", expecting: "working days, such as 5wd") { text -> Int? in
            guard case .workingDays(let count) = Span(text) else { return nil }
            return count
        }
        let times = section.number("until", in: 1...999) ?? 3
        if section.isAbsent("overdue"), !section.isAbsent("until") {
            findings.error(
                at: section.place(of: "until"), expected: "until: beside overdue: only", found: "it alone")
        }
        return ReviewRounds(
            days: days, leads: leads ?? [.workingDays(20), .workingDays(5)], overdue: overdue, ending: .repeats(times))
    }

    private func days(_ section: Section) -> ReviewDays? {
        guard section.isAbsent("on") != section.isAbsent("every") else {
            findings.error(
                at: section.place, expected: "on: with a list of days, or every: with from:",
                found: section.isAbsent("on") ? "neither" : "both")
            return nil
        }
        guard section.isAbsent("on") else { return listedDays(section) }
        section.require("from", expecting: "the day of the first review, as 2027-03-31")
        let months = section.value("every", expecting: "months, such as 12m") { text -> Int? in
            guard case .months(let count) = Span(text) else { return nil }
            return count
        }
        let from = section.value("from", expecting: "a day as 2027-03-31") { CivilDate(iso: $0) }
        guard let months, let from else { return nil }
        return .every(months: months, from: from)
    }

    private func listedDays(_ section: Section) -> ReviewDays? {
        if !section.isAbsent("from") {
            findings.error(at: section.place(of: "from"), expected: "from: beside every: only", found: "it beside on:")
        }
        var days: Set<CivilDate> = []
        for (node, place) in section.elements("on", expecting: "a list of days, as [2027-03-31]") ?? [] {
            if case .scalar(let scalar) = node, let day = CivilDate(iso: scalar.string) {
                days.insert(day)
            } else {
                findings.error(at: place, expected: "a day as 2027-03-31", found: node.shown)
            }
        }
        return days.isEmpty ? nil : .on(days.sorted())
    }

    private func leads(_ section: Section) -> [Span]? {
        guard let elements = section.elements("leads", expecting: "a list of lengths, as [20wd, 5wd]") else {
            return nil
        }
        return elements.compactMap { node, place in
            if case .scalar(let scalar) = node, let span = Span(scalar.string) { return span }
            findings.error(at: place, expected: "a length of time, such as 20wd or 1m", found: node.shown)
            return nil
        }
    }
}
