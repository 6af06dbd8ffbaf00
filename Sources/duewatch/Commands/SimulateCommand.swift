// `duewatch simulate`: any span of time under a script of answers and faults, on a copy of the register.

import ActionPlans
import ArgumentParser
import CivilTime
import Configuration
import Reminders
import Simulation

struct SimulateCommand: TaughtCommand {
    static let lesson = Lesson(
        "simulate", "Play a span of time, with answers and faults.",
        usage: """
            simulate [PLAN] --until DAY [--from DAY] [--script FILE]
                [--format json]
            """,
        text: """
            Runs the service's own loop on a copy of the register, under a clock that jumps, and tells every decision: \
            who is told what and when, who is not and why, what is tried again. Ten years take seconds. Nothing is \
            sent, and the register stays as it is. With a plan's name that plan is treated as armed.

            A script says, a line a step, what people and peers do on the way: answers, new dates, holds, absences, a \
            new edition, a relay that is down, a clock that is set, a service that is killed. docs/simulate.md has all of it.
            """,
        examples: [
            .init("simulate remand-2024 --until 2028-12-31", "if nobody ever answers"),
            .init("simulate --from 2027-03-01 --until 2027-04-30 --script ./easter.script", "with answers and faults"),
            .init("simulate --until 2036-12-31 --format json", "a decision a line, for a script"),
        ],
        statuses: [(.badData, "a line of the script is wrong, or names what the register does not have")]
            + [(ExitStatus, String)].register.filter { $0.0 != .badData })

    @Argument(help: ArgumentHelp("The plan to treat as armed.", valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp("The first day; today without it.", valueName: "day"), transform: Day.read)
    var from: CivilDate?

    @Option(help: ArgumentHelp("The last day.", valueName: "day"), transform: Day.read)
    var until: CivilDate

    @Option(help: ArgumentHelp("What happens on the way.", valueName: "file"), transform: Required.read)
    var script: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let first = from ?? installation.today
        guard until >= first else {
            throw Failure(.usage, "--until \(until) is before \(first), the first day")
        }
        let script = try read(installation, days: first...until)
        let start = max(installation.zone.startOfDay(first), from == nil ? installation.now : .distantPast)
        let run = try installation.reading { register in
            // Said here, so that an unknown plan is an error before any work is done.
            if let plan { _ = try register.plan(named: plan) }
            do {
                return try Progress.during("playing \(first) to \(until)") {
                    try ScriptedRun(
                        of: register, under: installation.settings, arming: plan, script: script, from: start,
                        until: until)
                }
            } catch let fault as ScriptFault {
                throw Failure(.badData, "\(self.script ?? ""):\(fault.line): \(fault.words): \(fault.because)")
            }
        }
        if format.isJSON { return try Output.verbatim(run.transcript.map { $0.json.description + "\n" }.joined()) }
        try Output.lines(
            TranscriptReport(run.transcript).lines + ["\(first) to \(until); nothing was sent, and nothing changed"])
    }

    private func read(_ installation: Installation, days: ClosedRange<CivilDate>) throws -> Script {
        guard let script else { return .empty }
        let bytes = try FileBytes.read(script, limit: Self.longest)
        guard bytes.count <= Self.longest else {
            throw Failure(.badData, "\(script): expected a script of at most 1 MB, found more")
        }
        let (read, problems) = Script.read(
            String(decoding: bytes, as: UTF8.self), name: script, days: days, zone: installation.zone,
            endpoints: installation.settings.endpoints.map(\.name)
        ) { file in
            let plan = try PlanFile.read(file)
            return ScriptPlan(draft: plan.draft, source: plan.source)
        } settings: { file in
            SettingsFile.load(path: file, surroundings: Installation.surroundings(at: installation.now))
        }
        guard let read else { throw Failure(.badData, lines: problems.map(\.description)) }
        return read
    }

    private static let longest = 1 << 20
}
