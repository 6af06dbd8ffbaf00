// One answer on its way into the register, target by target. Whatever throws here undoes the whole of it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct Answering {
    let writing: Transaction
    let entry: AnswerEntry
    let answer: AnswerID
    /// The post it was said for; nil answers for all.
    let owner: OwnerID?

    private var db: Database { writing.db }

    func answer(_ target: TargetID) throws -> AnswerEffect {
        let before = try TargetState.fetch(db, target)
        try check(before)
        let covered = try coveredOwners(of: before)
        var rounds: [(due: CivilDate, next: CivilDate?)] = []
        for owner in covered {
            let round = entry.kind == .done ? try before.round(answeredOn: entry.on, by: owner, db) : nil
            if let round { rounds.append(round) }
            try writing.execute(
                """
                INSERT INTO answer_target (answer_id, target_id, owner_id, status_before, revision_before, occurrence)
                VALUES (?, ?, ?, ?, ?, ?)
                """, [answer, target, owner, before.status, before.revision, round?.due])
        }
        let stopped = try apply(to: before)
        if entry.kind.changesTarget { try writing.touch(target) }
        try writing.note(
            .answerRecorded, LedgerSubject(plan: before.plan, target: target, owner: owner),
            [
                ("answer", .int(Int(answer.value))), ("kind", .string(entry.kind.name)),
                ("on", .string(entry.on.description)),
            ])
        return before.effect(
            after: try TargetState.fetch(db, target), stopped: stopped, reopens: entry.kind == .reopen,
            round: rounds.min { $0.due < $1.due })
    }

    /// Throws what the answer does not go with.
    private func check(_ target: TargetState) throws {
        let problem: String? =
            switch (entry.kind, target.status) {
            case (_, .superseded): "was superseded by a later edition and takes no answer"
            case (.note, _): nil
            case (.reopen, let status) where status.isChased && !target.hasStanding(owner): "is open already"
            case (.reopen, _): nil
            case (_, let status) where !status.isChased: "is \(status.rawValue) already; --reopen comes first"
            case (.onTrack(let until), _) where until < entry.on:
                "cannot be on track until \(until), which is before the day it was said, \(entry.on)"
            case (.newDate(let phrase, let readings), _) where Reading.chased(in: readings) == nil:
                "cannot have the new date \u{201C}\(phrase)\u{201D}, which gives no day to chase"
            default: nil
            }
        if let problem { throw RegisterError.wrongState(sentence: "\(target.reference) \(problem)") }
    }

    /// nil among them for a target without owners.
    private func coveredOwners(of target: TargetState) throws -> [OwnerID?] {
        guard let owner else { return target.owners.isEmpty ? [nil] : target.owners.map(\.id) }
        guard target.owners.contains(where: { $0.id == owner }) else {
            throw RegisterError.wrongState(
                sentence: "\(entry.ownerPost ?? "that post") is no owner of \(target.reference): its owners are "
                    + (target.owners.isEmpty ? "not known" : target.owners.map(\.post).joined(separator: "; ")))
        }
        return [owner]
    }

    /// The reminders that do not leave for it.
    private func apply(to target: TargetState) throws -> [ReminderKey] {
        switch entry.kind {
        case .done: return try done(target)
        case .onTrack(let until):
            return try writing.stopWaiting(target.id, owner: owner, because: .onTrack(until: until))
        case .newDate(let phrase, let readings): return try newDate(target, phrase, readings)
        case .notMine:
            try writing.doubt(
                .notMine, plan: target.plan, target: target.id,
                text: "\(entry.ownerPost ?? "its owner") says that it is not theirs", line: nil)
            return try writing.stopWaiting(target.id, owner: owner, because: .answeredNotMine)
        case .withdrawn:
            try setStatus(.withdrawn, of: target)
            return try writing.stopWaiting(target.id, owner: nil, because: .notChased(.withdrawn))
        case .reopen:
            try setStatus(target.printedStatus, of: target)
            return []
        case .note: return []
        }
    }

    /// A joint target is completed when as many have said so as its joint ownership asks for.
    private func done(_ target: TargetState) throws -> [ReminderKey] {
        let present = try TargetState.fetch(db, target.id)
        if target.reading?.comesRound == true {
            return try writing.stopWaiting(target.id, owner: owner, because: .answeredDone)
        }
        guard owner == nil || present.isAnswered else {
            return try writing.stopWaiting(target.id, owner: owner, because: .answeredDone)
        }
        try setStatus(.completed, of: target)
        return try writing.stopWaiting(target.id, owner: nil, because: .answeredDone)
    }

    private func newDate(_ target: TargetState, _ phrase: String, _ readings: [Reading]) throws -> [ReminderKey] {
        let chased = Reading.chased(in: readings)
        try writing.addRevision(
            NewRevision(
                phrase: phrase, readings: readings, cause: .extended,
                isExtension: target.due != nil && chased?.due != nil && chased?.due != target.due, answer: answer,
                because: entry.because),
            number: target.revision + 1, of: target.id)
        try setStatus(chased?.kind == .ongoing ? .ongoing : .open, of: target)
        return try writing.stopWaiting(target.id, owner: nil, because: .dateChanged)
    }

    private func setStatus(_ status: Status, of target: TargetState) throws {
        try writing.setStatus(status, of: target.id)
    }
}

extension AnswerKind {
    /// Whether reminders depend on it; a note is only kept.
    var changesTarget: Bool {
        if case .note = self { false } else { true }
    }

    var until: CivilDate? {
        if case .onTrack(let until) = self { until } else { nil }
    }

    /// The words that are kept with it.
    var text: String? {
        switch self {
        case .newDate(let phrase, _): phrase
        case .note(let text): text
        case .done, .onTrack, .notMine, .withdrawn, .reopen: nil
        }
    }
}
