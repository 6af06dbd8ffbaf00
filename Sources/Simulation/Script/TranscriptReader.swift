// Reads the decisions of a transcript from the ledger of a simulation as it grows, in its order.

import CivilTime
import FoundationEssentials
import Register
import Reminders

struct TranscriptReader {
    private let register: Store
    private let zone: Zone
    private var next: Int64
    private var references: [TargetID: String] = [:]
    private var posts: [OwnerID: String] = [:]
    /// What waits in each message.
    private var waiting: [MessageID: [TranscriptLine]] = [:]
    private(set) var lines: [TranscriptLine] = []

    init(register: Store, zone: Zone) throws {
        self.register = register
        self.zone = zone
        next = 1
        // What was planned before has to be known when its message leaves.
        try read()
        lines = []
    }

    /// Takes in what the ledger has gained.
    mutating func read() throws {
        for entry in try register.ledger(from: next) {
            next = entry.seq + 1
            try take(entry)
        }
    }

    mutating func note(_ step: ScriptStep, at now: Instant, refused: String?) {
        var line = TranscriptLine(at: now, zone: zone, what: .script(line: step.line, refused: refused))
        line.words = step.words
        lines.append(line)
    }

    /// What was planned and told at the same instant is one decision.
    var merged: [TranscriptLine] {
        let told = Set(lines.filter { $0.what == .event(.messageAccepted) }.map { Told($0) })
        return lines.filter { $0.what != .event(.reminderRecorded) || !told.contains(Told($0)) }
    }

    private struct Told: Hashable {
        let reminder: ReminderID?
        let at: Instant

        init(_ line: TranscriptLine) {
            reminder = line.reminder
            at = line.at
        }
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    fileprivate struct Detail: Decodable {
        let stage: String?
        let repetition: Int?
        let role: String?
        let standIn: String?
        let copy: String?
        let channel: String?
        let kind: String?
        let reason: Reason?
        let why: String?
        let until: String?
        let by: String?
        let status: String?
        let again: String?
        let renewedAs: Int64?

        struct Reason: Decodable {
            let why: String
            let until: String?
            let by: String?
            let status: String?
            let role: String?
        }
    }

    private mutating func take(_ entry: LedgerEntry) throws {
        var line = TranscriptLine(at: entry.at, zone: zone, what: .event(entry.event))
        // A detail that this version does not know leaves its line without it.
        let detail = try? Self.decoder.decode(Detail.self, from: Data(entry.detail.utf8))
        line.reminder = entry.reminder
        line.owner = entry.owner
        line.reference = try entry.target.map { try reference($0) }
        line.post = try entry.owner.flatMap { try post($0) }
        line.stage = detail?.stage
        line.repetition = detail?.repetition
        line.role = detail?.role
        line.standing = detail?.standIn ?? detail?.copy.map { "copy \($0)" }
        line.channel = detail?.channel
        line.reason = detail?.reason?.why ?? detail?.why
        line.detail = detail?.reason?.depends ?? detail?.depends
        switch entry.event {
        case .reminderRecorded:
            if let message = entry.message { waiting[message, default: []].append(line) }
            lines.append(line)
        case .reminderDropped:
            let planned = entry.message.flatMap { waiting[$0]?.first { $0.reminder == entry.reminder } }
            line.stage = planned?.stage
            line.repetition = planned?.repetition
            line.role = planned?.role
            line.channel = planned?.channel
            if let message = entry.message { waiting[message]?.removeAll { $0.reminder == entry.reminder } }
            lines.append(line)
        case .messageAccepted, .messageDeferred, .messageRefused, .messageSetAside, .messageOrphaned:
            tell(entry, detail)
        case .noticePosted:
            // A daily note decides nothing: it lists what others did, or did not.
            guard detail?.kind != MessageKind.notice.rawValue else { return }
            line.words = detail?.kind
            lines.append(line)
        case .messageVoid:
            // What is left of one goes in another.
            guard let old = entry.message, let rest = waiting.removeValue(forKey: old), let new = detail?.renewedAs
            else { break }
            waiting[MessageID(new), default: []] += rest
        default:
            // What a person did is a line of the script.
            if entry.author == nil { lines.append(line) }
        }
    }

    /// A message's fate is the fate of each reminder in it.
    private mutating func tell(_ entry: LedgerEntry, _ detail: Detail?) {
        guard let message = entry.message, let planned = waiting[message] else { return }
        for before in planned {
            var line = TranscriptLine(at: entry.at, zone: zone, what: .event(entry.event))
            (line.reference, line.stage, line.repetition) = (
                before.reference, before.stage, before.repetition
            )
            (line.role, line.standing) = (before.role, before.standing)
            (line.owner, line.post, line.channel) = (before.owner, before.post, before.channel)
            line.reminder = before.reminder
            line.detail = entry.event == .messageDeferred ? detail?.again.map { "again \($0)" } : nil
            lines.append(line)
        }
        if entry.event == .messageAccepted { waiting[message] = nil }
    }

    private mutating func reference(_ target: TargetID) throws -> String {
        if let known = references[target] { return known }
        let all = try register.targets() + register.targets(TargetFilter(status: .superseded))
        for summary in all { references[summary.id] = summary.reference }
        return references[target] ?? "target \(target)"
    }

    private mutating func post(_ owner: OwnerID) throws -> String? {
        if let known = posts[owner] { return known }
        for record in try register.owners() { posts[record.id] = record.entry.post }
        return posts[owner]
    }
}

extension TranscriptReader.Detail.Reason {
    fileprivate var depends: String? { until.map { "until \($0)" } ?? by.map { "by \($0)" } ?? status ?? role }
}

extension TranscriptReader.Detail {
    fileprivate var depends: String? { until.map { "until \($0)" } ?? by.map { "by \($0)" } ?? status }
}
