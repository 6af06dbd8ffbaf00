// `duewatch disarm`: a plan falls silent.

import ActionPlans
import ArgumentParser
import Register

struct DisarmCommand: TaughtCommand {
    static let lesson = Lesson(
        "disarm", "Stop a plan's reminders.",
        usage: "disarm PLAN --because TEXT [--by WHO]",
        text: """
            Nothing more is sent for the plan, and what waits to leave is dropped. What was sent stays on record. \
            `duewatch arm` starts it again.
            """,
        examples: [.init("disarm remand-2024 --because 'a new edition is on its way'", "the reason is kept")],
        statuses: .register)

    @OptionGroup var change: PlanChangeOptions

    func run() throws {
        let installation = try Installation(change.place)
        let (plan, because, author) = (change.plan, change.because, change.author)
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.plan(named: plan) }
        let count = try installation.writing {
            try $0.disarm(plan, because: because, by: author, at: installation.now)
        }
        if change.format.isJSON {
            return try Output.json(.object([("plan", .string(plan)), ("disarmed", .int(count))]))
        }
        try Output.lines(["\(plan): \(Words.count(count, "target")) disarmed; nothing more is sent for it"])
    }
}
