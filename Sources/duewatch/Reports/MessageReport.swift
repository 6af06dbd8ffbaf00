// One message and each of its tries, for whoever looks for it in the logs of the other side.

import ActionPlans
import CivilTime
import Register

struct MessageReport {
    let row: DeliveryRow
    let tries: [AttemptRecord]
    let zone: Zone

    var lines: [String] {
        let state = row.settledAt.map { "\(row.state.words) \(Words.moment($0, zone))" } ?? row.state.words
        let doubt = row.mayHaveArrived ? "; a try without an answer may have arrived" : ""
        var lines = Paragraph.lines(
            "message \(row.message) to \(row.recipientName) by \(row.channel): \(state)\(doubt)", indent: "    ",
            lead: "")
        if let subject = row.subject { lines += Paragraph.lines(subject, indent: "  ") }
        if !row.references.isEmpty {
            lines += Paragraph.lines("tells of \(row.references.joined(separator: ", "))", indent: "    ", lead: "  ")
        }
        // A mail's Message-ID begins with it, a webhook-id ends with it.
        if let id = row.id { lines.append("  id \(id)") }
        if row.state == .waiting {
            lines.append("  not tried before \(Words.moment(row.notBefore, zone))")
        }
        return lines + ["", "Tries"] + (tries.isEmpty ? ["  none yet"] : tries.flatMap(words))
    }

    var json: JSON {
        .object(row.members + [("tries", .array(tries.map(json)))])
    }

    private func words(_ each: AttemptRecord) -> [String] {
        let took = each.durationMilliseconds.map { ", \($0) ms" } ?? ""
        let place = each.remote.map { ", \($0)" } ?? ""
        let end = each.outcome.map { "\($0): \(each.text ?? "")" } ?? "under way"
        return Paragraph.lines(
            "\(each.number). \(Words.moment(each.startedAt, zone))\(took)\(place): \(end)", indent: "     ", lead: "  ")
    }

    private func json(_ each: AttemptRecord) -> JSON {
        .object([
            ("number", .int(each.number)), ("started_at", .string(each.startedAt.rfc3339)),
            ("ended_at", .text(each.endedAt?.rfc3339)),
            ("duration_ms", each.durationMilliseconds.map { .int($0) } ?? .null), ("remote", .text(each.remote)),
            ("outcome", .text(each.outcome)), ("code", each.code.map { .int($0) } ?? .null),
            ("enhanced_status", .text(each.enhancedStatus)), ("text", .text(each.text)),
            ("verdict", .text(each.verdict)),
        ])
    }
}
