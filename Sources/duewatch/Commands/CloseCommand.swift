// `duewatch close`: all chasing of a plan ends, after what that means was shown.

import ActionPlans
import ArgumentParser
import Register

struct CloseCommand: TaughtCommand {
    static let lesson = Lesson(
        "close", "End all chasing of a plan; shows first what ends.",
        usage: "close PLAN --because TEXT [--by WHO] [--yes] [--format json]",
        text: """
            Its targets stay in the register with all that was sent and answered, and nobody is reminded of them any \
            more. What waits to leave becomes void, its doubts leave the worklist, its holds end. Shows which targets \
            are not done, and asks. `duewatch reopen` takes it back.
            """,
        examples: [
            .init("close remand-2024 --because 'the inspectorate has closed it'", "shows and asks"),
            .init("close remand-2024 --because 'replaced by remand-2027' --yes", "without asking"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @OptionGroup var change: PlanChangeOptions
    @OptionGroup var confirmation: ConfirmationOptions

    func run() throws {
        let installation = try Installation(change.place)
        let (plan, because, author) = (change.plan, change.because, change.author)
        let preview = try installation.reading {
            try $0.previewClosing(plan, because: because, by: author, at: installation.now)
        }
        if !confirmation.yes {
            for line in lines(preview) { Output.aside(line) }
        }
        try confirmation.ask("Close \(plan)", again: Invocation.words)
        let done = try installation.writing {
            try $0.close(plan, because: because, by: author, at: installation.now)
        }
        guard !change.format.isJSON else { return try Output.json(done.json) }
        try Output.lines(
            (confirmation.yes ? lines(done) : []) + ["\(plan) is closed; `duewatch reopen \(plan)` takes it back"])
    }

    private func lines(_ closing: Closing) -> [String] {
        let parts = [
            "\(Words.count(closing.disarmed, "armed target")) to fall silent",
            "\(Words.count(closing.void, "waiting message")) (\(Words.count(closing.dropped, "reminder"))) to be void",
            "\(Words.count(closing.doubts, "doubt")) to leave the worklist",
            "\(Words.count(closing.holds, "hold")) to end",
        ]
        let unanswered =
            closing.unanswered.isEmpty
            ? "Every target of it is done or given up."
            : "Not done, as far as anybody has said: \(Words.count(closing.unanswered.count, "target")): "
                + closing.unanswered.joined(separator: ", ")
        return Paragraph.lines("\(closing.plan): \(parts.joined(separator: "; "))", indent: "    ", lead: "")
            + Paragraph.lines(unanswered, indent: "    ", lead: "")
    }
}

extension Closing {
    fileprivate var json: JSON {
        .object([
            ("plan", .string(plan)), ("disarmed", .int(disarmed)), ("reminders", .int(dropped)),
            ("messages", .int(void)), ("doubts", .int(doubts)), ("holds", .int(holds)),
            ("unanswered", .array(unanswered.map(JSON.string))),
        ])
    }
}
