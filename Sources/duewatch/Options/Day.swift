// A civil day as an argument.

import ArgumentParser
import CivilTime

enum Day {
    /// Reads 2026-11-30.
    static func read(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(iso: text) else {
            throw ValidationError("expected a day as 2026-11-30: year, month and day with dashes")
        }
        return day
    }
}
