// The syntax of a mail address, checked before anything that could carry it onto a wire sees it.
// RFC 5321 4.1.2 and 4.5.3.1, narrowed to dot-atoms; what needs SMTPUTF8 or quoting is refused, saying so.

/// An address of the form `local@domain`, ASCII, with a local part of at most 64 octets, and 254 in all.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    public let local: String
    /// Lower case.
    public let domain: String

    public var description: String { "\(local)@\(domain)" }

    public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case empty, noAt, tooLong, notASCII, badLocalPart, badDomain

        public var description: String {
            switch self {
            case .empty: "the address is empty"
            case .noAt: "expected one @ between a name and a domain, as in name@example.org"
            case .tooLong: "the name before the @ may have 64 characters, the whole address 254"
            case .notASCII:
                "only unaccented letters can be used: mail servers take others by SMTPUTF8 alone, which is not sent; an "
                    + "internationalised domain is written as xn--..."
            case .badLocalPart:
                "the name before the @ may hold letters, digits, dots between them, and !#$%&'*+-/=?^_`{|}~"
            case .badDomain:
                "the domain must be labels of letters, digits and hyphens joined by dots, and not an IP address"
            }
        }
    }

    public init(_ text: String) throws(Fault) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notASCII }
        let octets = text.utf8
        guard let at = octets.firstIndex(of: UInt8(ascii: "@")), case let rest = octets.index(after: at),
            !octets[rest...].contains(UInt8(ascii: "@"))
        else { throw .noAt }
        let local = String(text[..<at])
        let domain = text[rest...].lowercased()
        guard local.utf8.count <= 64, text.utf8.count <= 254 else { throw .tooLong }
        guard Self.isDotAtom(local) else { throw .badLocalPart }
        guard Self.isHostName(domain) else { throw .badDomain }
        self.local = local
        self.domain = domain
    }

    /// Whether this address is in one of the domains, or in a domain below one of them; an empty list allows all.
    public func isAllowed(in domains: [String]) -> Bool {
        domains.isEmpty
            || domains.contains { allowed in
                domain == allowed.lowercased() || domain.hasSuffix(".\(allowed.lowercased())")
            }
    }

    private static func isDotAtom(_ text: String) -> Bool {
        text.utf8.split(separator: dot, omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || isSymbol($0) }
        }
    }

    private static func isHostName(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: dot, omittingEmptySubsequences: false)
        // All digits at the end would be an IP address, which needs brackets.
        guard labels.last?.contains(where: { !isDigit($0) }) == true else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
        }
    }

    private static let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// One of !#$%&'*+-/=?^_`{|}~
    private static func isSymbol(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
