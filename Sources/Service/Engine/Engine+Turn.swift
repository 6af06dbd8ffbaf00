// What a pass comes to while nothing but outcomes has come in: they are written, and what there is room for by now is
// claimed, in one commit. It stands in for a whole pass for a twentieth of a second at most, and never where another
// process has changed the register, a target is due for a check, or the brake has not seen what would leave.

import CivilTime
import Register
import Reminders

extension Engine {
    /// Milliseconds.
    private static let shortly: Int64 = 50

    /// Called at the start of a whole pass, before it reads anything.
    func beginLook(at now: Instant) throws {
        look = (now, try register.changesByOthers())
    }

    /// Whether that was all there is to do; otherwise a whole pass follows.
    func passShortly(at now: Instant) throws -> Bool {
        guard let look, look.at <= now, look.at.milliseconds(until: now) < Self.shortly, let braked, braked <= now,
            today(at: braked) == today(at: now), !unsettled.isEmpty, hasRoom, !isDisturbed
        else { return false }
        let limit = claimLimit
        let turned = try register.turn(
            settling: unsettled, channels: changedChannels, administrator: rules.policy.administrator.id,
            noticesFrom: nextWindow, claiming: terms(limit, at: now),
            since: LastLook(changes: look.changes, braked: braked), at: now)
        wrote(turned.settled)
        guard let claimed = turned.claimed else { return false }
        isBusy = !claimed.claims.isEmpty
        if handOut(claimed, of: limit, at: now) { try send(at: now) }
        return true
    }

    /// When what a short pass did not look at is looked at; nil where it found nothing to claim, and the register is asked
    /// when something comes due.
    var nextLook: Instant? {
        guard let look, isBusy, !inFlight.isEmpty else { return nil }
        return look.at.adding(milliseconds: Self.shortly)
    }
}
