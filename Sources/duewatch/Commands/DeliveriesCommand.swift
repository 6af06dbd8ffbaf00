// `duewatch deliveries`: the messages, sent and unsent, and what became of each.

import ActionPlans
import ArgumentParser
import CivilTime
import Register

struct DeliveriesCommand: TaughtCommand {
    static let lesson = Lesson(
        "deliveries", "List messages and what became of them.",
        usage: """
            deliveries [--plan PLAN] [--reference REFERENCE]
                [--state STATE]... [--since DAY] [--limit NUMBER] [--format json]
            duewatch deliveries MESSAGE [--format json]
            """,
        text: """
            The latest first. States: waiting, claimed (being sent), held (by the brake, until `duewatch release`), \
            delivered (accepted by the relay or endpoint, shown as accepted), refused, set_aside (for a person; \
            `duewatch retry`), void (nothing in it was true any more). With the number of one message: what it is, and each try with what the \
            other side said, from where, and how long it took.
            """,
        examples: [
            .init("deliveries --plan remand-2024", "of one plan"),
            .init("deliveries --state refused --state set_aside", "what needs a person"),
            .init("deliveries 214", "one message and each of its tries: what the relay said, and its queue's number"),
            .init("deliveries --reference remand-2024/6.2 --format json", "all that told of one target, for a script"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("This message and its tries.", valueName: "message"))
    var message: Int64?

    @Option(help: ArgumentHelp("Of this plan.", valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp("That tell of this target.", valueName: "reference"))
    var reference: String?

    @Option(help: ArgumentHelp("In this state; may be repeated.", valueName: "state"), transform: Self.readState)
    var state: [MessageState] = []

    @Option(help: ArgumentHelp("Not before this day.", valueName: "day"), transform: Day.read)
    var since: CivilDate?

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit = 100

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard message == nil || (plan == nil && reference == nil && state.isEmpty && since == nil) else {
            throw ValidationError("expected the number of one message or a choice of them, found both")
        }
    }

    func run() throws {
        let installation = try Installation(place)
        if let message { return try show(MessageID(message), installation) }
        let filter = DeliveryFilter(
            plan: plan, reference: reference, states: Set(state), from: since.map(installation.zone.startOfDay),
            limit: max(0, limit))
        let rows = try installation.reading { try $0.deliveries(filter) }
        if format.isJSON { return try Output.json(.array(rows.map(\.json))) }
        try Output.lines(DeliveryTable.lines(rows, zone: installation.zone))
    }

    private func show(_ message: MessageID, _ installation: Installation) throws {
        let (row, tries) = try installation.reading { register in
            guard let row = try register.deliveries(DeliveryFilter(message: message)).first else {
                throw RegisterError.noSuchRow(what: "message \(message); `duewatch deliveries` lists them")
            }
            return (row, try register.attempts(of: message))
        }
        let report = MessageReport(row: row, tries: tries, zone: installation.zone)
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
    }

    static func readState(_ text: String) throws -> MessageState {
        let word = text.split(separator: "-").joined(separator: "_")
        guard let state = MessageState(rawValue: word) else {
            throw ValidationError("expected one of " + MessageState.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return state
    }
}
