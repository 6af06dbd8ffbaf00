// The form of a webhook's address. Whether its machine may be reached is checked when it is reached.
// Source: RFC 3986 section 3, narrowed: no user, no fragment, ASCII only.

enum EndpointURL {
    /// Whether it is http or https with a machine, perhaps a port from 1 to 65535, perhaps a path and a query.
    static func isWellFormed(_ text: String) -> Bool {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        guard !text.contains(where: { "#\"<>\\^`{|}".contains($0) }), let scheme = text.firstRange(of: "://"),
            ["http", "https"].contains(text[..<scheme.lowerBound].lowercased())
        else { return false }
        let authority = text[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        return isWellFormed(authority: String(authority))
    }

    /// Whether nothing but the machine and its port are named, as for a proxy. Only asked of what is well formed.
    static func hasPortAndNoPath(_ text: String) -> Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let rest = text[scheme.upperBound...]
        let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
        let port = authority.split(separator: "]").last?.split(separator: ":", omittingEmptySubsequences: false).last
        return !authority.contains { $0 == "/" || $0 == "?" } && authority.contains(":") && port.map(isPort) == true
    }

    private static func isWellFormed(authority: String) -> Bool {
        guard !authority.contains("@") else { return false }
        if authority.hasPrefix("[") {
            let parts = authority.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].contains(":"),
                parts[0].allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
            else { return false }
            return parts[1].isEmpty || parts[1].hasPrefix(":") && isPort(parts[1].dropFirst())
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first, !host.isEmpty, !host.hasPrefix("."),
            host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
        else { return false }
        return parts.count == 1 || isPort(parts[1])
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.allSatisfy(\.isNumber) && Int(text).map { (1...65_535).contains($0) } == true
    }
}
