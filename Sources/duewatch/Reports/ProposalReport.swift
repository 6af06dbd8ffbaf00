// Rungs above the deputy that wait for an administrator.

import ActionPlans
import Register
import Reminders

enum ProposalReport {
    static func lines(_ rows: [ProposalRow]) -> [String] {
        rows.flatMap { row in
            Paragraph.lines(
                "from \(row.opensOn) on, \(row.person ?? "nobody") as \(row.role.rawValue), since nobody answers for "
                    + row.post, indent: "    ", lead: "\(row.reference): ")
        }
    }
}

extension ProposalRow {
    var json: JSON {
        .object([
            ("reference", .string(reference)), ("post", .string(post)), ("stage", .string(stage)),
            ("role", .string(role.rawValue)), ("person", .text(person)), ("opens_on", .string(opensOn.description)),
            ("proposed_at", .string(proposedAt.rfc3339)),
        ])
    }
}
