// Who would hear how much in which week: what shows the clumps at the ends of months and on 31 March.

import CivilTime
import Reminders

/// A forecast by person and week.
public struct Load {
    /// What somebody gets in one week.
    public struct Share: Hashable, Sendable {
        public var messages = 0
        /// Targets told of in them.
        public var reminders = 0

        public init(messages: Int = 0, reminders: Int = 0) {
            (self.messages, self.reminders) = (messages, reminders)
        }
    }

    public struct Person {
        public let name: String
        public let weeks: [ISOWeek: Share]

        public init(name: String, weeks: [ISOWeek: Share]) { (self.name, self.weeks) = (name, weeks) }

        public var total: Share { Load.sum(weeks.values) }

        /// The week with the most messages, the first of several.
        public var busiest: (week: ISOWeek, share: Share)? {
            weeks.sorted { $0.key < $1.key }.max {
                ($0.value.messages, $0.value.reminders) < ($1.value.messages, $1.value.reminders)
            }
            .map { ($0.key, $0.value) }
        }
    }

    /// Every week from the first message to the last, the empty ones too.
    public let weeks: [ISOWeek]
    /// Those with most messages first, then by name.
    public let people: [Person]

    public init(_ messages: [Forecast.Message], zone: Zone) {
        var shares: [Party: [ISOWeek: Share]] = [:]
        for message in messages {
            let week = ISOWeek(of: zone.date(at: message.at))
            let party = message.facts.intended ?? message.facts.recipient
            shares[party, default: [:]][week, default: Share()].messages += 1
            shares[party, default: [:]][week, default: Share()].reminders += message.facts.entries.count
        }
        self.init(shares.map { Person(name: $0.key.name, weeks: $0.value) })
    }

    public init(_ people: [Person]) {
        self.people = people.sorted { ($1.total.messages, $0.name) < ($0.total.messages, $1.name) }
        let all = people.flatMap(\.weeks.keys)
        weeks = Self.span(from: all.min(), to: all.max())
    }

    /// What leaves in a week, to everybody.
    public func total(in week: ISOWeek) -> Share { Self.sum(people.compactMap { $0.weeks[week] }) }

    /// How many people hear something in a week.
    public func readers(in week: ISOWeek) -> Int { people.count { $0.weeks[week] != nil } }

    /// What each person gets in a week: who gets most messages first, of equal ones who has most targets in them.
    public func ranking(in week: ISOWeek) -> [(name: String, share: Share)] {
        people.compactMap { person in person.weeks[week].map { (person.name, $0) } }
            .sorted {
                ($1.share.messages, $1.share.reminders, $0.name) < ($0.share.messages, $0.share.reminders, $1.name)
            }
    }

    private static func span(from first: ISOWeek?, to last: ISOWeek?) -> [ISOWeek] {
        guard let first, let last else { return [] }
        var weeks = [first]
        while let week = weeks.last, week < last, week.next > week { weeks.append(week.next) }
        return weeks
    }

    private static func sum(_ shares: some Sequence<Share>) -> Share {
        shares.reduce(into: Share()) { sum, share in
            sum.messages += share.messages
            sum.reminders += share.reminders
        }
    }
}

extension ISOWeek {
    /// What makes a week one in which many dates fall due: the end of the financial year, or of a month.
    public var clump: String? {
        guard let end = (0..<7).map({ monday.adding(days: $0) }).first(where: { $0 == $0.endOfMonth }) else {
            return nil
        }
        return end.month == 3 ? "31 March" : "month end"
    }
}
