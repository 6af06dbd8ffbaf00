// Whom messages come from, where answers go, and the relay that takes the mail.

import Reminders

extension SettingsReader {
    /// The section that the two below read; nil where it is missing or no section.
    func mail() -> Section? { root.section("mail", keys: ["sender", "reply-to", "envelope-sender", "relay"]) }

    func correspondence(_ mail: Section?) -> Correspondence? {
        let replyTo = replyTo(mail)
        let envelopeSender = mailbox("envelope-sender", in: mail, because: Self.whyEnvelope)
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
        let source = envelopeSender == nil ? "reply-to" : "envelope-sender"
        warn(ofForeign: envelopeSender ?? replyTo, from: address, at: mailPlace(source, in: mail))
        return Correspondence(
            senderName: name, senderAddress: address.description, replyTo: replyTo.description,
            envelopeSender: envelopeSender?.description, messageDomain: address.domain)
    }

    private static let whyEnvelope = "refusals come back to it, and somebody has to see them"

    /// Receivers compare the domain of the envelope with that of From (DMARC).
    private func warn(ofForeign envelope: MailAddress, from sender: MailAddress, at place: Place) {
        let isRelated =
            envelope.isAllowed(in: [sender.domain]) || sender.isAllowed(in: [envelope.domain])
        guard !isRelated else { return }
        findings.warning(
            at: place, expected: "a mailbox in \(sender.domain), where messages come from",
            found: envelope.description.quoted,
            hint: "refusals come back to it, and receivers that check SPF for DMARC want one domain; see "
                + "mail.envelope-sender")
    }

    private func replyTo(_ mail: Section?) -> MailAddress? {
        if isMissing("reply-to", in: mail) {
            findings.error(
                at: mailPlace("reply-to", in: mail), expected: Self.mailbox, found: "nothing",
                hint: "owners answer by replying")
        }
        return mailbox("reply-to", in: mail, because: "owners answer by replying")
    }

    private static let mailbox = "the address of a mailbox that a person reads"

    /// An address that does not say of itself that nobody reads it.
    func mailbox(_ key: String, in mail: Section?, because: String) -> MailAddress? {
        guard let mail, let address = mail.address(key) else { return nil }
        let local = address.local.lowercased().filter(\.isLetter)
        guard !["noreply", "donotreply", "dontreply", "devnull", "blackhole"].contains(where: local.hasPrefix) else {
            findings.error(
                at: mail.place(of: key), expected: Self.mailbox, found: address.description.quoted, hint: because)
            return nil
        }
        return address
    }

    /// nil where none is named; that is an error in the modes that need one.
    func relay(_ mail: Section?, for mode: DeliveryMode?) -> Relay? {
        if let mode, mode != .folder, isMissing("relay", in: mail) {
            findings.error(
                at: mailPlace("relay", in: mail), expected: "a mail relay, since delivery.mode is \(mode.rawValue)",
                found: "nothing", hint: "name its host, or set delivery.mode to folder")
        }
        let keys = [
            "host", "port", "tls", "user", "password-file", "password-credential", "auth", "ca-file", "verify-tls",
            "sessions", "timeout", "rate", "per-day", "hello",
        ]
        guard let section = mail?.section("relay", keys: keys) else { return nil }
        section.require("host", expecting: "the name of the mail relay")
        let host = section.host("host")
        let tls = section.choice("tls", TLSPolicy.self) ?? .required
        let user = section.line("user", expecting: "the name to log in with")
        let password = section.secret("password")
        check(user: user, password: password, tls: tls, in: section)
        let login = section.choice("auth", LoginMethod.self)
        if login != nil { section.require("user", expecting: "the name to log in with", hint: "auth says how") }
        let caFile = section.path("ca-file", from: folder)
        let verifiesTLS = section.verifiesTLS()
        let port = section.number("port", in: 1...65_535) ?? standardPort(tls)
        let sessions = section.number("sessions", in: 1...64) ?? 4
        let timeout = timeout(in: section)
        let quota = quota(section)
        let hello = section.value("hello", expecting: "the full name of this machine, such as apps1.example.gov.uk") {
            if case .host(let name) = AllowedPeer($0) { name } else { String?.none }
        }
        guard let host else { return nil }
        return Relay(
            host: host, port: port, tls: tls, user: user, password: password, login: login ?? .auto, caFile: caFile,
            verifiesTLS: verifiesTLS, sessions: sessions, timeoutSeconds: timeout, quota: quota,
            hello: hello)
    }

    private func quota(_ section: Section) -> Quota {
        Quota(
            rate: section.value(
                "rate", expecting: "a number of mails in a time, such as 60/min, 5/s or 1000/h; at most \(Rate.most)"
            ) { Rate($0) },
            perDay: section.number("per-day", in: 1...10_000_000))
    }

    /// For each answer, in seconds. RFC 5321, 4.5.3.2.6, wants ten minutes after the body.
    private func timeout(in section: Section) -> Int {
        let seconds = section.value("timeout", expecting: "a time from 1s to 30m, such as 10m") { text -> Int? in
            guard let unit = text.last, let number = Int(text.dropLast()), text.first != "+" else { return nil }
            switch unit {
            case "s": return (1...1800).contains(number) ? number : nil
            case "m": return (1...30).contains(number) ? number * 60 : nil
            default: return nil
            }
        }
        if let seconds, seconds < 60 {
            findings.warning(
                at: section.place(of: "timeout"), expected: "a minute or more", found: "\(seconds)s",
                hint: "a relay may look into a mail before it answers; giving up early can send a mail twice")
        }
        return seconds ?? 600
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
    /// Whether certificates are checked; turning it off is warned of.
    func verifiesTLS() -> Bool {
        guard flag("verify-tls") == false else { return true }
        findings.warning(
            at: place(of: "verify-tls"), expected: "true", found: "false",
            hint: "anybody in between can read and change what is sent; ca-file trusts a certificate of your own")
        return false
    }

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
