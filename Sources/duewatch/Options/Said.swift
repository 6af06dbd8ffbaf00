// What an owner said, as options of which exactly one is given.

import ActionPlans
import ArgumentParser
import CivilTime
import Reminders

struct Said: ParsableArguments {
    @Flag(help: "It is done.")
    var done = false

    @Flag(help: "It will be done in time; no reminder until the day of --until.")
    var onTrack = false

    @Option(
        help: ArgumentHelp("With --on-track: the day until which to be silent.", valueName: "day"), transform: Day.read)
    var until: CivilDate?

    @Option(
        help: ArgumentHelp("The date was moved to what the phrase says.", valueName: "phrase"), transform: Required.read
    )
    var newDate: String?

    @Flag(help: "Somebody else is responsible; it goes to the worklist.")
    var notMine = false

    @Flag(help: "It was given up; no more reminders.")
    var withdrawn = false

    @Flag(help: "It is open again after all.")
    var reopen = false

    @Option(
        help: ArgumentHelp("Only keep these words; nothing else changes.", valueName: "text"), transform: Required.read)
    var note: String?

    func validate() throws {
        let given = [
            ("--done", done), ("--on-track", onTrack), ("--new-date", newDate != nil), ("--not-mine", notMine),
            ("--withdrawn", withdrawn), ("--reopen", reopen), ("--note", note != nil),
        ].filter(\.1).map(\.0)
        let all = "--done, --on-track, --new-date, --not-mine, --withdrawn, --reopen and --note"
        guard given.count == 1 else {
            throw ValidationError("expected one of \(all), found \(given.isEmpty ? "none" : Words.list(given))")
        }
        guard onTrack == (until != nil) else {
            throw ValidationError(
                onTrack ? "--on-track needs --until DAY, after which reminders resume" : "--until belongs to --on-track"
            )
        }
    }

    /// - Throws: `Failure` of usage where a new date's phrase gives no day.
    func kind(on day: CivilDate) throws -> AnswerKind {
        if let until {
            guard until >= day else {
                throw Failure(.usage, "--until \(until) is before \(day), the day it was said")
            }
            return .onTrack(until: until)
        }
        if let newDate { return .newDate(phrase: newDate, readings: try readings(of: newDate, asOf: day)) }
        if let note { return .note(note) }
        return done ? .done : notMine ? .notMine : withdrawn ? .withdrawn : .reopen
    }

    private func readings(of phrase: String, asOf day: CivilDate) throws -> [Reading] {
        let readings = PhraseReader(asOf: day).readings(of: phrase)
        guard Reading.chased(in: readings) != nil else {
            let why = readings.compactMap(\.why).first.map { ": \($0)" } ?? ""
            throw Failure(
                .usage, "--new-date \"\(phrase)\" gives no day to count from\(why)",
                "`duewatch date --as-of \(day) \(Invocation.quoted(phrase))` shows how it is read")
        }
        return readings
    }
}
