// Whom messages come from, where answers go, and the relay that takes the mail.

import Reminders

extension SettingsReader {
    /// The section that the two below read; nil where it is missing or no section.
    func mail() -> Section? { root.section("mail", keys: ["sender", "reply-to", "relay"]) }

    func correspondence(_ mail: Section?) -> Correspondence? {
        let replyTo = replyTo(mail)
        if isMissing("sender", in: mail) {
            findings.error(
                at: mailPlace("sender", in: mail), expected: "name and address that messages come from",
                found: "nothing")
        }
        guard let sender = mail?.section("sender", keys: ["name", "address"]) else { return nil }
        sender.require("name", expecting: "the name that messages come from")
        sender.require("address", expecting: "the address that messages come from")
        let name = sender.line("name", expecting: "the name that messages come from")
        let address = sender.address("address")
        guard let name, let address, let replyTo else { return nil }
        return Correspondence(
            senderName: name, senderAddress: address.description, replyTo: replyTo, messageDomain: address.domain)
    }

    private func replyTo(_ mail: Section?) -> String? {
        let expected = "the address of a mailbox that a person reads"
        if isMissing("reply-to", in: mail) {
            findings.error(
                at: mailPlace("reply-to", in: mail), expected: expected, found: "nothing",
                hint: "owners answer by replying")
        }
        guard let mail, let address = mail.address("reply-to") else { return nil }
        let local = address.local.lowercased().filter(\.isLetter)
        guard !["noreply", "donotreply", "dontreply"].contains(where: local.hasPrefix) else {
            findings.error(
                at: mail.place(of: "reply-to"), expected: expected, found: address.description.quoted,
                hint: "owners answer by replying")
            return nil
        }
        return address.description
    }

    /// nil where none is named; that is an error in the modes that need one.
    func relay(_ mail: Section?, for mode: DeliveryMode?) -> Relay? {
        if let mode, mode != .folder, isMissing("relay", in: mail) {
            findings.error(
                at: mailPlace("relay", in: mail), expected: "a mail relay, since delivery.mode is \(mode.rawValue)",
                found: "nothing", hint: "name its host, or set delivery.mode to folder")
        }
        let keys = [
            "host", "port", "tls", "user", "password-file", "password-credential", "ca-file", "sessions",
        ]
        guard let section = mail?.section("relay", keys: keys) else { return nil }
        section.require("host", expecting: "the name of the mail relay")
        let host = section.host("host")
        let tls = section.choice("tls", TLSPolicy.self) ?? .required
        let user = section.line("user", expecting: "the name to log in with")
        let password = section.secret("password")
        check(user: user, password: password, tls: tls, in: section)
        let caFile = section.path("ca-file", from: folder)
        let port = section.number("port", in: 1...65_535) ?? standardPort(tls)
        let sessions = section.number("sessions", in: 1...64) ?? 4
        guard let host else { return nil }
        return Relay(
            host: host, port: port, tls: tls, user: user, password: password, caFile: caFile, sessions: sessions)
    }

    private func isMissing(_ key: String, in mail: Section?) -> Bool { mail?.isAbsent(key) ?? root.isAbsent("mail") }

    private func mailPlace(_ key: String, in mail: Section?) -> Place {
        mail?.place(of: key) ?? root.place(of: "mail").key(key)
    }

    private func check(user: String?, password: SecretSource?, tls: TLSPolicy, in section: Section) {
        if user != nil, password == nil, section.isAbsent("password-file"), section.isAbsent("password-credential") {
            findings.error(
                at: section.place(of: "user"), expected: "password-file or password-credential beside user",
                found: "neither")
        }
        if password != nil { section.require("user", expecting: "the name that the password belongs to") }
        guard tls == .none else { return }
        let what =
            user == nil ? "mail crosses the network in the clear" : "mail and password cross the network in the clear"
        findings.warning(
            at: section.place(of: "tls"), expected: "required or implicit", found: "none",
            hint: "\(what); none is for a relay on this machine")
    }

    private func standardPort(_ tls: TLSPolicy) -> Int {
        switch tls {
        case .required: 587
        case .implicit: 465
        case .none: 25
        }
    }
}

extension Section {
    /// The name or address of a machine, without a port.
    fileprivate func host(_ key: String) -> String? {
        value(key, expecting: "the name of a machine, such as mail.example.gov.uk") { text in
            let isPlain = text.utf8.allSatisfy { byte in
                switch Unicode.Scalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", "-", ".": true
                case ":", "[", "]": text.contains("::") || text.hasPrefix("[")
                default: false
                }
            }
            return isPlain && (1...253).contains(text.utf8.count) && !text.hasPrefix("-") ? text : nil
        }
    }
}
