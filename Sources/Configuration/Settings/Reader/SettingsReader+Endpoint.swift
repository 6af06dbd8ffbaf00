// What an endpoint is told, how it knows us, and which way leads there.

import Reminders

extension SettingsReader {
    /// `auth: {bearer-credential: NAME}` or `auth: {header: X-Api-Key, value-credential: NAME}`
    func authentication(in endpoint: Section) -> EndpointAuthentication? {
        let keys = ["bearer-file", "bearer-credential", "header", "value-file", "value-credential"]
        guard let section = endpoint.section("auth", keys: keys) else { return nil }
        let bearer = section.secret("bearer")
        let value = section.secret("value")
        let header = section.value(
            "header", expecting: "the name of a header that is not set otherwise, such as X-Api-Key",
            reading: { EndpointAuthentication.isHeaderName($0) ? $0 : nil })
        let isGiven = { (name: String) in !section.isAbsent("\(name)-file") || !section.isAbsent("\(name)-credential") }
        switch (isGiven("bearer"), !section.isAbsent("header"), isGiven("value")) {
        case (true, false, false): return bearer.map { .bearer($0) }
        case (false, true, true):
            guard let header, let value else { return nil }
            return .header(name: header, value: value)
        default:
            findings.error(
                at: endpoint.place(of: "auth"), expected: "bearer-credential alone, or header and value-credential",
                found: section.names.isEmpty ? "nothing" : section.names.sorted().joined(separator: ", "))
        }
        return nil
    }

    /// Reminders, where nothing is said.
    func events(in endpoint: Section) -> Set<EndpointEvent> {
        let words = EndpointEvent.allCases.map(\.rawValue)
        let expected = "a list of \(listed(words))"
        guard let elements = endpoint.elements("events", expecting: expected) else { return [.reminders] }
        let events = elements.compactMap { node, place -> EndpointEvent? in
            if case .scalar(let scalar) = node, let event = EndpointEvent(rawValue: scalar.string) { return event }
            let hint =
                if case .scalar(let scalar) = node { MistakenWord.hint(for: scalar.string, in: words) } else {
                    nil as String?
                }
            findings.error(at: place, expected: listed(words), found: node.shown, hint: hint)
            return nil
        }
        if elements.isEmpty {
            findings.error(at: endpoint.place(of: "events"), expected: expected, found: "an empty list")
        }
        return Set(events)
    }

    /// Where a person reads more: an https address with `{reference}` in it.
    func link(in endpoint: Section) -> String? {
        endpoint.value(
            "link", expecting: "an address that begins with https:// and has {reference} in it",
            reading: { text in
                guard text.contains("{reference}") else { return nil }
                let plain = text.replacing("{reference}", with: "x")
                return EndpointURL.isWellFormed(plain) && plain.lowercased().hasPrefix("https://") ? text : nil
            })
    }

    func allowed(in endpoint: Section) -> [AllowedPeer] {
        let expected = "a list of networks and machines, such as [10.1.0.0/16, cases.internal]"
        return (endpoint.elements("allow", expecting: expected) ?? []).compactMap { node, place in
            if case .scalar(let scalar) = node, let peer = AllowedPeer(scalar.string) {
                warn(ofWide: peer, at: place)
                return peer
            }
            findings.error(
                at: place,
                expected: "a network such as 10.1.0.0/16 with no bit set behind it, an address, or the name "
                    + "of a machine", found: node.shown)
            return nil
        }
    }

    private func warn(ofWide peer: AllowedPeer, at place: Place) {
        guard case .range(let range) = peer, range.bits < 8 else { return }
        findings.warning(
            at: place, expected: "a narrower network", found: range.description.quoted,
            hint: "this is as good as allow-private-addresses: true")
    }

    /// A machine and a port, reached in the clear or by TLS; requests go through it in a tunnel.
    func proxy(in endpoint: Section) -> String? {
        endpoint.value(
            "proxy", expecting: "http:// or https://, a machine and a port, such as http://proxy.internal:3128",
            isSecret: true,
            hint: { $0.contains("@") ? "a name or password cannot stand in it" : nil },
            reading: { text in
                let isProxy = EndpointURL.isWellFormed(text) && EndpointURL.hasPortAndNoPath(text)
                return isProxy ? text : nil
            })
    }
}
