// The settings that decide whether anybody is told, and who must never be.

import Reminders

extension SettingsReader {
    struct Delivery {
        let mode: DeliveryMode?
        let folder: String
        let allowedDomains: [String]
    }

    func delivery() -> Delivery {
        let whole = "folder, rehearsal or live"
        let advice = "say \"mode: folder\" to try things out: everything is written to a folder and nobody is told"
        guard let section = root.section("delivery", keys: ["mode", "folder", "allowed-domains"]) else {
            if root.isAbsent("delivery") {
                findings.error(
                    at: root.place(of: "delivery").key("mode"), expected: whole, found: "nothing", hint: advice)
            }
            return Delivery(mode: nil, folder: Self.standardFolder, allowedDomains: [])
        }
        section.require("mode", expecting: whole, hint: advice)
        let mode = section.choice("mode", DeliveryMode.self)
        let domains = allowedDomains(section)
        if mode == .live, domains.isEmpty, section.isAbsent("allowed-domains") {
            findings.warning(
                at: section.place(of: "allowed-domains"), expected: "the domains that owners have addresses in",
                found: "nothing", hint: "a mistyped address may send a reminder to anybody in the world")
        }
        return Delivery(
            mode: mode, folder: section.path("folder", from: folder) ?? Self.standardFolder, allowedDomains: domains)
    }

    private func allowedDomains(_ section: Section) -> [String] {
        let expected = "a domain such as example.gov.uk; those below it are allowed with it"
        let elements = section.elements("allowed-domains", expecting: "a list of domains") ?? []
        return elements.compactMap { node, place -> String? in
            guard case .scalar(let scalar) = node, let domain = Self.domain(scalar.string) else {
                findings.error(at: place, expected: expected, found: node.shown)
                return nil
            }
            return domain
        }
    }

    private static func domain(_ text: String) -> String? {
        do {
            return try MailAddress("postmaster@\(text)").domain
        } catch {
            return nil
        }
    }

    private static let standardFolder = "/var/lib/duewatch/mail"

    func administrator() -> Administrator? {
        if root.isAbsent("administrator") {
            findings.error(
                at: root.place(of: "administrator"), expected: "name and email of the person who answers for this",
                found: "nothing", hint: "what concerns nobody else is sent there")
        }
        return administrator(in: root)
    }

    /// The one of the installation or of a plan; nil where none is named.
    func administrator(in parent: Section) -> Administrator? {
        guard let section = parent.section("administrator", keys: ["name", "email", "deputy"]) else { return nil }
        let first = contact(section, "the administrator's")
        let deputy = section.section("deputy", keys: ["name", "email"]).flatMap { contact($0, "the deputy's") }
        guard let first else { return nil }
        return Administrator(
            name: first.name, email: first.email,
            deputy: deputy.map { Administrator.Deputy(name: $0.name, email: $0.email) })
    }

    private func contact(_ section: Section, _ whose: String) -> (name: String, email: String)? {
        section.require("name", expecting: "\(whose) name")
        section.require("email", expecting: "\(whose) mail address")
        let name = section.line("name", expecting: "\(whose) name")
        guard let email = section.address("email", allowing: allowedDomains), let name else { return nil }
        return (name, email.description)
    }
}

extension Section {
    /// A mail address in one of the domains.
    func address(_ key: String, allowing domains: [String] = []) -> MailAddress? {
        guard let text = value(key, expecting: "a mail address", reading: { $0 }) else { return nil }
        do {
            let address = try MailAddress(text)
            guard !address.isAllowed(in: domains) else { return address }
            findings.error(
                at: place(of: key), expected: "an address in \(listed(domains))", found: text.quoted,
                hint: MistakenWord.hint(for: address.domain, in: domains)
                    ?? "delivery.allowed-domains says who may be written to")
        } catch {
            findings.error(at: place(of: key), expected: "a mail address", found: text.quoted, hint: "\(error)")
        }
        return nil
    }
}
