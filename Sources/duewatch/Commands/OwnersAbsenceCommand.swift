// `duewatch owners absence`: days on which a person is not there, and the deputy is told instead.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders

struct OwnersAbsenceCommand: TaughtCommand {
    static let lesson = Lesson(
        "absence", "Say when a person is away; the deputy is told.",
        usage:
            "owners absence PERSON --from DAY --until DAY [--by WHO]\nduewatch owners absence PERSON --end [--by WHO]\n"
            + "duewatch owners absence [--format json]",
        text: """
            PERSON is an address, or a name that one person has. From the first to the last day, both included, the \
            deputy gets what is meant for them, or the next who can be told; the message says for whom, and never \
            why. It ends by itself. --end ends it today. Without a person: those who are or will be away.
            """,
        examples: [
            .init("owners absence alex.carter@example.gov.uk --from 2027-01-04 --until 2027-01-15", "two weeks"),
            .init("owners absence alex.carter@example.gov.uk --end", "back before that"),
            .init("owners absence", "who is away, and from when"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("An address, or a name.", valueName: "person"))
    var person: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "day"), transform: Day.read)
    var from: CivilDate?

    @Option(help: ArgumentHelp("The last day.", valueName: "day"), transform: Day.read)
    var until: CivilDate?

    @Flag(help: "They are there again from today.")
    var end = false

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard person != nil else {
            if from != nil || until != nil || end { throw ValidationError("expected the person who is away") }
            return
        }
        if end, from != nil || until != nil { throw ValidationError("--end goes without --from and --until") }
        if !end, from == nil || until == nil {
            throw ValidationError("expected --from DAY and --until DAY, or --end: an absence has a last day")
        }
        if let from, let until, until < from { throw ValidationError("--until \(until) is before --from \(from)") }
    }

    func run() throws {
        let installation = try Installation(place)
        let today = installation.today
        guard let person else { return try list(installation, today) }
        let author = by.author
        if let from, let until {
            let isNew = try installation.writing {
                try $0.recordAbsence(
                    AbsenceEntry(person: person, from: from, until: until), by: author, at: installation.now)
            }
            let words = "\(person) is away from \(from) to \(until)"
            return try format.isJSON
                ? Output.json(.object([("person", .string(person)), ("recorded", .bool(isNew))]))
                : Output.lines([isNew ? "recorded: \(words)" : "the register says so already: \(words)"])
        }
        let ended = try installation.writing {
            try $0.endAbsence(of: person, on: today, by: author, at: installation.now)
        }
        guard !format.isJSON else {
            return try Output.json(.object([("person", .string(person)), ("ended", .int(ended))]))
        }
        try Output.lines([ended > 0 ? "\(person) is there again" : "no absence of \(person) is known"])
    }

    private func list(_ installation: Installation, _ today: CivilDate) throws {
        let absences = try installation.reading { try $0.absences(from: today) }
        guard !format.isJSON else { return try Output.json(.array(absences.map(\.json))) }
        guard !absences.isEmpty else { return try Output.lines(["nobody is away"]) }
        let columns: [Table.Column] = [.text("person", atLeast: 10), .whole("from"), .whole("until"), .text("posts")]
        let rows = absences.map {
            [$0.name, $0.from.description, $0.until.description, $0.posts.joined(separator: "; ")]
        }
        try Output.lines(Table(columns, rows: rows).lines())
    }
}

extension AbsenceRecord {
    fileprivate var json: JSON {
        .object([
            ("person", .string(name)), ("email", .text(email)), ("from", .string(from.description)),
            ("until", .string(until.description)), ("posts", .array(posts.map(JSON.string))),
            ("recorded_by", .string(recordedBy)), ("recorded_at", .string(recordedAt.rfc3339)),
        ])
    }
}
