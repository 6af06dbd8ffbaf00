// The documented reasons as the ledger writes them.

import ActionPlans
import Reminders

extension RefusalReason {
    /// The name of the reason, and what it depends on.
    var json: JSON {
        switch self {
        case .notArmed: named("not_armed")
        case .notChased(let status): named("not_chased", ("status", .string(status.rawValue)))
        case .answeredDone: named("answered_done")
        case .answeredNotMine: named("answered_not_mine")
        case .onTrack(let until): named("on_track", ("until", .string(until.description)))
        case .held(let until, let because):
            named("held", ("until", .string(until.description)), ("because", .string(because)))
        case .superseded(let stage): named("superseded", ("by", .string(stage)))
        case .nobodyInRole(let role): named("nobody_in_role", ("role", .string(role.rawValue)))
        case .dateChanged: named("date_changed")
        case .recipientChanged: named("recipient_changed")
        case .modeChanged: named("mode_changed")
        case .notReleased: named("not_released")
        case .stopped(let because): named("stopped", ("because", .string(because)))
        case .repeatsEnded: named("repeats_ended")
        case .answeredSince: named("answered_since")
        }
    }

    private func named(_ name: String, _ more: (String, JSON)...) -> JSON {
        .object([("why", .string(name))] + more)
    }
}
