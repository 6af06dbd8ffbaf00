// Webhooks into a folder instead of onto a wire, for the modes in which nobody outside is told. Never sends anything.

import ActionPlans
import Reminders

/// Writes each webhook into `FOLDER/webhooks` as a JSON file with its headers and body, unsigned.
public final class FolderCarrier: Carrier {
    private let folder: String
    private let renderer: Renderer
    private let workers = Workers(limit: 1) {}

    /// `folder` is made when the first webhook comes.
    public init(folder: String, renderer: Renderer) {
        self.folder = folder
        self.renderer = renderer
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        workers.run { [folder, renderer] thread in
            guard thread != nil else { return done(.closed) }
            done(Self.write(parcel, renderer, into: "\(folder)/webhooks"))
        }
    }

    public func close() { workers.close() }

    private static func write(_ parcel: Parcel, _ renderer: Renderer, into folder: String) -> AttemptReport {
        let name = "\(parcel.facts.date.seconds).\(parcel.facts.id).json"
        do {
            _ = try MailMessage.id(parcel.facts)
            try DurableFile.make(folder: "\(folder)/tmp")
            let text = request(parcel, renderer).pretty + "\n"
            try DurableFile.write(Array(text.utf8), name: name, aside: "\(folder)/tmp", folder: folder)
            let reply = Reply(code: 0, enhancedStatus: nil, text: "written")
            return AttemptReport(outcome: .accepted(reply), remote: "\(folder)/\(name)")
        } catch {
            return AttemptReport(outcome: .localFault("\(error)"), remote: "\(folder)/\(name)")
        }
    }

    private static func request(_ parcel: Parcel, _ renderer: Renderer) -> JSON {
        .object([
            ("endpoint", .text(parcel.facts.channel.endpoint)),
            (
                "headers",
                .object([
                    ("content-type", .string("application/json")),
                    ("webhook-id", .string("msg_\(parcel.facts.id)")),
                    ("webhook-timestamp", .string(String(parcel.at.seconds))),
                ])
            ),
            ("body", renderer.webhook(parcel.facts).json),
        ])
    }
}

extension Channel {
    /// The name of the webhook endpoint; nil for email.
    var endpoint: String? {
        if case .webhook(let endpoint) = self { endpoint } else { nil }
    }
}
