// Targets whose time has come, read and decided a stretch at a time. Where there are many in a register on disk, all
// but the first few are read on a thread and a connection of their own, while the engine records what is decided.
// Never writes: what changed after it was read is caught by the version that guards each decision.

import CivilTime
import Register
import Reminders

final class DueTargets {
    private typealias Stretch = Result<Decisions, any Error>

    private let register: Store
    private let policy: Policy
    private let now: Instant
    private let shut: Set<Channel>
    /// What is read here; nil once it was.
    private var first: ArraySlice<TargetID>?
    /// nil where nothing is read ahead.
    private let ahead: Handover<Stretch>?
    /// Of all that came out of `next`, those of which something waits in a channel that is shut.
    private(set) var stuck: [TargetID] = []
    private(set) var unreadable: [(target: TargetID, fault: RegisterError)] = []

    /// How many are read together; and from how many on a second thread is worth its start, and pages that both read.
    private static let (stretch, many) = (64, 256)
    /// One in so many is read here, while the others are begun there: enough for the engine not to wait for them. It is
    /// the engine that is done last.
    private static let share = 8

    /// - Parameter shut: channels that take nothing at present.
    /// - Throws: `RegisterError` where the register cannot be opened once more.
    init(
        _ due: [TargetID], from register: Store, under policy: Policy, shut: Set<Channel>, at now: Instant
    ) throws {
        (self.register, self.policy, self.now, self.shut) = (register, policy, now, shut)
        guard due.count >= Self.many, let beside = try register.beside() else {
            (first, ahead) = (due[...], nil)
            return
        }
        let handover = Handover<Stretch>(room: due.count)
        let rest = due.dropFirst(due.count / Self.share)
        (first, ahead) = (due[..<rest.startIndex], handover)
        Threads.start {
            for start in stride(from: rest.startIndex, to: rest.endIndex, by: Self.stretch) {
                let some = rest[start..<min(start + Self.stretch, rest.endIndex)]
                let read = Result { try Decisions(on: some, from: beside, under: policy, shut: shut, at: now) }
                guard handover.put(read, weight: 1) else { return }
            }
            handover.close()
        }
    }

    /// The next of them, in the order in which they were asked for, without those that are gone; nil at the end.
    func next() throws -> [Checked]? {
        let here = try first.map { try Decisions(on: $0, from: register, under: policy, shut: shut, at: now) }
        first = nil
        guard let read = try here ?? ahead?.take()?.get() else { return nil }
        stuck += read.stuck
        unreadable += read.unreadable
        return read.checked
    }

    /// Nothing more is read. Called by whoever made it, at the end or before.
    func stop() { ahead?.close() }
}

/// What was decided on one stretch. The facts that it went by are not kept.
private struct Decisions: Sendable {
    let checked: [Checked]
    let stuck: [TargetID]
    let unreadable: [(target: TargetID, fault: RegisterError)]

    init(
        on due: ArraySlice<TargetID>, from register: Store, under policy: Policy, shut: Set<Channel>, at now: Instant
    ) throws {
        let found = try register.facts(
            toCheck: Array(due), mode: policy.mode, forRules: !policy.rules.isEmpty, today: policy.today(at: now))
        unreadable = found.unreadable
        let places = Dictionary(uniqueKeysWithValues: zip(found.targets.map(\.facts.id), found.targets.indices))
        checked = due.compactMap { places[$0] }.map { Checked(found.targets[$0], under: policy, at: now) }
        stuck = shut.isEmpty ? [] : found.targets.filter { $0.waits(in: shut) }.map(\.facts.id)
    }
}

extension DueTarget {
    fileprivate func waits(in shut: Set<Channel>) -> Bool {
        facts.recorded.contains { $0.fate == .waiting && shut.contains($0.channel) }
    }
}
