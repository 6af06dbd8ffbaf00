// Why nothing comes, as far as facts tell without a stage: pure, and in the order in which a person would ask.

import CivilTime
import Register
import Reminders

/// A reason why nobody is told on a day.
public enum Quiet: Hashable, Sendable {
    /// The register did not have the target yet.
    case notKnownYet(since: CivilDate)
    /// All chasing of its plan was ended, with a reason.
    case closed(on: CivilDate, because: String)
    /// What also keeps a stage that has come from being told.
    case refused(RefusalReason)
    /// Another target is chased for it.
    case oneDeliverable(with: String)
    /// Nothing to count from, as the date was printed.
    case noDay(phrase: String)
    /// Another post leads the target, and is chased for all of its owners.
    case led(by: String)
    /// No stage of the schedule comes.
    case noStage

    public var code: ReasonCode {
        switch self {
        case .notKnownYet: .notKnownYet
        case .closed: .planClosed
        case .refused(let reason): reason.code
        case .oneDeliverable: .oneDeliverable
        case .noDay: .noDay
        case .led: .anotherLeads
        case .noStage: .noStage
        }
    }

    /// What stands behind "because" in a sentence.
    public var words: String {
        switch self {
        case .notKnownYet(let day): "the target came into the register on \(day.inWords)"
        case .closed(let day, let because): "its plan was closed on \(day.inWords) (\(because))"
        case .refused(let reason): reason.words
        case .oneDeliverable(let other): "it is one deliverable with \(other), which is chased for both"
        case .noDay(let phrase): "\u{201C}\(phrase)\u{201D} gives no day to count from"
        case .led(let post):
            "\u{201C}\(post)\u{201D} leads it and answers for all; this post gets copies of what does not tell of lateness"
        case .noStage: "no stage of the schedule comes then"
        }
    }

    /// By the facts of today, which is `day`.
    static func today(_ target: TargetDetail, _ owner: OwnerFacts?, on day: CivilDate, zone: Zone) -> Quiet {
        closed(target, on: day, zone) ?? present(target, owner, on: day)
    }

    private static func present(_ target: TargetDetail, _ owner: OwnerFacts?, on day: CivilDate) -> Quiet {
        let facts = target.facts
        guard facts.status.isChased else { return .refused(.notChased(facts.status)) }
        if let other = target.sameAs { return .oneDeliverable(with: other) }
        if let reason = answer(owner?.answer, on: day) { return .refused(reason) }
        if let hold = facts.holds.first(where: { ($0.owner == nil || $0.owner == owner?.id) && $0.until >= day }) {
            return .refused(.held(until: hold.until, because: hold.because))
        }
        guard facts.armedAt != nil else {
            return isDayless(facts) ? .noDay(phrase: facts.date.phrase) : .refused(.notArmed)
        }
        return isDayless(facts) && target.nextCheck == nil
            ? .noDay(phrase: facts.date.phrase) : led(facts, owner) ?? .noStage
    }

    /// By the ledger and the answers, for a day that may have passed.
    static func reason(_ target: TargetDetail, _ owner: OwnerFacts?, on day: CivilDate, zone: Zone) -> Quiet {
        if let first = target.ledger.first.map({ zone.date(at: $0.at) }), day < first {
            return .notKnownYet(since: first)
        }
        if let closed = closed(target, on: day, zone) { return closed }
        let armings = target.ledger.filter { $0.event == .targetArmed || $0.event == .targetDisarmed }
        let before = armings.last { zone.date(at: $0.at) <= day }
        if before?.event != .targetArmed, !armings.isEmpty { return .refused(.notArmed) }
        let said = target.answers.last { answer in
            zone.date(at: answer.recordedAt) <= day && (answer.undoneAt.map { zone.date(at: $0) > day } ?? true)
                && (answer.owner == nil || answer.owner == owner?.post)
        }
        switch said?.kind {
        case "done": return .refused(.answeredDone)
        case "not-mine": return .refused(.answeredNotMine)
        case "withdrawn": return .refused(.notChased(.withdrawn))
        default: break
        }
        if let until = said?.until, until >= day { return .refused(.onTrack(until: until)) }
        let present = present(target, owner, on: day)
        // What is said today did not hold on a day before it was said.
        switch present {
        case .refused(.notChased(.superseded)), .refused(.held), .oneDeliverable, .noDay: return present
        case .refused(.notArmed) where armings.isEmpty: return present
        default: return led(target.facts, owner) ?? .noStage
        }
    }

    private static func answer(_ answer: OwnerAnswer?, on day: CivilDate) -> RefusalReason? {
        switch answer {
        case .done: .answeredDone
        case .notMine: .answeredNotMine
        case .onTrack(let until): until >= day ? .onTrack(until: until) : nil
        case nil: nil
        }
    }

    /// One that was closed and opened again counts as open on every day.
    private static func closed(_ target: TargetDetail, on day: CivilDate, _ zone: Zone) -> Quiet? {
        guard let closed = target.closed else { return nil }
        let last = zone.date(at: closed.at)
        return day < last ? nil : .closed(on: last, because: closed.because)
    }

    private static func led(_ facts: TargetFacts, _ owner: OwnerFacts?) -> Quiet? {
        guard let owner, let lead = facts.joint.lead(among: facts.owners.filter(\.isCertain).map(\.id)),
            lead != owner.id
        else { return nil }
        return facts.owners.first { $0.id == lead }.map { .led(by: $0.post) }
    }

    private static func isDayless(_ facts: TargetFacts) -> Bool { facts.date.reading == nil }
}
