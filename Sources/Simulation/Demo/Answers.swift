// How the demo's owners answer: each message makes some of them write back some days later.

import ActionPlans
import CivilTime
import Reminders

/// An answer that somebody will give.
struct PlannedAnswer: Sendable {
    let at: Instant
    let entry: AnswerEntry
}

/// Reads each message as its recipient would, and decides what comes back.
struct Answers {
    let cast: Cast
    let calendar: WorkingCalendar
    private var settled: Set<String> = []

    init(cast: Cast, calendar: WorkingCalendar) {
        self.cast = cast
        self.calendar = calendar
    }

    /// What this message makes its reader write, and when.
    mutating func answers(to facts: MessageFacts) -> [PlannedAnswer] {
        guard facts.kind == .reminders, facts.channel == .email else { return [] }
        return facts.entries.compactMap { answer(to: $0, from: facts) }
    }

    private mutating func answer(to entry: EntryFacts, from facts: MessageFacts) -> PlannedAnswer? {
        guard entry.standIn == nil, let post = entry.owner, let temper = cast.temper(of: post) else { return nil }
        let key = "\(entry.reference)/\(post)/\(entry.revision)"
        guard !settled.contains(key), let (kind, wait, because) = reply(temper, to: entry) else { return nil }
        settled.insert(key)
        let day = calendar.adding(workingDays: wait, to: facts.day)
        guard let noon = WallTime(hour: 11, minute: 30) else { return nil }
        return PlannedAnswer(
            at: calendar.zone.instant(of: day, at: noon),
            entry: AnswerEntry(
                references: [entry.reference], kind: kind, by: facts.recipient.name, on: day, because: because,
                ownerPost: post))
    }

    private func reply(_ temper: Temper, to entry: EntryFacts) -> (AnswerKind, wait: Int, because: String)? {
        switch (temper, entry.kind) {
        case (_, .checkIn): return (.note("still being done"), 3, "reply to the yearly check-in")
        case (.prompt, .lead) where entry.stage == "week-before": return (.done, 3, "reply by email")
        case (.late, .overdue): return (.done, 4, "reply by email")
        case (.silentToDeputy, .escalated): return (.done, 2, "reply by email, after the deputy asked")
        case (.extending, .lead) where entry.revision > 1 && entry.stage == "week-before":
            return (.done, 2, "reply by email")
        case (.silentToManager, .escalated) where entry.role == .manager:
            return (.done, 3, "reply by email, after the manager asked")
        case (.extending, .overdue) where entry.revision == 1:
            return moreTime(for: entry)
        default: return nil
        }
    }

    /// Two months more than was promised.
    private func moreTime(for entry: EntryFacts) -> (AnswerKind, wait: Int, because: String)? {
        guard let due = entry.due else { return nil }
        let later = due.adding(months: 2).endOfMonth
        let phrase = "\(later.monthName) \(later.year)"
        let readings = PhraseReader(asOf: due).readings(of: phrase)
        return (.newDate(phrase: phrase, readings: readings), 4, "the survey has to be repeated")
    }
}
