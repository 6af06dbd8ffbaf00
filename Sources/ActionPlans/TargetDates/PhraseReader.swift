// Reads a target-date phrase as a careful person does. Everything it knows stands in the phrase and in the edition's
// date: it reads no clock, and what the words do not give for certain it calls unclear, with why.

import CivilTime

/// Reads the target-date phrases of one edition.
public struct PhraseReader: Sendable {
    /// The day of the edition, against which "this summer" and "by the end of October" are read.
    public let asOf: CivilDate?

    /// Phrases beyond this many bytes of UTF-8 are not read: they are no target dates.
    public static let longest = 8_192

    public init(asOf: CivilDate?) { self.asOf = asOf }

    /// The readings of a phrase, in printed order; at least one. A blank phrase has one of kind `none`.
    public func readings(of phrase: String) -> [Reading] {
        guard phrase.utf8.count <= Self.longest else {
            return [.unclear("the cell has more than \(Self.longest) bytes, too many for a target date")]
        }
        return Sentence.readings(of: phrase, asOf: asOf)
    }

    /// What a person should look at in these readings: plain sentences, empty where nothing is odd. A date already past
    /// when its own edition came out is a note, no fault.
    public func problems(of readings: [Reading]) -> [String] {
        readings.compactMap { reading in
            if let why = reading.why { return why }
            guard let asOf, let due = reading.due, due < asOf else { return nil }
            return "\(due) was already past when the edition came out on \(asOf)"
        }
    }
}
