// The documented reasons as the ledger writes and reads them.

import ActionPlans
import CivilTime
import FoundationEssentials
import Reminders

extension RefusalReason {
    /// The name of the reason, and what it depends on.
    var json: JSON { .object([("why", .string(code.rawValue))] + detail) }

    private var detail: [(String, JSON)] {
        switch self {
        case .notChased(let status): [("status", .string(status.rawValue))]
        case .onTrack(let until): [("until", .string(until.description))]
        case .held(let until, let because):
            [("until", .string(until.description)), ("because", .string(because))]
        case .superseded(let stage): [("by", .string(stage))]
        case .nobodyInRole(let role): [("role", .string(role.rawValue))]
        case .stopped(let because): [("because", .string(because))]
        case .capped(let until): [("until", .string(until.description))]
        case .introduced(let until): until.map { [("until", .string($0.description))] } ?? []
        case .notArmed, .answeredDone, .answeredNotMine, .dateChanged, .recipientChanged, .modeChanged, .notReleased,
            .repeatsEnded, .answeredSince:
            []
        }
    }

    /// A reason as `json` wrote it.
    struct Written: Decodable {
        let why: String
        let status: Status?
        let until: String?
        let because: String?
        let by: String?
        let role: Role?
    }

    /// nil for what a later version wrote, and for what is no reason.
    init?(_ written: Written) {
        let until = written.until.flatMap(CivilDate.init(iso:))
        switch ReasonCode(rawValue: written.why) {
        case .notArmed: self = .notArmed
        case .answeredDone: self = .answeredDone
        case .answeredNotMine: self = .answeredNotMine
        case .answeredSince: self = .answeredSince
        case .dateChanged: self = .dateChanged
        case .recipientChanged: self = .recipientChanged
        case .modeChanged: self = .modeChanged
        case .notReleased: self = .notReleased
        case .repeatsEnded: self = .repeatsEnded
        case .notChased:
            guard let status = written.status else { return nil }
            self = .notChased(status)
        case .introduced: self = .introduced(until: until)
        case .capped:
            guard let until else { return nil }
            self = .capped(until: until)
        case .onTrack:
            guard let until else { return nil }
            self = .onTrack(until: until)
        case .held:
            guard let until, let because = written.because else { return nil }
            self = .held(until: until, because: because)
        case .superseded:
            guard let by = written.by else { return nil }
            self = .superseded(by: by)
        case .nobodyInRole:
            guard let role = written.role else { return nil }
            self = .nobodyInRole(role)
        case .stopped:
            guard let because = written.because else { return nil }
            self = .stopped(because: because)
        default: return nil
        }
    }

    /// The reason that a dropped reminder keeps; nil as above.
    init?(text: String) {
        // Text that is no JSON is no reason either, and is shown as it stands.
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(text.utf8)) else { return nil }
        self.init(written)
    }
}
