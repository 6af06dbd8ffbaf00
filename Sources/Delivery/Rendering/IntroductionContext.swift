// The names that the introduction's template may use: what is taken as its reader's, by post, and whom silence reaches.
// Says nothing of how anybody else stands.

import CivilTime
import Reminders

struct IntroductionContext {
    let facts: MessageFacts

    /// A part for each post and ladder, in the order of the entries; the post is named with its first.
    var posts: [TemplateValues] {
        var groups: [(owner: String?, ladder: [IntroductionEntry.Rung], entries: [EntryFacts])] = []
        for entry in facts.introductions {
            let ladder = entry.introduction?.climbsTo ?? []
            if let place = groups.firstIndex(where: { $0.owner == entry.owner && $0.ladder == ladder }) {
                groups[place].entries.append(entry)
            } else {
                groups.append((entry.owner, ladder, [entry]))
            }
        }
        let owners = groups.map(\.owner)
        let byPost = groups.indices.sorted { a, b in
            (owners.firstIndex(of: owners[a]) ?? a, a) < (owners.firstIndex(of: owners[b]) ?? b, b)
        }
        return byPost.map { place in
            let group = groups[place]
            var values: [TemplateValues.Member] = [("targets", .list(group.entries.map(target)))]
            if owners.firstIndex(of: group.owner) == place { values.add("post", group.owner.map { PlainLine.of($0) }) }
            values.add("climbs", Self.climbs(group.ladder))
            return TemplateValues(values)
        }
    }

    /// The first day on which the late ones among them are asked after; nil where none is late.
    var lateFrom: String? {
        let late = facts.introductions.filter { Wording(entry: $0, day: facts.day).late != nil }
        return late.compactMap { $0.introduction?.lateFrom }.max()?.inWordsWithWeekday
    }

    private func target(_ entry: EntryFacts) -> TemplateValues {
        let wording = Wording(entry: entry, day: facts.day)
        let about = entry.milestone ?? entry.action ?? entry.recommendationText
        var values: [TemplateValues.Member] = [
            ("reference", .text(([entry.reference] + entry.merged).map { PlainLine.of($0) }.joined(separator: ", "))),
            ("standing", .text(wording.standing)),
            ("date", .text(wording.date)),
            ("recommendation", .text(wording.recommendation)),
            ("about", .text(PlainLine.of(about, limit: 240))),
        ]
        values.add("late", wording.late)
        values.add("firstDate", wording.firstDate)
        values.add("link", WebhookShape(link: facts.link).link(to: entry.reference))
        values.add(
            "firstReminder",
            entry.introduction?.firstReminder.map { $0 == facts.day ? "today" : $0.inWordsWithWeekday })
        if !entry.jointOwners.isEmpty {
            values.add("jointOwners", entry.jointOwners.map { PlainLine.of($0) }.joined(separator: "; "))
        }
        return TemplateValues(values)
    }

    /// nil where nobody stands above.
    private static func climbs(_ ladder: [IntroductionEntry.Rung]) -> String? {
        guard !ladder.isEmpty else { return nil }
        let people = ladder.map { rung in
            "\(PlainLine.of(rung.name)), as \(rung.role.rawValue)"
                + (rung.needsRelease ? ", once the administrator of the plan agrees" : "")
        }
        return "If a date passes and nobody answers, it goes to \(people.joined(separator: ", and then to "))."
    }
}
