// `duewatch reopen`: a closed plan is open again, and silent until it is armed.

import ActionPlans
import ArgumentParser
import Register

struct ReopenCommand: TaughtCommand {
    static let lesson = Lesson(
        "reopen", "Open a closed plan again; it stays silent.",
        usage: "reopen PLAN --because TEXT [--by WHO]",
        text: """
            Its doubts return to the worklist, and its targets wait for `duewatch arm`: nothing is sent until then. \
            Holds that had ended with it stay ended.
            """,
        examples: [.init("reopen remand-2024 --because 'closed by mistake'", "then look at `duewatch forecast`")],
        statuses: .register)

    @OptionGroup var change: PlanChangeOptions

    func run() throws {
        let installation = try Installation(change.place)
        let (plan, because, author) = (change.plan, change.because, change.author)
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.plan(named: plan) }
        let waiting = try installation.writing {
            try $0.reopen(plan, because: because, by: author, at: installation.now)
        }
        if change.format.isJSON {
            return try Output.json(.object([("plan", .string(plan)), ("waiting", .int(waiting))]))
        }
        try Output.lines([
            "\(plan) is open again; \(Words.count(waiting, "target")) \(waiting == 1 ? "waits" : "wait") for "
                + "`duewatch arm \(plan)`"
        ])
    }
}
