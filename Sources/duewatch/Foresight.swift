// A look ahead for the commands that show what would happen before they do it.

import CivilTime
import Register
import Simulation

struct Foresight {
    let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// - Parameters:
    ///   - plan: treated as armed; nil takes each plan as it stands.
    ///   - end: the last day; not before today.
    func forecast(arming plan: String?, until end: CivilDate) throws -> Forecast {
        guard end >= installation.today else {
            throw Failure(.usage, "--until \(end) is before today, \(installation.today): expected a day to come")
        }
        return try installation.rehearsing { copy, policy in
            // Said here, so that an unknown plan is an error before any work is done.
            if let plan { _ = try copy.plan(named: plan) }
            return try Progress.during("looking ahead until \(end)") {
                try Forecast(of: copy, under: policy, arming: plan, from: installation.now, until: end)
            }
        }
    }
}
