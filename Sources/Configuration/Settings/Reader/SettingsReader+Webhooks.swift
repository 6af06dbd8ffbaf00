// The webhook endpoints, by names that owners files refer to.

import Reminders

extension SettingsReader {
    /// By name, ascending.
    func endpoints() -> [Endpoint] {
        guard let section = root.names(under: "webhooks") else { return [] }
        return section.names.sorted().compactMap { endpoint($0, in: section) }
    }

    private func endpoint(_ name: String, in webhooks: Section) -> Endpoint? {
        guard SettingsReader.isName(name) else {
            findings.error(
                at: webhooks.place(of: name), expected: "a name of small letters, digits and hyphens",
                found: name.quoted)
            return nil
        }
        let keys = [
            "url", "secret-file", "secret-credential", "previous-secret-file", "previous-secret-credential",
            "auth", "events", "thin", "link", "allow-http", "allow-private-addresses", "allow", "proxy", "timeout",
            "ca-file", "verify-tls",
        ]
        guard let section = webhooks.section(name, keys: keys) else {
            if webhooks.isAbsent(name) {
                findings.error(at: webhooks.place(of: name), expected: "url and secret-file", found: "nothing")
            }
            return nil
        }
        let allowsPlainHTTP = section.flag("allow-http") ?? false
        let allowsPrivateAddresses = section.flag("allow-private-addresses") ?? false
        section.require("url", expecting: "an address that begins with https://")
        let url = url(in: section, allowingPlainHTTP: allowsPlainHTTP)
        let authentication = authentication(in: section)
        let secrets = secrets(in: section, isNeeded: section.isAbsent("auth"))
        let (events, isThin, link) = (events(in: section), section.flag("thin") ?? false, link(in: section))
        let (allowed, proxy) = (allowed(in: section), proxy(in: section))
        let verifiesTLS = section.verifiesTLS()
        warn(allowsPlainHTTP: allowsPlainHTTP, allowsPrivateAddresses: allowsPrivateAddresses, in: section)
        let timeout = section.value("timeout", expecting: "seconds from 1s to 120s, such as 20s") { text -> Int? in
            guard text.hasSuffix("s"), let seconds = Int(text.dropLast()), text.first != "+" else { return nil }
            return (1...120).contains(seconds) ? seconds : nil
        }
        let caFile = section.path("ca-file", from: folder)
        guard let url, let secrets else { return nil }
        return Endpoint(
            name: name, url: url, secrets: secrets, authentication: authentication, allowsPlainHTTP: allowsPlainHTTP,
            allowsPrivateAddresses: allowsPrivateAddresses, allowed: allowed, proxy: proxy,
            timeoutSeconds: timeout ?? 20, caFile: caFile, verifiesTLS: verifiesTLS, events: events, isThin: isThin,
            link: link)
    }

    private func secrets(in section: Section, isNeeded: Bool) -> [SecretSource]? {
        if isNeeded, section.isAbsent("secret-file"), section.isAbsent("secret-credential") {
            findings.error(
                at: section.place(of: "secret-file"), expected: "secret-file or secret-credential", found: "neither",
                hint: "receivers check the signature that is made with it")
        }
        let previous = section.secret("previous-secret")
        let secret = section.secret("secret")
        if !isNeeded, secret == nil, previous != nil {
            section.require("secret-file", expecting: "secret-file or secret-credential beside the previous one")
        }
        guard isNeeded || !section.isAbsent("secret-file") || !section.isAbsent("secret-credential") else { return [] }
        return secret.map { [$0] + (previous.map { [$0] } ?? []) }
    }

    private func warn(allowsPlainHTTP: Bool, allowsPrivateAddresses: Bool, in section: Section) {
        if allowsPlainHTTP {
            findings.warning(
                at: section.place(of: "allow-http"), expected: "false", found: "true",
                hint: "names and recommendations may cross the network in the clear")
        }
        if allowsPrivateAddresses {
            findings.warning(
                at: section.place(of: "allow-private-addresses"), expected: "false", found: "true",
                hint: "the endpoint may be any machine of the internal network")
        }
    }

    private func url(in section: Section, allowingPlainHTTP: Bool) -> String? {
        let expected =
            allowingPlainHTTP
            ? "an address that begins with https:// or http://" : "an address that begins with https://"
        let isPlain = { (text: String) in text.lowercased().hasPrefix("http://") }
        return section.value(
            "url", expecting: expected, isSecret: true,
            hint: { text in
                if isPlain(text), !allowingPlainHTTP { return "allow-http: true would permit http://" }
                if text.contains("@") { return "a name or password cannot stand in it" }
                return "a machine, a path and perhaps a query, without spaces and without #"
            },
            reading: { text in
                EndpointURL.isWellFormed(text) && (allowingPlainHTTP || !isPlain(text)) ? text : nil
            })
    }

    /// Whether this can name something in the settings: 1 to 40 small letters, digits and hyphens.
    static func isName(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "0"..."9", "-": true
            default: false
            }
        }
        return isPlain && (1...40).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    }
}
