// Checking the targets whose time has come: facts in, decisions out, decisions recorded, many at a time. A few hundred
// milliseconds' worth go into one transaction, and between two of them others may write.

import CivilTime
import Register
import Reminders

extension Engine {
    /// How many targets are read together; and from how many on their pages are worth keeping.
    private static let (chunk, many) = (2_048, 64)

    /// Checks all that is due.
    func checkTargets(at now: Instant) throws {
        try lookThrough(at: now)
        try checkDue(at: now)
    }

    /// After a change of the rules: every armed target, in the order of the register. Whoever changes a target meanwhile
    /// makes it due, and it is checked after this.
    private func lookThrough(at now: Instant) throws {
        guard let point = try register.lookPoint() else { return }
        let began = clock.now
        let ahead = try LookAhead(through: register, after: point, under: rules.policy, at: now, stretch: Self.chunk)
        defer { ahead.stop() }
        var decided = Decided()
        var (looked, changed) = (0, 0)
        while let some = try ahead.next() {
            decided.add(some)
            changed += some.checked.count + some.moved.count
            looked += some.count
            try putOff(some.unreadable, at: now)
            guard decided.isFull else { continue }
            let (full, before) = (decided, clock.now)
            try record(&decided, look: .through(some.last), at: now)
            decided = Decided(room: full.roomNext(after: before.milliseconds(until: clock.now)))
        }
        try record(&decided, look: .ended, at: now)
        log.notice(
            "register.looked_through",
            metadata: [
                "targets": "\(looked)", "changed": "\(changed)", "took_ms": "\(began.milliseconds(until: clock.now))",
            ])
    }

    private func checkDue(at now: Instant) throws {
        var last: [TargetID] = []
        while true {
            let due = try register.dueChecks(at: now, limit: Self.chunk)
            let swept =
                due.count < Self.many
                ? try check(due, at: now) : try register.keepingPages { try check(due, at: now) }
            // Targets that others change all the time are left to the next pass.
            guard swept || due.count == Self.chunk, due != last else { return }
            last = due
        }
    }

    /// Whether anything was dropped that waited for them.
    private func check(_ due: [TargetID], at now: Instant) throws -> Bool {
        guard !due.isEmpty else { return false }
        let (policy, shut, began) = (rules.policy, shut, clock.now)
        let found = try DueTargets(due, from: register, under: policy, shut: shut, at: now)
        defer { found.stop() }
        while let some = try found.next() {
            var decided = Decided()
            decided.add(some)
            try record(&decided, then: found.next, look: nil, at: now)
        }
        if due.count >= Self.many {
            log.info(
                "register.checked",
                metadata: ["targets": "\(due.count)", "took_ms": "\(began.milliseconds(until: clock.now))"])
        }
        try putOff(found.unreadable, at: now)
        return try sweep(found.stuck, waitingIn: shut, at: now)
    }

    /// In one transaction, with what follows meanwhile until it is full. Where one of them cannot be recorded, each is
    /// checked by itself.
    private func record(
        _ decided: inout Decided, then next: () throws -> [Checked]? = { nil }, look: LookProgress?, at now: Instant
    ) throws {
        guard !decided.isEmpty || look != nil else { return }
        do {
            let (first, moved) = (decided.checked.map(\.decision), decided.moved)
            let recorded = try register.record(first, moving: moved, look: look, at: now) {
                guard !decided.isFull, let some = try next() else { return nil }
                return decided.add(some).map(\.decision)
            }
            for (check, recorded) in zip(decided.checked, recorded) { log(check, recorded) }
        } catch let fault as RegisterError where fault.isOfOneRow {
            let targets = decided.checked.map(\.decision.target) + decided.moved.map(\.target)
            for target in targets.sorted() { try checkOrPutOff(target, at: now) }
            if let look { _ = try register.record([], look: look, at: now) }
        }
        decided = Decided()
        try beat(at: clock.now)
    }

    /// One target that cannot be checked does not stop the others: it waits an hour, on the worklist.
    private func checkOrPutOff(_ id: TargetID, at now: Instant) throws {
        let policy = rules.policy
        do {
            let found = try register.facts(of: [id], mode: policy.mode, today: policy.today(at: now))
            try putOff(found.unreadable, at: now)
            for target in found.targets {
                let check = Checked(target, under: policy, at: now)
                log(check, try register.record(check.decision, at: now))
            }
        } catch let fault as RegisterError where fault.isOfOneRow {
            try putOff([(id, fault)], at: now)
        }
    }

    private func putOff(_ targets: [(target: TargetID, fault: RegisterError)], at now: Instant) throws {
        for (id, fault) in targets {
            try register.putOff(id, until: now.adding(seconds: 3_600), because: "\(fault)", at: now)
            log.error("target.put_off", metadata: ["target_row": "\(id)", "because": "\(fault)"])
        }
    }

    private func log(_ check: Checked, _ recorded: Recorded) {
        let decision = check.decision
        if recorded.reminders > 0 { braked = nil }
        // A target that changed meanwhile is still due, and is checked again with its new facts.
        guard !recorded.isStale, !decision.reminders.isEmpty || !decision.refusals.isEmpty else { return }
        log.info(
            "target.checked",
            metadata: [
                "target": "\(check.reference)", "recorded": "\(recorded.reminders)",
                "refused": "\(decision.refusals.count)",
                "stages": "\(Set(decision.reminders.map(\.key.stage)).sorted().joined(separator: ","))",
                "next": "\(decision.nextCheck.map(\.rfc3339) ?? "none")",
            ])
    }
}
