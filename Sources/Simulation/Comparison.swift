// What other settings would change: two looks ahead from one register, reminder by reminder.

import CivilTime
import Reminders

/// What one set of rules says and another does not, or says on another day.
public struct Comparison {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case added, dropped, moved
    }

    /// One reminder that is not the same under both.
    public struct Change: Hashable, Sendable {
        public let reference: String
        public let stage: String
        public let repetition: Int
        /// The post; nil where none is certain.
        public let owner: String?
        public let recipient: String
        public let person: WhyThisPerson
        public let channel: Channel
        /// nil where it is added.
        public let oldDay: CivilDate?
        /// nil where it is dropped.
        public let newDay: CivilDate?

        public var kind: Kind {
            if oldDay == nil { return .added }
            return newDay == nil ? .dropped : .moved
        }
    }

    /// By the earlier of the two days, and then in the order of the forecast.
    public let changes: [Change]
    public let unchanged: Int

    /// - Parameter end: of what both say only after this day nothing is told. Where the two go on beyond it, what moved
    ///   past it counts as moved, and not as dropped or added.
    public init(_ old: Forecast, _ new: Forecast, until end: CivilDate, zone: Zone) {
        let before = Self.told(old, zone)
        let after = Self.told(new, zone)
        let oldDays = Dictionary(before.map { ($0.key, $0.day) }) { first, _ in first }
        let newDays = Dictionary(after.map { ($0.key, $0.day) }) { first, _ in first }
        let all = (before + after.filter { oldDays[$0.key] == nil }).filter { told in
            [oldDays[told.key], newDays[told.key]].contains { $0.map { $0 <= end } == true }
        }
        let differing = all.filter { oldDays[$0.key] != newDays[$0.key] }
        unchanged = all.count - differing.count
        changes = differing.map { told in
            let entry = told.entry
            return Change(
                reference: entry.reference, stage: entry.stage, repetition: entry.repetition, owner: entry.owner,
                recipient: told.recipient,
                person: WhyThisPerson(role: entry.role, standIn: entry.standIn, copy: entry.copy),
                channel: told.key.channel, oldDay: oldDays[told.key], newDay: newDays[told.key])
        }.enumerated().sorted { ($0.element.firstDay, $0.offset) < ($1.element.firstDay, $1.offset) }.map(\.element)
    }

    public func count(_ kind: Kind) -> Int { changes.count { $0.kind == kind } }

    /// What makes two reminders the same one, whatever the day and the mode. Not the post, which thin messages leave out.
    private struct Key: Hashable {
        let reference: String
        let revision: Int
        let stage: String
        let repetition: Int
        let recipient: PersonID?
        let channel: Channel
    }

    private struct Told {
        let key: Key
        let day: CivilDate
        let entry: EntryFacts
        let recipient: String
    }

    private static func told(_ forecast: Forecast, _ zone: Zone) -> [Told] {
        forecast.messages.flatMap { message in
            let party = message.facts.intended ?? message.facts.recipient
            return message.facts.entries.map { entry in
                Told(
                    key: Key(
                        reference: entry.reference, revision: entry.revision, stage: entry.stage,
                        repetition: entry.repetition, recipient: party.person, channel: message.facts.channel),
                    day: zone.date(at: message.at), entry: entry, recipient: party.name)
            }
        }
    }
}

extension Comparison.Change {
    fileprivate var firstDay: CivilDate { [oldDay, newDay].compactMap { $0 }.min() ?? .max }
}
