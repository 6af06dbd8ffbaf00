// A look ahead for the commands that show what would happen before they do it.

import CivilTime
import Configuration
import Register
import Service
import Simulation

struct Foresight {
    let installation: Installation

    /// So many months after the last day what is compared is looked at still: what moved there was not dropped.
    private static let beyond = 3

    init(_ installation: Installation) { self.installation = installation }

    /// - Parameters:
    ///   - plan: treated as armed; nil takes each plan as it stands.
    ///   - start: where it begins; nil is now.
    ///   - end: the last day; not before the first.
    func forecast(arming plan: String?, from start: Instant? = nil, until end: CivilDate) throws -> Forecast {
        let start = start ?? installation.now
        try check(end, from: start)
        return try installation.rehearsing { copy, policy in
            // Said here, so that an unknown plan is an error before any work is done.
            if let plan { _ = try copy.plan(named: plan) }
            return try Progress.during("looking ahead until \(end)") {
                try Forecast(of: copy, under: policy, arming: plan, from: start, until: end)
            }
        }
    }

    /// What the settings of another file would change from `start` on, each under its own rules from one register. Both
    /// look at every target at the start, as after a reload.
    ///
    /// - Throws: `BadConfiguration` with every error in the other file.
    func comparison(
        with other: String, arming plan: String?, from start: Instant, until end: CivilDate
    ) throws -> Comparison {
        let loaded = try Installation.load(other, at: installation.now)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return try comparison(from: installation.settings, to: settings, arming: plan, start: start, until: end)
    }

    /// The same for two settings that were read already.
    func comparison(
        from old: Settings, to new: Settings, arming plan: String?, start: Instant, until end: CivilDate
    ) throws -> Comparison {
        try check(end, from: start)
        return try installation.rehearsing { copy, _ in
            if let plan { _ = try copy.plan(named: plan) }
            func forecast(_ settings: Settings) throws -> Forecast {
                let policy = try settings.policy { try copy.ensurePerson(name: $0, email: $1, at: installation.now) }
                return try Forecast(
                    of: copy, under: policy, arming: plan, from: start, until: end.adding(months: Self.beyond),
                    lookingAgain: true)
            }
            return try Progress.during("looking ahead until \(end), twice") {
                Comparison(try forecast(old), try forecast(new), until: end, zone: installation.zone)
            }
        }
    }

    private func check(_ end: CivilDate, from start: Instant) throws {
        let first = installation.zone.date(at: start)
        guard end >= first else {
            let begin = first == installation.today ? "today, \(first)" : "\(first), the day of --at"
            throw Failure(.usage, "--until \(end) is before \(begin): expected a day to come")
        }
    }
}
