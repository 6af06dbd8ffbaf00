// Reads a target-date phrase as a careful person does.

import CivilTime

/// Reads target-date phrases of an edition.
public struct PhraseReader: Sendable {
    /// The day of the edition, against which "this summer" and "by the end of October" are read.
    public let asOf: CivilDate?

    public init(asOf: CivilDate?) { self.asOf = asOf }

    /// The readings of a phrase, in printed order; at least one.
    public func readings(of phrase: String) -> [Reading] {
        [.unclear("the grammar is not written yet")]
    }

    /// What a person should look at in these readings: plain sentences, empty where nothing is odd.
    public func problems(of readings: [Reading]) -> [String] { [] }
}
