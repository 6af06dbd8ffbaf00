// Checking the targets whose time has come: facts in, decision out, decision recorded.

import CivilTime
import Register
import Reminders

extension Engine {
    private static let chunk = 256

    /// Checks all that is due.
    func checkTargets(at now: Instant) throws {
        var last: [TargetID] = []
        while true {
            let due = try register.dueChecks(at: now, limit: Self.chunk)
            for target in due { try checkOrPutOff(target, at: now) }
            // Targets that others change all the time are left to the next pass.
            guard due.count == Self.chunk, due != last else { return }
            last = due
            try beat(at: clock.now)
        }
    }

    /// One target that cannot be read does not stop the others: it waits an hour, on the worklist.
    private func checkOrPutOff(_ id: TargetID, at now: Instant) throws {
        do {
            try check(id, at: now)
        } catch let fault as RegisterError where fault.isOfOneRow {
            try register.putOff(id, until: now.adding(seconds: 3_600), because: "\(fault)", at: now)
            log.error("target.put_off", metadata: ["target_row": "\(id)", "because": "\(fault)"])
        }
    }

    private func check(_ id: TargetID, at now: Instant) throws {
        let policy = rules.policy
        guard let facts = try register.facts(of: id, mode: policy.mode, today: policy.today(at: now)) else { return }
        let decision = TargetCheck(of: facts, under: policy, at: now).decision()
        let recorded = try register.record(decision, at: now)
        if recorded.reminders > 0 { braked = nil }
        // A target that changed meanwhile is still due, and is checked again with its new facts.
        guard !recorded.isStale, !decision.reminders.isEmpty || !decision.refusals.isEmpty else { return }
        log.info(
            "target.checked",
            metadata: [
                "target": "\(facts.reference)", "recorded": "\(recorded.reminders)",
                "refused": "\(decision.refusals.count)",
                "stages": "\(Set(decision.reminders.map(\.key.stage)).sorted().joined(separator: ","))",
                "next": "\(decision.nextCheck.map(\.rfc3339) ?? "none")",
            ])
    }
}
