// Each row makes one mistake in a faultless file, and must give one problem, in its line, under its field, in words.

import Configuration
import Testing

struct FaultTests {
    @Test("the fixture itself has no fault")
    func faultless() {
        let loaded = Fixture.parse(Fixture.text)
        #expect(loaded.problems.map(\.description) == [])
        #expect(loaded.settings != nil)
    }

    @Test(
        "one mistake is one problem, at its place",
        arguments: shapeFaults + deliveryFaults + mailFaults + webhookFaults + timeFaults + scheduleFaults
            + letterheadFaults)
    func one(_ fault: Fault) {
        #expect(Fixture.text.contains(fault.old), "the fixture has nothing to change")
        let text = Fixture.text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let loaded = Fixture.parse(text)
        #expect(loaded.problems.count == 1, "\(loaded.problems.map(\.description))")
        #expect((loaded.settings == nil) == (fault.severity == .error))
        guard let problem = loaded.problems.first else { return }
        #expect(problem.severity == fault.severity)
        #expect(problem.file == "duewatch.yaml")
        #expect(problem.field == fault.field)
        #expect(problem.line == fault.line.flatMap { Fixture.line(of: $0, in: text) }, "\(problem)")
        #expect(problem.description.contains(fault.says), "\(problem)")
    }

    @Test(
        "a stage that cannot be read keeps its name from others all the same, so that both mistakes are named at once")
    func nameOfUnreadable() {
        let text = Fixture.text.replacing(
            "{stage: late, every: 5wd}", with: "{stage: late, every: 5xd}\n    - {stage: late, undated: 3m}",
            maxReplacements: 1)
        #expect(Fixture.parse(text).problems.map(\.field) == ["schedules.brief[3].every", "schedules.brief[4].stage"])
    }

    static let shapeFaults = [
        Fault(
            "a key with a typing slip is refused, with the one that was meant", "register:", "regster:",
            line: "regster", "regster", says: "did you mean \"register\"?"),
        Fault(
            "a key that is like none is refused with those there are", "sessions: 8", "colour: red", line: "colour",
            "mail.relay.colour", says: "expected host, port, tls"),
        Fault(
            "an underscore is no hyphen", "reply-to: ada", "reply_to: ada@example.org\n  reply-to: ada",
            line: "reply_to", "mail.reply_to", says: "did you mean \"reply-to\"?"),
        Fault(
            "a list where one value belongs", "mode: live", "mode: [live]", line: "mode:", "delivery.mode",
            says: "found a list"),
        Fault(
            "one value where a section belongs", "brake: {messages: 50, per-person: 3}", "brake: 50", line: "brake",
            "brake", says: "expected values with messages or per-person, found \"50\""),
        Fault(
            "a key twice", "log:", "schedule: brief\nlog:", line: "schedule: brief", "",
            says: "found \"schedule\" more than once"),
        Fault("an anchor", "mode: live", "mode: &m live", line: "mode:", "", says: "the anchor &m"),
        Fault(
            "a tab as indentation", "  folder: /srv/mail", "\tfolder: /srv/mail", line: "\tfolder", "",
            says: "found a tab character that violates indentation"),
        Fault(
            "a bracket left open", "[example.gov.uk, example.org]", "[example.gov.uk, example.org",
            line: "administrator:", "", says: "expected YAML"),
        Fault(
            "two documents in one file", "log:", "---\nlog:", line: "---", "", says: "another document"),
        Fault(
            "a list as a key", "log:", "? [a, b]\n: c\nlog:", line: "? [a", "", says: "expected a key, found a list"),
        Fault(
            "a number with a word in it", "messages: 50", "messages: 50 mails", line: "brake", "brake.messages",
            says: "a number from 1 to 1000000, found \"50 mails\""),
        Fault(
            "a number that YAML would take for octal", "messages: 50", "messages: 010", line: "brake",
            "brake.messages", says: "found \"010\""),
        Fault(
            "a brake of none", "per-person: 3", "per-person: 0", line: "brake", "brake.per-person", says: "1 to 10000"),
        Fault(
            "a level that is not one", "level: notice", "level: verbose", line: "log:", "log.level",
            says: "trace, debug, info, notice, warning, error or critical"),
    ]

    static let deliveryFaults = [
        Fault(
            "a mode with a typing slip", "mode: live", "mode: life", line: "mode:", "delivery.mode",
            says: "expected folder, rehearsal or live, found \"life\"; did you mean \"live\"?"),
        Fault(
            "a mode in capitals is not guessed", "mode: live", "mode: LIVE", line: "mode:", "delivery.mode",
            says: "did you mean \"live\"?"),
        Fault(
            "no mode", "  mode: live\n", "", line: "delivery:", "delivery.mode",
            says: "found nothing; say \"mode: folder\""),
        Fault("an empty mode", "mode: live", "mode:", line: "mode:", "delivery.mode", says: "found nothing"),
        Fault(
            "a domain with an @", "[example.gov.uk,", "[\"@example.gov.uk\", example.gov.uk,", line: "allowed-domains",
            "delivery.allowed-domains[1]", says: "found \"@example.gov.uk\""),
        Fault(
            "a domain with a star", ", example.org]", ", \"*.example.org\"]", line: "allowed-domains",
            "delivery.allowed-domains[2]", says: "those below it are allowed with it"),
        Fault(
            "live without domains may write to anybody", "  allowed-domains: [example.gov.uk, example.org]\n", "",
            line: "delivery:", "delivery.allowed-domains", says: "a mistyped address", .warning),
        Fault(
            "no administrator", "administrator:\n  name: Ada Admin\n  email: ada@example.gov.uk\n", "",
            line: "register:", "administrator", says: "found nothing"),
        Fault(
            "an administrator without an address", "  email: ada@example.gov.uk\n", "", line: "administrator:",
            "administrator.email", says: "found nothing"),
        Fault(
            "an administrator outside the domains", "email: ada@example.gov.uk", "email: ada@example.gov.ku",
            line: "email:", "administrator.email",
            says: "an address in example.gov.uk or example.org, found \"ada@example.gov.ku\"; did you mean"),
        Fault(
            "an address that is none", "email: ada@example.gov.uk", "email: ada at example", line: "email:",
            "administrator.email", says: "expected one @"),
        Fault(
            "a name over two lines", "name: Ada Admin", "name: \"Ada\\r\\nBcc: x\"", line: "name:",
            "administrator.name", says: "found \"Ada\\u{d}\\u{a}Bcc: x\""),
        Fault(
            "a register without a path", "register: /srv/register.sqlite", "register: [a]", line: "register",
            "register", says: "expected a path, found a list"),
    ]

    static let mailFaults = [
        Fault(
            "no reply-to", "  reply-to: ada@example.gov.uk\n", "", line: "^mail:", "mail.reply-to",
            says: "a mailbox that a person reads, found nothing"),
        Fault(
            "a reply-to that nobody reads", "reply-to: ada@", "reply-to: no-reply@", line: "reply-to", "mail.reply-to",
            says: "owners answer by replying"),
        Fault(
            "no sender", "  sender: {name: Reminders, address: reminders@example.gov.uk}\n", "", line: "^mail:",
            "mail.sender", says: "name and address"),
        Fault(
            "a sender without a name", "{name: Reminders, address", "{address", line: "sender:", "mail.sender.name",
            says: "the name that messages come from"),
        Fault(
            "live without a relay", Self.relay, "", line: "^mail:", "mail.relay",
            says: "since delivery.mode is live"),
        Fault(
            "a relay without a host", "    host: mail.example.gov.uk\n", "", line: "relay:", "mail.relay.host",
            says: "found nothing"),
        Fault(
            "a host with its port", "host: mail.example.gov.uk", "host: mail.example.gov.uk:25", line: "host:",
            "mail.relay.host", says: "found \"mail.example.gov.uk:25\""),
        Fault(
            "a host that carries a header", "host: mail.example.gov.uk", "host: \"a\\nb\"", line: "host:",
            "mail.relay.host", says: "the name of a machine"),
        Fault(
            "a greeting that is no name", "port: 2525", "hello: 192.0.2.1", line: "hello:", "mail.relay.hello",
            says: "the full name of this machine"),
        Fault("a port too high", "port: 2525", "port: 65536", line: "port:", "mail.relay.port", says: "1 to 65535"),
        Fault(
            "a policy that is not one", "tls: required", "tls: starttls", line: "tls:", "mail.relay.tls",
            says: "required, implicit or none"),
        Fault(
            "mail in the clear", "tls: required", "tls: none", line: "tls:", "mail.relay.tls",
            says: "mail and password cross the network in the clear", .warning),
        Fault(
            "a user without a password", "    password-file: /srv/password\n", "", line: "user:", "mail.relay.user",
            says: "password-file or password-credential"),
        Fault(
            "a password without a user", "    user: duewatch\n", "", line: "relay:", "mail.relay.user",
            says: "the name that the password belongs to"),
        Fault(
            "two places for one password", "sessions: 8", "password-credential: p", line: "password-credential",
            "mail.relay.password-credential", says: "found both"),
        Fault(
            "a password in the file", "password-file: /srv/password", "password: /srv/password\n    password-file: /a",
            line: "password: ", "mail.relay.password", says: "did you mean password-file or password-credential?"),
        Fault("no session", "sessions: 8", "sessions: 0", line: "sessions", "mail.relay.sessions", says: "1 to 64"),
        Fault(
            "no patience", "sessions: 8", "timeout: 0s", line: "timeout", "mail.relay.timeout", says: "from 1s to 30m"),
        Fault(
            "hours of patience", "sessions: 8", "timeout: 31m", line: "timeout", "mail.relay.timeout",
            says: "from 1s to 30m"),
        Fault(
            "a time without a unit", "sessions: 8", "timeout: 600", line: "timeout", "mail.relay.timeout",
            says: "from 1s to 30m"),
        Fault(
            "little patience is a warning", "sessions: 8", "timeout: 59s", line: "timeout", "mail.relay.timeout",
            says: "twice", .warning),
    ]

    static let relay = """
          relay:
            host: mail.example.gov.uk
            port: 2525
            tls: required
            user: duewatch
            password-file: /srv/password
            sessions: 8

        """
}
