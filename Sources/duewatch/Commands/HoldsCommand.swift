// `duewatch holds`: what is held, by whom, why, and until when.

import ActionPlans
import ArgumentParser
import Register

struct HoldsCommand: TaughtCommand {
    static let lesson = Lesson(
        "holds", "List what is held, and until when.",
        usage: "holds [--format json]",
        text: """
            The first to end comes first. One that ends within two working days is marked; the administrator's daily \
            note names it then, too.
            """,
        examples: [.init("holds", "a table"), .init("holds --format json", "for a script")],
        statuses: .register)

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let holds = try installation.reading { try $0.holds(on: installation.today) }
        try format.isJSON
            ? Output.json(.array(holds.map { $0.json(isEnding: installation.isEnding($0)) }))
            : Output.lines(HoldReport.table(holds, isEnding: installation.isEnding))
    }
}
