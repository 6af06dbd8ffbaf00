// `duewatch plans`: the plans in the register.

import ActionPlans
import ArgumentParser
import Register

struct PlansCommand: TaughtCommand {
    static let lesson = Lesson(
        "plans", "List the plans in the register.",
        usage: "plans [--format json]",
        text: """
            Each plan with its editions, how many target dates are chased, how many of these are armed or wait for \
            `duewatch arm`, and how many doubts stand on its worklist.
            """,
        examples: [.init("plans", "a table"), .init("plans --format json", "a list for a script")],
        statuses: .register)

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        var plans: [PlanSummary] = []
        do {
            plans = try installation.reading { try $0.plans() }
        } catch RegisterError.absent {
            // No register is no plans: the first import makes it.
        }
        if format.isJSON { return try Output.json(.array(plans.map(\.json))) }
        guard !plans.isEmpty else {
            return try Output.lines(["no plans yet: `duewatch import FILE --as NAME` takes one in"])
        }
        try Output.lines(PlanTable.lines(plans))
    }
}
