// `duewatch test-send`: one real message through the configured carriers, and what the peer said. The register is not
// changed.

import ActionPlans
import ArgumentParser
import Delivery
import Register
import Reminders
import Service

struct TestSendCommand: TaughtCommand {
    static let lesson = Lesson(
        "test-send", "Send a test message; tell what became of it.",
        usage: "test-send --to OWNER [--format json]",
        text: """
            Goes the way that a reminder would go, by every channel of the owner's holder, under the delivery mode in \
            force: in folder mode into the folder, in a rehearsal to the administrator. It says that it is a test. \
            Secrets are read as the service reads them; where systemd hands them out, set CREDENTIALS_DIRECTORY to \
            the folder where they lie.
            """,
        examples: [
            .init("test-send --to 'Head of Custody'", "to the holder of a post"),
            .init("test-send --to administrator", "before there is any register"),
        ],
        statuses: [
            (.unavailable, "the peer refused it for good"), (.tryLater, "refused for now, or no answer"),
            (.configuration, "it could not be tried: a setting, a secret or an address is wrong"),
        ])

    @Option(
        help: ArgumentHelp("A post in any of its spellings, or administrator.", valueName: "owner"),
        transform: Required.read)
    var to: String

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        try CurlLibrary.start()
        // Before the register is opened, since that gives up root's right to read the secrets.
        let rules = try installation.wiring.rules { PersonFacts(unrecorded: $0, email: $1, webhook: nil) }
        defer { rules.close() }
        let person = try recipient(installation)
        let trials = person.channels.map { TestMessage(to: person, by: $0, rules: rules, at: installation.now).send() }
        let outcomes = trials.map(TestReport.init)
        if format.isJSON {
            try Output.json(.array(outcomes.map(\.json)))
        } else if outcomes.allSatisfy({ $0.status == .success }) {
            try Output.lines(Mode.lines(installation.settings) + outcomes.map(\.line))
        } else {
            for line in [Mode.words(installation.settings)] + outcomes.map(\.line) { Output.aside("duewatch: \(line)") }
        }
        if let worst = outcomes.map(\.status).first(where: { $0 != .success }) { throw ExitCode(worst.rawValue) }
    }

    private func recipient(_ installation: Installation) throws -> PersonFacts {
        if to == "administrator" { return installation.unrecordedAdministrator }
        let wanted = PostSpelling.normalised(to)
        let owner = try installation.reading { try $0.owners() }.first { owner in
            ([owner.entry.post] + owner.entry.aliases).contains { PostSpelling.normalised($0) == wanted }
        }
        guard let owner else {
            throw Failure(.badData, "there is no owner \"\(to)\"; `duewatch owners` lists them")
        }
        guard let holder = owner.entry.holder, !owner.isUnresolved else {
            throw Failure(
                .badData, "\"\(owner.entry.post)\" has no holder with an address; `duewatch owners import` gives it one"
            )
        }
        if let fault = AllowedAddress.fault(of: holder, domains: installation.settings.allowedDomains) {
            throw Failure(.configuration, "\"\(owner.entry.post)\": \(fault)")
        }
        return PersonFacts(unrecorded: holder.name, email: holder.email, webhook: holder.webhook)
    }
}

extension Installation {
    /// The administrator for rules that send nothing but a test; the register is not asked.
    var unrecordedAdministrator: PersonFacts {
        PersonFacts(unrecorded: settings.administrator.name, email: settings.administrator.email, webhook: nil)
    }
}

extension PersonFacts {
    /// Somebody under no number of the register: for what is never written there.
    init(unrecorded name: String, email: String?, webhook: String?) {
        let channels = [email.map { _ in Channel.email }, webhook.map(Channel.webhook(endpoint:))].compactMap { $0 }
        self.init(id: PersonID(0), name: name, email: email, channels: channels)
    }
}
