// The sentences of a reminder that depend on its facts. The templates arrange them. Never says how anybody else stands.

import CivilTime
import Reminders

/// What one entry says, in whole sentences.
struct Wording {
    let entry: EntryFacts
    /// The day on which it is said.
    let day: CivilDate

    /// How it stands with the date.
    var situation: String {
        let due = entry.due?.inWordsWithWeekday
        switch entry.kind {
        case .lead, .due:
            if entry.due == day { return "This is due today, \(day.inWordsWithWeekday)." }
            return due.map { "This is due on \($0)." } ?? "This is coming due."
        case .overdue, .letter:
            return due.map { "This was due on \($0), and we have no answer." }
                ?? "The time for this has passed, and we have no answer."
        case .escalated:
            let whose = entry.owner.map { "“\(clean($0))”" } ?? "the post that answers for it"
            let was = due.map { "was due on \($0)" } ?? "was due"
            return "This \(was), and we have no answer from \(whose). It comes to you as the \(entry.role.rawValue) of "
                + "that post. The work may well be done; what is missing is the answer."
        case .starts:
            return entry.due.map { "Work on this starts on \($0.inWordsWithWeekday)." } ?? "Work on this is to start."
        case .midpoint:
            let from = entry.startedOn.map { "This runs from \($0.inWords)" } ?? "This is under way, and runs"
            return "\(from) until \(due ?? "its end"). Half of its time has passed."
        case .checkIn:
            return "This is a standing commitment."
        case .checkInRepeat:
            return "This is a standing commitment. We asked whether it is still being done, and have no answer."
        case .undated:
            return "The plan accepts this, and gives no day by which it will be done."
        case .review:
            guard let review = entry.occurrence else { return "The plan is about to be reviewed." }
            return review < day
                ? "The plan was reviewed on \(review.inWordsWithWeekday), and we have no answer for it."
                : "The plan is reviewed on \(review.inWordsWithWeekday)."
        case .warned:
            return due.map { "This was due on \($0), and we have no answer." }
                ?? "The time for this has passed, and we have no answer."
        case .extended:
            let whose = entry.owner.map { "“\(clean($0))”" } ?? "the post that answers for it"
            let times = Count.ordinal(entry.ownerExtensions)
            return "\(whose) has asked for the date of this to be moved for the \(times) time; it is now "
                + "\(due.map { "due on \($0)" } ?? "open"). It comes to you as the \(entry.role.rawValue) of that post."
        case .introduction: return "We take this to be yours."
        }
    }

    /// What is asked of the reader.
    var ask: String {
        guard entry.copy == nil else { return "Nothing is asked of you here." }
        return switch entry.kind {
        case .lead: "Please tell us whether it will be done by then."
        case .due: "Please tell us whether it is done."
        case .overdue, .letter: "Please tell us where it stands."
        case .escalated: "Please answer in its place, or see that an answer is given."
        case .starts: "Please tell us whether it has begun."
        case .midpoint: "Please tell us whether it will be done by then."
        case .checkIn, .checkInRepeat: "Please tell us whether it is still being done, and what shows it."
        case .undated: "Please tell us the day by which it will be."
        case .review: "Please tell us where this stands."
        case .warned: "Please tell us where it stands before it goes further."
        case .extended: "Please tell us if you do not agree to the new date."
        case .introduction: "Please tell us if it is not."
        }
    }

    /// Where it stands, for the heading of one entry among several: "12 working days late".
    var standing: String {
        switch entry.kind {
        case .overdue, .letter, .escalated, .warned: lateness ?? "late"
        case .lead, .due: entry.due.map { $0 == day ? "due today" : "due on \($0.inWords)" } ?? "coming due"
        case .starts: entry.due.map { "starts on \($0.inWords)" } ?? "to start"
        case .midpoint: entry.due.map { "half-way to \($0.inWords)" } ?? "half-way"
        case .checkIn, .checkInRepeat: "standing commitment"
        case .undated: "no date yet"
        case .review: entry.occurrence.map { "for the review of \($0.inWords)" } ?? "for the review"
        case .extended: entry.due.map { "moved to \($0.inWords)" } ?? "moved"
        case .introduction:
            lateness(of: entry.due) ?? entry.due.map { $0 == day ? "due today" : "due on \($0.inWords)" }
                ?? "not tied to a day"
        }
    }

    /// "April 2024, read as 30 April 2024 (a month is due on its last day)"
    var date: String {
        let printed = clean(entry.phrase)
        // The stop at the end of a cell is no part of its date.
        let phrase = printed.hasSuffix(".") ? String(printed.dropLast()) : printed
        guard let due = entry.due, entry.kind != .starts, phrase != due.inWords else { return phrase }
        return "\(phrase), read as \(due.inWords)" + (entry.rule.map { " (\(clean($0)))" } ?? "")
    }

    /// "since 1 May 2024, 12 working days"; nil if it is not late.
    var late: String? {
        guard let due = entry.due, entry.kind.isLate || entry.kind == .introduction, due < day else { return nil }
        let since = "since \(due.adding(days: 1).inWords)"
        return entry.workingDaysLate > 0 ? "\(since), \(Count.of(entry.workingDaysLate, "working day"))" : since
    }

    /// "31 January 2024; this is the third date"; nil if the date was never moved.
    var firstDate: String? {
        guard entry.extensions > 0, let first = entry.firstDue else { return nil }
        return "\(first.inWords); this is the \(Count.ordinal(entry.extensions + 1)) date"
    }

    /// Whom it goes to next and when; nil if nothing comes of silence.
    var next: String? {
        guard let next = entry.next else { return nil }
        let day = next.day.inWordsWithWeekday
        if next.role == entry.role || (next.name == nil && entry.standIn != nil && entry.actsAs == nil) {
            return "If we hear nothing, we write to you again on \(day)."
        }
        guard let name = next.name else {
            return "If nobody answers, it goes on \(day) to the administrator, since nobody is known as "
                + "\(next.role.rawValue)."
        }
        if next.needsRelease {
            return "If nobody answers, \(clean(name)), as \(next.role.rawValue), will be told on \(day), or "
                + "later, once the administrator of the plan agrees."
        }
        return "If nobody answers, it goes on \(day) to \(clean(name)), as \(next.role.rawValue)."
    }

    /// Why somebody on the ladder reads what was meant for another, or gets a copy; nil for all others. It says for whom,
    /// and never why a person cannot be told.
    var note: String? {
        let post = entry.owner.map { "\u{201C}\(clean($0))\u{201D}" } ?? "the post that answers for it"
        switch entry.copy {
        case .doer: return "This is a copy: it is \(post) that is asked to answer, and you do the work for it."
        case .joint: return "This is a copy: \(post) leads, and is asked to answer."
        case nil: break
        }
        guard let reason = entry.standIn, let role = entry.actsAs else { return nil }
        switch reason {
        case .noPerson: return "You receive this as \(role.rawValue), because \(post) has no holder at present."
        case .noAddress, .acting, .ownerUnclear:
            return "You receive this as \(role.rawValue) of \(post), for \(clean(entry.insteadOf ?? "its holder"))."
        }
    }

    /// Why the administrator reads what was meant for somebody else; nil if nobody is stood in for.
    var standIn: String? {
        guard let reason = entry.standIn, entry.actsAs == nil else { return nil }
        let whom = "the \(entry.role.rawValue) of " + (entry.owner.map { "“\(clean($0))”" } ?? "its owner")
        switch reason {
        case .noPerson: return "You receive this in place of \(whom): nobody is recorded there."
        case .noAddress: return "You receive this in place of \(whom): no address is recorded that can be used."
        case .acting: return "You receive this for \(clean(entry.insteadOf ?? "nobody")), \(whom)."
        case .ownerUnclear:
            return "You receive this because the plan does not say for certain who answers for it."
        }
    }

    /// "Recommendation 6", or "Additional recommendation 3".
    var recommendation: String {
        let number = clean(entry.recommendation)
        return number.hasPrefix("a") ? "Additional recommendation \(number.dropFirst())" : "Recommendation \(number)"
    }

    private var lateness: String? {
        if entry.workingDaysLate > 0 { return "\(Count.of(entry.workingDaysLate, "working day")) late" }
        return entry.due.map { "was due on \($0.inWords)" }
    }

    private func lateness(of due: CivilDate?) -> String? { due.map { $0 < day } == true ? lateness : nil }

    private func clean(_ text: String) -> String { PlainLine.of(text) }
}

extension ReminderKind {
    /// Whether it asks what shows that something is still being done.
    var asksForEvidence: Bool { self == .checkIn || self == .checkInRepeat }

    /// Whether its day has passed without an answer.
    var isLate: Bool { self == .overdue || self == .escalated || self == .letter || self == .warned }
}

/// Numbers as a letter writes them.
enum Count {
    /// "1 working day", "12 working days".
    static func of(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// "first" to "ninth", then "10th", "22nd".
    static func ordinal(_ number: Int) -> String {
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
        guard !(1...9).contains(number) else { return words[number - 1] }
        let isTeen = (11...13).contains(number % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }

    /// "One" to "Nine", then digits.
    static func word(_ number: Int) -> String {
        let words = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
        return (1...9).contains(number) ? words[number - 1] : String(number)
    }
}
