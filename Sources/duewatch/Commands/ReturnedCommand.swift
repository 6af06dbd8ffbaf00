// `duewatch returned`: a mail came back after the relay had accepted it.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct ReturnedCommand: TaughtCommand {
    static let lesson = Lesson(
        "returned", "Take in a mail that came back undelivered.",
        usage: "returned FILE [--by WHO]\nduewatch returned --address ADDRESS --because TEXT [--by WHO]",
        text: """
            Does what a refusal by the relay would have done: the message counts as refused, an address that does not \
            exist is used no more, you are told, and whoever comes next on the ladder hears of it. The file is the \
            mail as it came back, with its delivery report (RFC 3464); - is standard input, as from a mail program's \
            pipe. A report that it is only delayed changes nothing. With --address you say it yourself: the last mail \
            that the relay accepted for it counts as refused.
            """,
        examples: [
            .init("returned bounce.eml", "saved from the mailbox that has the mail which comes back"),
            .init("returned -", "in a pipe of a mail program or a filter"),
            .init("returned --address j.doe@example.gov.uk --because 'left in May'", "where a person tells you"),
        ],
        statuses: [
            (.badData, "it is no delivery report, or about no message or person of ours"),
            (.noInput, "there is no such file, register or settings file"),
        ] + [(ExitStatus, String)].register.filter { ![.badData, .noInput].contains($0.0) })

    @Argument(help: ArgumentHelp("The mail that came back; - is standard input.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("The address that takes no mail.", valueName: "address"), transform: Self.readAddress)
    var address: String?

    @Option(help: ArgumentHelp("With --address: how you know.", valueName: "text"), transform: Required.read)
    var because: String?

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    /// Our mails are small; a report holds one of them at most.
    static let largest = 5_000_000

    func validate() throws {
        guard (file != nil) != (address != nil) else {
            throw ValidationError("expected a FILE or --address, found \(file == nil ? "neither" : "both")")
        }
        guard (address != nil) == (because != nil) else {
            throw ValidationError("--address and --because go together")
        }
    }

    func run() throws {
        let mails = try self.mails()
        let installation = try Installation(place)
        let author = by.author
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.paused() }
        let results = try installation.writing { register in
            let policy = try installation.policy(in: register)
            return try mails.map { mail in
                try register.returned(
                    mail, administrator: { policy.administrator(of: $0).id }, noticesFrom: installation.nextWindow,
                    by: author, at: installation.now)
            }
        }
        let rows = Array(zip(mails, results))
        try format.isJSON
            ? Output.json(.array(rows.map { Self.json($0, $1) })) : Output.lines(rows.flatMap { Self.lines($0, $1) })
    }

    private func mails() throws -> [ReturnedMail] {
        if let address, let because {
            return [
                ReturnedMail(ids: [], addresses: [address], action: .failed, condemns: true, because: because)
            ]
        }
        guard let file else { return [] }
        let name = file == "-" ? "standard input" : file
        let bytes = try FileBytes.read(file, limit: Self.largest)
        guard bytes.count <= Self.largest else {
            throw Failure(.badData, "\(name): expected a returned mail, found more than \(Self.largest) bytes")
        }
        do {
            let report = try DeliveryReportReader.report(in: bytes)
            return report.recipients.map { ReturnedMail($0, in: report) }
        } catch {
            throw Failure(.badData, "\(name): \(error)")
        }
    }

    private static func lines(_ mail: ReturnedMail, _ result: Returned) -> [String] {
        let what = result.message.map { "message \($0)" } ?? "the address"
        var lines: [String] = []
        if mail.action != .failed {
            lines.append("\(what): \(mail.action.rawValue), so nothing changes")
        } else if result.isRefused {
            lines.append(
                "\(what) counts as refused, and its reminders as never sent; `duewatch show` says who hears next")
        } else if result.message != nil {
            lines.append("\(what) was refused before; nothing more to do for it")
        }
        if !result.condemned.isEmpty {
            lines.append(
                "\(mail.addresses.last ?? "the address") is used no more, until `duewatch owners import` gives a new one"
            )
        }
        return lines
    }

    private static func json(_ mail: ReturnedMail, _ result: Returned) -> JSON {
        .object([
            ("message", result.message.map { .int(Int($0.value)) } ?? .null),
            ("action", .string(mail.action.rawValue)), ("refused", .bool(result.isRefused)),
            ("address_condemned", .bool(!result.condemned.isEmpty)),
        ])
    }

    private static func readAddress(_ text: String) throws -> String {
        do {
            return try MailAddress(text).description
        } catch {
            throw ValidationError("--address \(text): \(error)")
        }
    }
}
