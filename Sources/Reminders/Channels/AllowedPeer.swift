// A machine or network inside that a webhook may go to all the same.

public enum AllowedPeer: Hashable, Sendable {
    /// The name of a machine in lower case, whatever address it has.
    case host(String)
    case range(AddressRange)

    /// Reads `cases.internal`, `10.1.0.0/16`, `10.1.2.3` or `fd00::/8`; nil for anything else.
    public init?(_ text: String) {
        if let range = AddressRange(text) {
            self = .range(range)
        } else if Self.isHostName(text) {
            self = .host(text.lowercased())
        } else {
            return nil
        }
    }

    /// Labels of letters, digits and hyphens; the last has a letter in it, or it would be half an address.
    private static func isHostName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, labels.last?.contains(where: { $0.isLetter }) == true else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { byte in
                    switch Unicode.Scalar(byte) {
                    case "a"..."z", "A"..."Z", "0"..."9", "-": true
                    default: false
                    }
                }
        }
    }
}
