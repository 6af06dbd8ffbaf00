// One step under a recommendation, and the target dates that it was found to have.

/// One step under a recommendation: a lettered part, a bullet, or a paragraph.
public struct ActionDraft: Hashable, Sendable {
    /// The letter ("a"), the bullet ("bullet 1"), or nil for a paragraph.
    public var label: String?
    /// The words from its beginning to where the next action begins.
    public var text: String
    /// The owners that the document ties to it, as printed.
    public var owners: [String]
    /// The statements it means; empty while the pairing is unclear, or where it surely has none.
    public var targetDates: [StatementReference]
    public var pairing: Pairing

    public init(label: String?, text: String, owners: [String], targetDates: [StatementReference], pairing: Pairing) {
        self.label = label
        self.text = text
        self.owners = owners
        self.targetDates = targetDates
        self.pairing = pairing
    }
}
