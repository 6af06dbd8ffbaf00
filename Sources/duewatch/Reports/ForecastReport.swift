// What would be sent, to whom, when and why: one line a message, day by day.

import ActionPlans
import CivilTime
import Reminders
import Simulation

struct ForecastReport {
    let messages: [Forecast.Message]
    let zone: Zone

    /// - Parameter owner: only messages that tell of this post, in any spelling that normalises alike, or that go to this
    ///   person, by name or address.
    init(_ forecast: Forecast, zone: Zone, owner: String? = nil) {
        self.zone = zone
        guard let owner else {
            messages = forecast.messages
            return
        }
        let wanted = PostSpelling.normalised(owner)
        messages = forecast.messages.filter { message in
            let party = message.facts.intended ?? message.facts.recipient
            return ([party.name, party.address] + message.facts.entries.map(\.owner)).contains {
                $0.map(PostSpelling.normalised) == wanted
            }
        }
    }

    /// Every message.
    var lines: [String] {
        guard !messages.isEmpty else { return ["nothing would be sent"] }
        var lines: [String] = []
        var day: CivilDate?
        for message in messages {
            let date = zone.date(at: message.at)
            if date != day { lines.append(Style.bold(date.inWordsWithWeekday)) }
            day = date
            lines += self.lines(message)
        }
        return lines + [footer]
    }

    /// How many of each kind go to whom, for a question that must fit a screen.
    var summary: [String] {
        guard !messages.isEmpty else { return ["nothing would be sent"] }
        var order: [String] = []
        var rows: [String: (first: Instant, kinds: [String: Int], messages: Int)] = [:]
        for message in messages {
            let key = recipient(message.facts)
            if rows[key] == nil { order.append(key) }
            var row = rows[key] ?? (message.at, [:], 0)
            for (kind, count) in kinds(message.facts) { row.kinds[kind, default: 0] += count }
            row.messages += 1
            rows[key] = row
        }
        let cells = order.compactMap { key in
            rows[key].map { row in
                let kinds = row.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                return [
                    Words.moment(row.first, zone), key, String(row.messages),
                    kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", "),
                ]
            }
        }
        let columns: [Table.Column] = [
            .whole("first"), .text("to", atLeast: 20), .number("messages"), .text("tells of", atLeast: 16),
        ]
        return Table(columns, rows: cells).lines() + [footer]
    }

    var footer: String {
        let mails = messages.count { $0.facts.channel == .email }
        let others = messages.count - mails
        return Words.count(mails, "mail") + (others > 0 ? ", \(Words.count(others, "webhook"))" : "")
    }

    private func lines(_ message: Forecast.Message) -> [String] {
        let time = zone.civil(at: message.at).time
        let head = "  \(time)  \(recipient(message.facts))"
        let subject = Paragraph.lines(message.facts.subject, indent: "         ")
        return [head] + subject
            + message.told.flatMap { told in
                let due = told.entry.dueDay.map { ", due \($0)" } ?? ""
                let owner = told.entry.owner.map { ", \($0)" } ?? ""
                return Paragraph.lines(
                    "\(told.entry.reference) \(word(told.entry))\(due)\(owner)", indent: "             ",
                    lead: "           ")
                    + Paragraph.lines(told.why, indent: "               ", lead: "             ")
            }
    }

    func recipient(_ facts: MessageFacts) -> String {
        let party = facts.intended ?? facts.recipient
        if facts.channel != .email { return "\(party.name) (\(facts.channel))" }
        return party.address.map { "\(party.name) <\($0)>" } ?? party.name
    }

    private func kinds(_ facts: MessageFacts) -> [String: Int] {
        guard !facts.entries.isEmpty else { return [facts.kind.rawValue: 1] }
        return facts.entries.reduce(into: [:]) { $0[word($1), default: 0] += 1 }
    }

    func word(_ entry: EntryFacts) -> String { entry.kind.rawValue.replacingUnderscores }
}

extension Channel {
    /// `email` or `webhook`.
    var jsonName: String { self == .email ? "email" : "webhook" }

    var endpoint: String? {
        if case .webhook(let endpoint) = self { endpoint } else { nil }
    }
}
