// An explanation in sentences: for each owner the schedule and what chose it, then what happened and what lies ahead.

import CivilTime
import Register
import Reminders
import Simulation

struct WhyReport {
    let explanation: Explanation
    let zone: Zone
    let today: CivilDate
    /// One day; nil for the whole story.
    let on: CivilDate?
    /// A post or a person; nil for everybody.
    let owner: String?

    init(_ explanation: Explanation, zone: Zone, today: CivilDate, on: CivilDate?, owner: String?) {
        (self.explanation, self.zone, self.today, self.on, self.owner) = (explanation, zone, today, on, owner)
    }

    var facts: TargetFacts { explanation.target.facts }

    var lines: [String] {
        heading + parts.flatMap { [""] + lines($0) } + strangers + uncertain + paused
    }

    private var heading: [String] {
        let phrase = facts.date.phrase.isEmpty ? "No target date" : "\u{201C}\(facts.date.phrase)\u{201D}"
        let chased = facts.isUndated ? "asked for a date" : "not chased"
        let date = facts.date.reading.map { TargetReport.words($0) } ?? chased
        return [Style.bold(facts.reference) + "  " + facts.status.rawValue] + Paragraph.lines("\(phrase), \(date)")
    }

    private func lines(_ part: Explanation.Part) -> [String] {
        let schedule = "Schedule \(part.choice.schedule.name): \(part.choice.reason.words)."
        return Paragraph.lines(Style.bold(part.owner?.post ?? "No certain owner"))
            + Paragraph.lines(schedule, indent: "  ")
            + (on.map { day(part, $0) } ?? story(part))
    }

    private func story(_ part: Explanation.Part) -> [String] {
        let past = shown(part).filter { !$0.isForecast }
        let ahead = shown(part).filter(\.isForecast)
        let silence = ahead.isEmpty ? silence(part) : []
        return (past.isEmpty ? ["  Nothing has been said of it yet."] : sentences(past))
            + (ahead.isEmpty
                ? [] : ["  If nobody answers, until \(explanation.end.inWords):"] + sentences(ahead))
            + silence
    }

    /// Why nothing lies ahead for those who were asked about.
    private func silence(_ part: Explanation.Part) -> [String] {
        guard let quiet = part.quiet else {
            return Paragraph.lines(
                "Nothing lies ahead for \(owner ?? "anybody") until \(explanation.end.inWords).", indent: "  ")
        }
        let what =
            quiet == .noStage
            ? "Nothing lies ahead until \(explanation.end.inWords): no stage of the schedule comes before then."
            : "Nobody is told, because \(quiet.words)."
        return Paragraph.lines(what + (quiet == .noStage ? later : ""), indent: "  ")
    }

    /// What the look ahead does not reach.
    private var later: String {
        explanation.next.map { " The next comes on \($0.inWords)." } ?? " None comes after it either, of itself."
    }

    private func day(_ part: Explanation.Part, _ day: CivilDate) -> [String] {
        let own = shown(part)
        let found = own.filter { zone.date(at: $0.at) == day || $0.plannedDay == day }
        guard found.isEmpty else { return sentences(found) }
        let verb = day < today ? "was" : day == today ? "is" : "will be"
        let quiet = explanation.quiet(part, on: day, zone: zone)
        let why = "On \(day.inWordsWithWeekday) nobody \(verb) told, because \(quiet.words)."
        let before = own.last { zone.date(at: $0.at) < day }
        let after = own.first { zone.date(at: $0.at) > day }
        return Paragraph.lines(why, indent: "  ")
            + (before.map { ["  The last before it:"] + sentence($0) } ?? [])
            + (after.map { ["  The next after it:"] + sentence($0) }
                ?? (quiet == .noStage ? Paragraph.lines(later, indent: "  ") : []))
    }

    /// What is so of two revisions on one day is said once.
    private func sentences(_ happenings: [Happening]) -> [String] {
        var said: Set<String> = []
        return happenings.filter { said.insert(words($0)).inserted }.flatMap(sentence)
    }

    private func sentence(_ happening: Happening) -> [String] {
        Paragraph.lines(words(happening), indent: "      ", lead: "    ")
    }

    /// "Mon 1 March 2027: month-before to Ada Penrose as holder, by email: accepted by the relay."
    func words(_ happening: Happening) -> String {
        let repetition = happening.repetition > 1 ? " no. \(happening.repetition)" : ""
        let day = zone.date(at: happening.at)
        let start = "\(day.weekday.shortName) \(day.inWords): \(happening.stage)\(repetition)"
        let whom =
            happening.recipient.map { name in
                " \(name) \(happening.person?.words ?? ""), by \(happening.channel?.description ?? "")"
            } ?? ""
        return switch happening.outcome {
        case .told where happening.isForecast: "\(start) will be told to\(whom)."
        case .told: "\(start) to\(whom)\(accepted(happening))."
        case .waiting(false): "\(start) is in the outbox, to\(whom)."
        case .waiting(true): "\(start) is held by the brake (duewatch release), to\(whom)."
        case .givenUp: "\(start) could not be delivered to\(whom); see duewatch deliveries."
        case .notTold(let reason):
            "\(start) \(happening.isForecast ? "will not be" : "was not") told\(whom.isEmpty ? "" : " to\(whom)"), "
                + "because \(reason.words)."
        case .dropped(let because): "\(start) was dropped: \(because)."
        }
    }

    private func accepted(_ happening: Happening) -> String {
        guard let mode = happening.mode, let channel = happening.channel else { return "" }
        return ": " + TargetReport.accepted(mode, channel)
    }

    private var paused: [String] {
        explanation.pause.map {
            [
                "",
                "All sending is paused since \(Words.moment($0.at, zone)): \($0.because). Nothing leaves until `duewatch resume`.",
            ]
            .flatMap { $0.isEmpty ? [""] : Paragraph.lines($0) }
        } ?? []
    }

    private var uncertain: [String] {
        guard !explanation.uncertain.isEmpty, asked == nil else { return [] }
        return [""]
            + explanation.uncertain.flatMap { owner in
                Paragraph.lines(
                    "\(owner.post) is named, but nothing ties it to this target for certain, so nobody is told in its "
                        + "name; `duewatch ties` releases what is likely.")
            }
    }
}
