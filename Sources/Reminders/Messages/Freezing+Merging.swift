// Standing commitments of one recommendation with one owner are asked after in one entry: one question, one answer.

import CivilTime

extension Freezing {
    /// An entry for each reminder, but one for all check-ins of a recommendation, an owner and a channel. The order is
    /// that of the first of each.
    func merged(_ reminders: [RecordedFor]) -> [EntryFacts] {
        var entries: [EntryFacts] = []
        var places: [Group: Int] = [:]
        for reminder in reminders {
            let entry = entry(reminder)
            guard entry.kind.isCheckIn else {
                entries.append(entry)
                continue
            }
            let group = Group(
                recommendation: entry.recommendation, kind: entry.kind, owner: reminder.owner, role: entry.role,
                standIn: entry.standIn)
            if let place = places[group] {
                entries[place].merged += [entry.reference] + entry.merged
                let actions = [entries[place].action, entry.action].compactMap { $0 }
                entries[place].action = actions.isEmpty ? nil : actions.joined(separator: "; ")
            } else {
                places[group] = entries.count
                entries.append(entry)
            }
        }
        return entries
    }

    private struct Group: Hashable {
        let recommendation: String
        let kind: ReminderKind
        let owner: OwnerID?
        let role: Role
        let standIn: StandIn?
    }
}

extension ReminderKind {
    var isCheckIn: Bool { self == .checkIn || self == .checkInRepeat }
}
