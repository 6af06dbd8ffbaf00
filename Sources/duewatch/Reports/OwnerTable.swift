// Owners as a table and as JSON.

import ActionPlans
import CivilTime
import Register
import Reminders

enum OwnerTable {
    /// Who stands on a day; below the table, posts that may be one.
    static func lines(_ owners: [OwnerRecord], on day: CivilDate) -> [String] {
        guard !owners.isEmpty else { return ["no owner matches"] }
        let columns: [Table.Column] = [
            .text("post", atLeast: 20), .number("open"), .text("holder", atLeast: 10), .text("deputy"),
            .text("manager"),
        ]
        let rows = owners.map { owner in
            [owner.entry.post, String(owner.openTargets)] + Role.allCases.map { cell(owner.entry, Seat($0), day) }
        }
        let unresolved = owners.count(where: \.isUnresolved)
        let footer =
            Words.count(owners.count, "owner")
            + (unresolved > 0 ? ", \(unresolved) for whom nobody can be told" : "")
        return Table(columns, rows: rows).lines() + [footer] + alike(owners)
    }

    private static func cell(_ entry: OwnerEntry, _ seat: Seat, _ day: CivilDate) -> String {
        guard let person = entry.person(seat, on: day) else {
            let next = entry.people(seat).first { ($0.from ?? .min) > day }
            let from = next.flatMap(\.from).map { " (from \($0))" } ?? ""
            return seat == .holder ? Style.alarming("nobody") + from : "-\(from)"
        }
        // Addresses would leave no room for the posts; `--format yaml` has them.
        return person.email == nil && person.webhook == nil ? "\(person.name) (no address)" : person.name
    }

    private static func alike(_ owners: [OwnerRecord]) -> [String] {
        var seen: Set<Set<String>> = []
        return owners.flatMap { owner in
            owner.isLike.filter { seen.insert([owner.entry.post, $0]).inserted }.flatMap { other in
                Paragraph.lines(
                    "one post? duewatch owners merge \(Invocation.quoted(other)) \(Invocation.quoted(owner.entry.post))",
                    indent: "  ", lead: "")
            }
        }
    }
}

extension OwnerRecord {
    /// The person of each seat on a day, and beside them everybody with their days.
    func json(on day: CivilDate) -> JSON {
        .object(
            [
                ("post", .string(entry.post)), ("aliases", .array(entry.aliases.map(JSON.string))),
                ("body", .text(entry.bodyOrSuggestion)), ("body_is_suggested", .bool(entry.body == nil)),
                ("plans", .array(plans.map(JSON.string))), ("open_targets", .int(openTargets)),
                ("unresolved", .bool(isUnresolved)), ("may_be", .array(isLike.map(JSON.string))),
            ] + Seat.allCases.map { ($0.rawValue, entry.person($0, on: day)?.json ?? .null) } + [
                (
                    "people",
                    .object(Seat.allCases.map { ($0.rawValue, .array(entry.people($0).map(\.json))) })
                )
            ])
    }
}

extension PersonEntry {
    fileprivate var json: JSON {
        .object([
            ("name", .string(name)), ("email", .text(email)), ("webhook", .text(webhook)),
            ("from", .text(from?.description)), ("until", .text(until?.description)),
        ])
    }
}
