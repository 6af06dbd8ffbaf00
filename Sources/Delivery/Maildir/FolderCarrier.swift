import Reminders

/// Writes each webhook into `FOLDER/webhooks` as a JSON file with its headers and body, unsigned.
public final class FolderCarrier: Carrier {
    private let folder: String
    private let renderer: Renderer

    public init(folder: String, renderer: Renderer) {
        self.folder = folder
        self.renderer = renderer
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        done(AttemptReport(outcome: .localFault("not built")))
    }

    public func close() {}
}
