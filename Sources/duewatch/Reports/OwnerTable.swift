// Owners as a table and as JSON.

import ActionPlans
import Register
import Reminders

enum OwnerTable {
    static func lines(_ owners: [OwnerRecord]) -> [String] {
        guard !owners.isEmpty else { return ["no owner matches"] }
        let columns: [Table.Column] = [
            .text("post", atLeast: 20), .number("open"), .text("holder", atLeast: 10), .text("deputy"),
            .text("manager"),
        ]
        let rows = owners.map { owner in
            [owner.entry.post, String(owner.openTargets)]
                + Role.allCases.map { role in
                    guard let person = owner.entry.person(role) else {
                        return role == .holder ? Style.alarming("nobody") : "-"
                    }
                    let way = [person.email, person.webhook].compactMap { $0 }.joined(separator: ", ")
                    return way.isEmpty ? "\(person.name) (no address)" : "\(person.name) <\(way)>"
                }
        }
        let unresolved = owners.count(where: \.isUnresolved)
        let footer =
            Words.count(owners.count, "owner")
            + (unresolved > 0 ? ", \(unresolved) for whom nobody can be told" : "")
        return Table(columns, rows: rows).lines() + [footer]
    }
}

extension OwnerRecord {
    var json: JSON {
        .object(
            [
                ("post", .string(entry.post)), ("aliases", .array(entry.aliases.map(JSON.string))),
                ("plans", .array(plans.map(JSON.string))), ("open_targets", .int(openTargets)),
                ("unresolved", .bool(isUnresolved)),
            ] + Role.allCases.map { ($0.rawValue, entry.person($0)?.json ?? .null) })
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
