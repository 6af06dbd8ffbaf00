// A look ahead for the commands that show what would happen before they do it.

import CivilTime
import Register
import Simulation

struct Foresight {
    let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// - Parameters:
    ///   - plan: treated as armed; nil takes each plan as it stands.
    ///   - start: where it begins; nil is now.
    ///   - end: the last day; not before the first.
    func forecast(arming plan: String?, from start: Instant? = nil, until end: CivilDate) throws -> Forecast {
        let start = start ?? installation.now
        let first = installation.zone.date(at: start)
        guard end >= first else {
            let begin = first == installation.today ? "today, \(first)" : "\(first), the day of --at"
            throw Failure(.usage, "--until \(end) is before \(begin): expected a day to come")
        }
        return try installation.rehearsing { copy, policy in
            // Said here, so that an unknown plan is an error before any work is done.
            if let plan { _ = try copy.plan(named: plan) }
            return try Progress.during("looking ahead until \(end)") {
                try Forecast(of: copy, under: policy, arming: plan, from: start, until: end)
            }
        }
    }
}
