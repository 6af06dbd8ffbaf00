// What an introduction says of one target besides its date: what comes first, and whom silence reaches.

import CivilTime

public struct IntroductionEntry: Hashable, Sendable, Codable {
    /// Somebody whom it climbs to if a date passes without an answer.
    public struct Rung: Hashable, Sendable, Codable {
        public let role: Role
        public let name: String
        /// Whether an administrator has to let it go first.
        public let needsRelease: Bool

        public init(role: Role, name: String, needsRelease: Bool) {
            self.role = role
            self.name = name
            self.needsRelease = needsRelease
        }
    }

    /// The day on which the first reminder would come, if nobody answers; nil where none will.
    public let firstReminder: CivilDate?
    /// From the lowest; empty for what is never late, and where the post has nobody there.
    public let climbsTo: [Rung]
    /// The first day on which anything late may be said.
    public let lateFrom: CivilDate?

    public init(firstReminder: CivilDate?, climbsTo: [Rung], lateFrom: CivilDate?) {
        self.firstReminder = firstReminder
        self.climbsTo = climbsTo
        self.lateFrom = lateFrom
    }
}
