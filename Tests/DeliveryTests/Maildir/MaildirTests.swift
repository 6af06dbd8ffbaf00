import CivilTime
import Delivery
import Foundation
import Reminders
import Testing

@Suite("Mail and webhooks in a folder")
struct MaildirTests {
    @Test("a mail lies whole in new, and nothing is left in tmp")
    func writes() async throws {
        let folder = try TemporaryFolder()
        let carrier = MaildirCarrier(folder: folder.path + "/deep/mail", renderer: Renderer())
        defer { carrier.close() }
        let report = await carrier.report(Fixtures.escalation)
        #expect(report.outcome == .accepted(Reply(code: 0, enhancedStatus: nil, text: "written")))
        let name = "1715931000.\(Fixtures.id).duewatch"
        #expect(try folder.files("deep/mail/new") == [name])
        #expect(try folder.files("deep/mail/tmp").isEmpty)
        #expect(report.remote == "\(folder.path)/deep/mail/new/\(name)")
        let bytes = try Data(contentsOf: URL(filePath: report.remote ?? ""))
        #expect(Array(bytes) == (try MailMessage.bytes(Fixtures.escalation, Renderer().mail(Fixtures.escalation))))
        let mode = try FileManager.default.attributesOfItem(atPath: report.remote ?? "")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("a second try leaves one file, also when a mail program has moved the first")
    func repeats() async throws {
        let folder = try TemporaryFolder()
        let carrier = MaildirCarrier(folder: folder.path, renderer: Renderer())
        defer { carrier.close() }
        _ = await carrier.report(Fixtures.escalation)
        _ = await carrier.report(Fixtures.escalation, attempt: 2)
        let name = try #require(try folder.files("new").first)
        #expect(try folder.files("new").count == 1)
        try FileManager.default.moveItem(atPath: "\(folder.path)/new/\(name)", toPath: "\(folder.path)/cur/\(name):2,S")
        let report = await carrier.report(Fixtures.escalation, attempt: 3)
        #expect(report.outcome == .accepted(Reply(code: 0, enhancedStatus: nil, text: "written")))
        #expect(try folder.files("new").isEmpty)
        #expect(try folder.files("cur") == ["\(name):2,S"])
    }

    @Test("a folder that cannot be made is a local fault with its path and the reason")
    func localFault() async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Data(), as: "file")
        let carrier = MaildirCarrier(folder: file + "/mail", renderer: Renderer())
        defer { carrier.close() }
        guard case .localFault(let why) = await carrier.report(Fixtures.escalation).outcome else {
            Issue.record("expected a local fault")
            return
        }
        #expect(why.contains(file) && why.contains("Not a directory"))
    }

    @Test(
        "a full disk is a local fault, and no half file is left",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() async throws {
        let folder = try TemporaryFolder()
        for part in ["tmp", "new", "cur"] {
            try FileManager.default.createDirectory(atPath: "\(folder.path)/\(part)", withIntermediateDirectories: true)
        }
        let name = "1715931000.\(Fixtures.id).duewatch"
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/tmp/\(name)", withDestinationPath: "/dev/full")
        let carrier = MaildirCarrier(folder: folder.path, renderer: Renderer())
        defer { carrier.close() }
        guard case .localFault(let why) = await carrier.report(Fixtures.escalation).outcome else {
            Issue.record("expected a local fault")
            return
        }
        #expect(why.contains("No space left on device"))
        #expect(try folder.files("new").isEmpty)
        #expect(try folder.files("tmp").isEmpty)
    }

    @Test("an address that no mail may carry is a local fault")
    func badAddress() async throws {
        let folder = try TemporaryFolder()
        let carrier = MaildirCarrier(folder: folder.path, renderer: Renderer())
        defer { carrier.close() }
        let facts = Fixtures.message([], kind: .test, recipient: Party(person: nil, name: "A", address: nil))
        #expect(await carrier.report(facts).outcome == .localFault("recipient: no mail address is known"))
    }

    @Test("a webhook lies beside them as JSON, unsigned")
    func webhooks() async throws {
        let folder = try TemporaryFolder()
        let carrier = FolderCarrier(folder: folder.path, renderer: Renderer())
        defer { carrier.close() }
        let facts = Fixtures.message([Fixtures.entry(.overdue)], channel: .webhook(endpoint: "board"))
        let report = await carrier.report(facts)
        let file = try Data(contentsOf: URL(filePath: report.remote ?? ""))
        let read = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
        #expect(read["endpoint"] as? String == "board")
        let headers = try #require(read["headers"] as? [String: String])
        #expect(headers["webhook-id"] == "msg_\(Fixtures.id)")
        #expect(headers["webhook-timestamp"] == "1715931000")
        #expect(headers["webhook-signature"] == nil)
        #expect((read["body"] as? [String: Any])?["type"] as? String == "reminder.overdue")
    }

    @Test("after close every send reports that it was not sent")
    func closed() async throws {
        let folder = try TemporaryFolder()
        let carrier = MaildirCarrier(folder: folder.path, renderer: Renderer())
        carrier.close()
        #expect(await carrier.report(Fixtures.escalation).outcome == .notBegun("the service is stopping"))
    }
}

extension Carrier {
    /// Sends and waits for the report.
    func report(_ facts: MessageFacts, attempt: Int = 1, at: Instant = Fixtures.date) async -> AttemptReport {
        await withCheckedContinuation { continuation in
            send(Parcel(facts: facts, attempt: attempt, at: at)) { continuation.resume(returning: $0) }
        }
    }
}
