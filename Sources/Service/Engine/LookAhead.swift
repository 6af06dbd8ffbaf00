// The reading and deciding of a look through the register, ahead of the engine, which records. In a register on disk it
// goes on a thread and a connection of its own, so that a million targets take as long as writing them does. Never writes;
// what changed after it was read is caught by the version that guards each decision.

import CivilTime
import Register
import Reminders

/// A stretch of the register that was looked at.
struct Looked: Sendable {
    /// How many targets there were.
    let count: Int
    /// Those of which something is to be said, refused or proposed.
    var checked: [Checked] = []
    /// Those of the others whose next check is another now.
    var moved: [NextCheck] = []
    var unreadable: [(target: TargetID, fault: RegisterError)] = []
    /// Its last target.
    let last: TargetID

    /// As `Decided` weighs it.
    var weight: Int { moved.count + checked.reduce(1) { $0 + $1.weight } }
}

final class LookAhead {
    private typealias Stretch = Result<Looked, any Error>

    private let policy: Policy
    private let now: Instant
    private let register: Store
    private let stretch: Int
    private let precedents: Precedents
    private var point: TargetID
    /// nil where there is no second connection, and each stretch is read when it is wanted.
    private let handover: Handover<Stretch>?

    /// How much may lie ready, weighed as `Decided` does: two transactions, so that neither thread waits for the other.
    private static let room = 2 * Decided.most

    /// - Parameter stretch: how many targets are read together.
    /// - Throws: `RegisterError` where the register cannot be opened once more.
    init(
        through register: Store, after point: TargetID, under policy: Policy, at now: Instant, stretch: Int
    ) throws {
        (self.register, self.point, self.policy, self.now, self.stretch) = (register, point, policy, now, stretch)
        precedents = Precedents(under: policy, at: now)
        guard let beside = try register.beside() else {
            handover = nil
            return
        }
        let handover = Handover<Stretch>(room: Self.room)
        self.handover = handover
        Threads.start {
            Self.run(beside, after: point, under: policy, at: now, stretch, into: handover)
            handover.close()
        }
    }

    /// The next stretch; nil at the end of the register.
    func next() throws -> Looked? {
        if let handover { return try handover.take()?.get() }
        guard let looked = try Self.look(register, after: point, under: policy, at: now, stretch, precedents) else {
            return nil
        }
        point = looked.last
        return looked
    }

    /// Nothing more is read. Called by whoever made it, at the end or before.
    func stop() { handover?.close() }

    private static func run(
        _ beside: Store, after start: TargetID, under policy: Policy, at now: Instant, _ stretch: Int,
        into handover: Handover<Stretch>
    ) {
        let precedents = Precedents(under: policy, at: now)
        var point = start
        var isWanted = true
        while isWanted {
            do {
                guard let looked = try look(beside, after: point, under: policy, at: now, stretch, precedents) else {
                    break
                }
                point = looked.last
                isWanted = handover.put(.success(looked), weight: looked.weight)
            } catch {
                isWanted = false
                _ = handover.put(.failure(error), weight: 1)
            }
        }
        do { try beside.rest() } catch { _ = handover.put(.failure(error), weight: 1) }
    }

    private static func look(
        _ register: Store, after point: TargetID, under policy: Policy, at now: Instant, _ stretch: Int,
        _ precedents: Precedents
    ) throws -> Looked? {
        let today = policy.today(at: now)
        let found = try register.glance(
            armedAfter: point, limit: stretch, mode: policy.mode, forRules: !policy.rules.isEmpty, today: today)
        guard let last = found.last else { return nil }
        var looked = Looked(count: found.targets.count + found.others.count, last: last)
        var unknown = found.others
        var outlines: [TargetID: TargetOutline] = [:]
        for target in found.targets {
            switch precedents.answer(target) {
            case .silent(let next) where next == target.nextCheck: break
            case .silent(let next): looked.moved.append(NextCheck(target: target.id, version: target.version, at: next))
            case .unknown(let outline):
                unknown.append(target.id)
                outlines[target.id] = outline
            }
        }
        guard !unknown.isEmpty else { return looked }
        let whole = try register.facts(
            toCheck: unknown, mode: policy.mode, forRules: !policy.rules.isEmpty, today: today)
        looked.unreadable = whole.unreadable
        for target in whole.targets {
            let check = Checked(target, under: policy, at: now)
            if let outline = outlines[target.facts.id] { precedents.note(check.decision, of: outline) }
            looked.add(check)
        }
        // In the order of the register, as its rows lie.
        looked.moved.sort { $0.target < $1.target }
        return looked
    }
}

extension Looked {
    fileprivate mutating func add(_ check: Checked) {
        let decision = check.decision
        if !decision.isSilent {
            checked.append(check)
        } else if !check.isSettled {
            moved.append(NextCheck(of: decision))
        }
    }
}
