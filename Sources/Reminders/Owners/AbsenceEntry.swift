// An absence with its days, in an owners file or a command.

import CivilTime

/// Days on which a person is not there. It says nothing of why, and nobody is asked.
public struct AbsenceEntry: Hashable, Sendable {
    /// The address of the person, or the name where it is one person's only.
    public let person: String
    /// The first and the last day.
    public let from: CivilDate
    public let until: CivilDate

    public init(person: String, from: CivilDate, until: CivilDate) {
        self.person = person
        self.from = from
        self.until = until
    }
}
