// The three parts of the United Kingdom that keep bank holidays of their own, by the names of the gov.uk feed.

/// Whose bank holidays a plan keeps.
public enum Division: String, Sendable, CaseIterable, Codable {
    case englandAndWales = "england-and-wales"
    case scotland
    case northernIreland = "northern-ireland"

    /// "England and Wales".
    public var name: String {
        switch self {
        case .englandAndWales: "England and Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        }
    }
}
