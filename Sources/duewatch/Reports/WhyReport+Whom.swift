// Whom an explanation was asked about: a post in any of its spellings, or a person by name or address.

import Reminders
import Simulation

extension WhyReport {
    /// What was asked for, as posts and names are compared.
    var asked: String? { owner.map(PostSpelling.normalised) }

    /// The parts of the post or the person; all where nobody was named.
    var parts: [Explanation.Part] {
        guard asked != nil else { return explanation.parts }
        return explanation.parts.filter { isOf($0.owner) || !shown($0).isEmpty }
    }

    /// What of a part concerns who was asked about: of a post all, of a person what goes to them, and what was refused of
    /// stages that are meant for their seat.
    func shown(_ part: Explanation.Part) -> [Happening] {
        guard let asked, !isPost(part.owner) else { return part.happenings }
        let person = person(part.owner)
        return part.happenings.filter { happening in
            happening.recipient.map { name in PostSpelling.normalised(name) == asked || person?.name == name }
                ?? (person != nil && part.seat(of: happening.stage).map { part.owner?.person($0)?.id } == person?.id)
        }
    }

    /// What to say where nobody of that name has to do with the target.
    var strangers: [String] {
        guard let owner, parts.isEmpty else { return [] }
        let posts = explanation.parts.compactMap(\.owner?.post)
        let who = posts.isEmpty ? "it has no certain owner" : "its owners are: \(posts.joined(separator: "; "))"
        return [""]
            + Paragraph.lines(
                "Nobody called \u{201C}\(owner)\u{201D} is told of it, because no post or person of that name answers "
                    + "for it or stands for a post that does; \(who).")
    }

    private func isOf(_ owner: OwnerFacts?) -> Bool { isPost(owner) || person(owner) != nil }

    private func isPost(_ owner: OwnerFacts?) -> Bool {
        guard let asked, let owner else { return false }
        return PostSpelling.normalised(owner.post) == asked || owner.spellings.contains(asked)
    }

    /// Who of the post was asked about, by name or address.
    private func person(_ owner: OwnerFacts?) -> PersonFacts? {
        guard let owner, let asked else { return nil }
        return ([owner.doer] + Role.allCases.map(owner.person)).compactMap { $0 }.first { person in
            PostSpelling.normalised(person.name) == asked || person.email.map(PostSpelling.normalised) == asked
        }
    }
}

extension Explanation.Part {
    /// Whom a stage is meant for, as the schedule stands today.
    fileprivate func seat(of stage: String) -> Role? {
        let rule = choice.schedule.stages.first { $0.name == stage }?.rule
        return switch rule {
        case .rung(let role, _): role
        case .extensions: .deputy
        default: .holder
        }
    }
}
