// What comes of a settings file without faults.

import CivilTime
import Configuration
import Reminders
import Testing

struct SettingsTests {
    @Test("every value of the file arrives in the settings")
    func values() throws {
        let settings = try #require(Fixture.parse(Fixture.text).settings)
        #expect(settings.register == "/srv/register.sqlite")
        #expect(settings.mode == .live)
        #expect(settings.folder == "/srv/mail")
        #expect(settings.allowedDomains == ["example.gov.uk", "example.org"])
        #expect(settings.administrator == Administrator(name: "Ada Admin", email: "ada@example.gov.uk"))
        #expect(
            settings.correspondence
                == Correspondence(
                    senderName: "Reminders", senderAddress: "reminders@example.gov.uk",
                    replyTo: "ada@example.gov.uk", messageDomain: "example.gov.uk"))
        #expect(
            settings.relay
                == Relay(
                    host: "mail.example.gov.uk", port: 2525, tls: .required, user: "duewatch",
                    password: .file("/srv/password"), caFile: nil, sessions: 8))
        #expect(
            settings.endpoints == [
                Endpoint(
                    name: "case-system", url: "https://cases.example.gov.uk:8443/in?from=duewatch",
                    secrets: [.file("/srv/secret"), .credential("old-secret")], allowsPlainHTTP: false,
                    allowsPrivateAddresses: false, timeoutSeconds: 30, caFile: nil)
            ])
        #expect(settings.brake == Brake(messages: 50, perPerson: 3))
        #expect(settings.log == LogSettings(format: .json, level: .notice))
    }

    @Test("a webhook's way, authentication and events are read")
    func endpoint() throws {
        let more = """
            auth: {header: X-Api-Key, value-credential: cases-key}
            events: [answers]
            thin: true
            link: "https://cases.example/?ref={reference}"
            allow: [10.1.0.0/16, cases.internal]
            proxy: http://[fd00::1]:3128
            """.replacing("\n", with: "\n    ")
        let text = Fixture.text.replacing("    timeout: 30s", with: "    " + more)
            .replacing("    secret-file: /srv/secret\n    previous-secret-credential: old-secret\n", with: "")
        let loaded = Fixture.parse(text)
        let endpoint = try #require(loaded.settings?.endpoints.first, "\(loaded.problems)")
        #expect(endpoint.secrets == [])
        #expect(endpoint.authentication == .header(name: "X-Api-Key", value: .credential("cases-key")))
        #expect(endpoint.events == [.answers] && endpoint.isThin && endpoint.verifiesTLS)
        #expect(endpoint.link == "https://cases.example/?ref={reference}")
        #expect(endpoint.allowed == ["10.1.0.0/16", "cases.internal"].compactMap { AllowedPeer($0) })
        #expect(endpoint.proxy == "http://[fd00::1]:3128")
    }

    @Test("refusals come back to the mailbox that is named for it, or else to the one for answers")
    func envelope() throws {
        let plain = try #require(Fixture.parse(Fixture.text).settings)
        #expect(plain.correspondence.envelopeSender == "ada@example.gov.uk")
        let named = Fixture.text.replacing(
            "  relay:\n", with: "  envelope-sender: refusals@example.gov.uk\n  relay:\n", maxReplacements: 1)
        #expect(Fixture.parse(named).settings?.correspondence.envelopeSender == "refusals@example.gov.uk")
        let foreign = named.replacing("refusals@example.gov.uk", with: "refusals@mail.example")
        #expect(Fixture.parse(foreign).problems.map(\.severity) == [.warning])
        let unread = named.replacing("refusals@example.gov.uk", with: "no-reply@example.gov.uk")
        #expect(Fixture.parse(unread).problems.map(\.field) == ["mail.envelope-sender"])
        #expect(Fixture.parse(unread).settings == nil)
    }

    @Test("times and spans are read as written, not as YAML would compute them")
    func timing() throws {
        let settings = try #require(Fixture.parse(Fixture.text).settings)
        #expect("\(settings.defaults.window)" == "08:30 to 12:30")
        #expect(
            settings.defaults.schedule.stages == [
                Stage(name: "fortnight", rule: .lead(.workingDays(10))),
                Stage(name: "due-day", rule: .onTheDay),
                Stage(name: "late", rule: .overdue(everyWorkingDays: 5)),
                Stage(name: "boss", rule: .rung(.manager, afterWorkingDays: 3)),
                Stage(name: "still-so", rule: .checkIn(everyMonths: 6)),
            ])
    }

    @Test("a plan has what is named for it, and the default for the rest")
    func plans() throws {
        let settings = try #require(Fixture.parse(Fixture.text).settings)
        let plan = try #require(settings.plans["remand-2024"])
        #expect(plan.schedule == .standard)
        #expect(plan.calendar.zone.identifier == "Europe/Dublin")
        #expect(plan.calendar.division == .scotland)
        #expect("\(plan.window)" == "08:30 to 15:00")
        let person = PersonFacts(id: PersonID(1), name: "Ada", email: nil, channels: [])
        let policy = settings.policy { _, _ in person }
        #expect(policy.plan("another").calendar.zone.identifier == "Europe/London")
        #expect(policy.administrator == person)
        #expect(policy.mode == .live)
    }

    @Test("a plan's messages have its own name, mailbox, marking and administrator, and the rest of every plan's")
    func letterhead() throws {
        let own = """
            closes: "15:00"}
                sender-name: Remand Team
                reply-to: remand@example.gov.uk
                marking: OFFICIAL-SENSITIVE
                thin: true
                link: "https://cases.example.gov.uk/?ref={reference}"
                administrator: {name: Rob, email: rob@example.gov.uk, deputy: {name: Sam, email: sam@example.gov.uk}}
            """
        let loaded = Fixture.parse(Fixture.text.replacing("closes: \"15:00\"}", with: own))
        #expect(loaded.problems.map(\.description) == [])
        let settings = try #require(loaded.settings)
        #expect(
            settings.plans["remand-2024"]?.letterhead
                == Letterhead(
                    senderName: "Remand Team", replyTo: "remand@example.gov.uk", marking: "OFFICIAL-SENSITIVE",
                    isThin: true, link: "https://cases.example.gov.uk/?ref={reference}"))
        #expect(settings.defaults.letterhead == Letterhead())
        let policy = settings.policy { PersonFacts(id: PersonID(1), name: $0, email: $1, channels: [.email]) }
        #expect(policy.administrator(of: "remand-2024").name == "Rob")
        #expect(policy.administrator(of: "another").name == "Ada Admin" && policy.administrator.name == "Ada Admin")
        let away = policy.refreshed { $0.name == "Rob" ? $0.away(until: .max) : $0 }
        #expect(away.administrator(of: "remand-2024").name == "Sam", "the deputy acts while Rob is away")
    }

    @Test("the file that is installed has no fault, and says nothing but the defaults")
    func shipped() throws {
        let loaded = SettingsFile.load(path: "\(Fixture.root)/Config/duewatch.yaml", surroundings: Fixture.surroundings)
        #expect(loaded.problems.map(\.description) == [])
        let shipped = try #require(loaded.settings)
        let least = try #require(Fixture.parse(Self.least).settings)
        #expect(shipped.mode == .folder)
        #expect(shipped.register == least.register)
        #expect(shipped.folder == least.folder)
        #expect(shipped.defaults.schedule == least.defaults.schedule)
        #expect(shipped.defaults.window == least.defaults.window)
        #expect(shipped.defaults.calendar == least.defaults.calendar)
        #expect(shipped.brake == least.brake)
        #expect(shipped.log == least.log)
        #expect(least.defaults.schedule == .standard)
    }

    @Test("the comments of the installed file become settings without fault when their # is taken away")
    func uncommented() throws {
        let path = "\(Fixture.root)/Config/duewatch.yaml"
        let lines = try FileLines.read(path).map { line -> String in
            // "  # relay:" and what is indented below it; prose has a capital or no colon.
            guard let hash = line.firstIndex(of: "#"), line[..<hash].allSatisfy({ $0 == " " }) else { return line }
            let rest = line[line.index(after: hash)...].dropFirst()
            let key = rest.drop { $0 == " " }.prefix { $0.isLowercase || $0.isNumber || $0 == "-" }
            return !key.isEmpty && rest.drop(while: { $0 == " " }).dropFirst(key.count).first == ":"
                ? String(line[..<hash]) + String(rest) : line
        }
        let loaded = Fixture.parse(lines.joined(separator: "\n"))
        #expect(loaded.problems.map(\.description) == [])
        #expect(loaded.settings?.relay?.password == .credential("smtp-password"))
        #expect(loaded.settings?.endpoints.map(\.name) == ["case-system"])
        #expect(loaded.settings?.plans["remand-2024"]?.calendar.division == .scotland)
    }

    @Test("a relative path is taken from the folder of the file")
    func relative() throws {
        let text = Self.least.replacing("mode: folder", with: "mode: folder, folder: mail") + "register: r.sqlite\n"
        let settings = try #require(Fixture.parse(text).settings)
        #expect(settings.folder == "/etc/duewatch/mail")
        #expect(settings.register == "/etc/duewatch/r.sqlite")
    }

    @Test("owners are introduced unless the file says no, for every plan or for one")
    func introductions() throws {
        let usual = try #require(Fixture.parse(Self.least).settings)
        #expect(usual.defaults.introduces)
        let text = Self.least + "introduction: false\nplans: {a: {introduction: true}, b: {schedule: standard}}\n"
        let settings = try #require(Fixture.parse(text).settings)
        #expect(!settings.defaults.introduces)
        #expect(settings.plans.mapValues(\.introduces) == ["a": true, "b": false])
        let problems = Fixture.parse(Self.least + "introduction: yes\n").problems
        #expect(problems.map(\.field) == ["introduction"])
    }

    @Test(
        "the weekly cap is ten mails, another number, or none",
        arguments: [("", 10), ("weekly-cap: 3", 3), ("weekly-cap: 0", nil)])
    func weeklyCap(_ line: String, _ cap: Int?) throws {
        #expect(try #require(Fixture.parse(Self.least + line + "\n").settings).weeklyCap == cap)
    }

    @Test("a relay has the port of its policy", arguments: [("required", 587), ("implicit", 465), ("none", 25)])
    func ports(_ policy: String, _ port: Int) throws {
        let text = Self.least.replacing("mail: {", with: "mail: {relay: {host: mail, tls: \(policy)}, ")
        #expect(Fixture.parse(text).settings?.relay?.port == port)
    }

    @Test("rehearsal needs a relay as much as live does")
    func rehearsal() {
        let loaded = Fixture.parse(Self.least.replacing("mode: folder", with: "mode: rehearsal"))
        #expect(loaded.settings == nil)
        #expect(loaded.problems.map(\.field) == ["mail.relay"])
    }

    @Test("all mistakes are named at once, in the order of the file")
    func all() {
        let text = Fixture.text.replacing("mode: live", with: "mode: life").replacing("port: 2525", with: "port: x")
            .replacing("closes: 12:30", with: "closes: noon").replacing("every: 5wd", with: "every: day")
            .replacing("level: notice", with: "level: loud")
        let fields = Fixture.parse(text).problems.map(\.field)
        #expect(
            fields == [
                "delivery.mode", "mail.relay.port", "window.closes", "schedules.brief[3].every", "log.level",
            ])
    }

    static let least = """
        delivery: {mode: folder}
        administrator: {name: Ada, email: ada@example.org}
        mail: {sender: {name: R, address: r@example.org}, reply-to: ada@example.org}

        """
}
