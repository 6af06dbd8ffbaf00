// What other threads tell the loop, how it ends, and what becomes of a fault of the register.

import CivilTime
import Delivery
import Logging
import Register

extension Engine {
    func take(_ events: [Event]) {
        for event in events {
            switch event {
            case .returned(let message, let report): keep(report, of: MessageID(message))
            case .nudge:
                wasNudged = true
                braked = nil
            case .reload: wantsReload = true
            case .asked(let asked): hear(asked)
            case .stop: stop()
            case .clockStepped(let step):
                // Nothing else to do: what was recorded under the other time is not recorded again.
                log.warning("clock.stepped", metadata: ["by_ms": "\(step)", "now": "\(clock.now.rfc3339)"])
            }
        }
    }

    /// What a peer has been given is finished. What waits for its turn with a carrier comes back unsent.
    private func stop() {
        guard !isStopping else { return }
        isStopping = true
        notification.stopping()
        log.notice("service.stopping", metadata: ["in_flight": "\(inFlight.count)"])
        tell(.stopping)
        retire(rules)
    }

    /// Closes carriers without waiting for them here: the watchdog goes on, and their last reports come by the inbox.
    func retire(_ old: Rules) { Threads.start { old.close() } }

    /// The register may fail for a while: a full disk, a lock. The service stays up, says so and tries again.
    func attempt(_ work: () throws -> Void) {
        do {
            try work()
            if trouble.ended() { log.notice("register.recovered") }
        } catch {
            report(error)
        }
    }

    func report(_ error: any Error) {
        mayHaveLostClaims = true
        trouble.met(at: clock.now)
        log.error("register.failed", metadata: ["error": "\(error)", "retry_at": "\(trouble.until.rfc3339)"])
    }
}
