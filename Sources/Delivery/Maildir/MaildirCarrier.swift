// Mail into a folder instead of onto a wire: real files that any mail program opens. Never sends anything.
// Source: https://cr.yp.to/proto/maildir.html

import Glibc
import Reminders

/// Writes each mail into a Maildir. A repeated try finds the file of the first and writes no second one.
public final class MaildirCarrier: Carrier {
    private let folder: String
    private let renderer: Renderer
    private let workers = Workers(limit: 1) {}

    /// `folder` is made, with `tmp`, `new` and `cur`, when the first mail comes.
    public init(folder: String, renderer: Renderer) {
        self.folder = folder
        self.renderer = renderer
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        workers.run { [folder, renderer] thread in
            guard thread != nil else { return done(.closed) }
            done(Self.write(parcel, renderer, into: folder))
        }
    }

    public func close() { workers.close() }

    private static func write(_ parcel: Parcel, _ renderer: Renderer, into folder: String) -> AttemptReport {
        let rendered = renderer.mail(parcel.facts)
        // The first attempt's Date and the message's id: the same on every try.
        let name = "\(parcel.facts.date.seconds).\(parcel.facts.id).duewatch"
        let path = "\(folder)/new/\(name)"
        do {
            let bytes = try MailMessage.bytes(parcel.facts, rendered)
            for part in ["tmp", "new", "cur"] { try DurableFile.make(folder: "\(folder)/\(part)") }
            if !wasRead(name, in: "\(folder)/cur") {
                try DurableFile.write(bytes, name: name, aside: "\(folder)/tmp", folder: "\(folder)/new")
            }
            let reply = Reply(code: 0, enhancedStatus: nil, text: "written")
            return AttemptReport(outcome: .accepted(reply), remote: path, renderFault: rendered.fault)
        } catch {
            return AttemptReport(outcome: .localFault("\(error)"), remote: path, renderFault: rendered.fault)
        }
    }

    /// Whether a mail program has moved this file to `cur`, where it carries flags after its name.
    private static func wasRead(_ name: String, in folder: String) -> Bool {
        guard let entries = opendir(folder) else { return false }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let found = String(cString: start.assumingMemoryBound(to: CChar.self))
            if found == name || found.hasPrefix("\(name):") { return true }
        }
        return false
    }
}

extension AttemptReport {
    /// For what had not begun when its carrier was closed.
    static let closed = AttemptReport(outcome: .notBegun("the service is stopping"))
}
