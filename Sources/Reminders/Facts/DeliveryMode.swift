// What becomes of a message: the one setting that decides whether anybody is told.

/// The setting `delivery.mode`. Only `live` counts as told: what was recorded under another mode is planned again.
public enum DeliveryMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// Every message is written to a folder (mail as Maildir, webhooks as files) and goes no further.
    case folder
    /// All mail goes to the administrator, with the intended recipient in its first line; webhooks go to the folder.
    case rehearsal
    case live
}
