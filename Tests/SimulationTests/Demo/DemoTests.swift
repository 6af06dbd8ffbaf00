import CivilTime
import Configuration
import Foundation
import Logging
import Register
import Synchronization
import Testing

@testable import Simulation

@Suite("The demo", .serialized)
struct DemoTests {
    private static let first = Result { try Play() }

    /// One play, and what it printed.
    private struct Play {
        let scratch: Scratch
        let lines: [String]
        let log = LogLines()

        init() throws {
            scratch = try Scratch()
            let root = URL(filePath: Bench.shippedHolidays).deletingLastPathComponent().deletingLastPathComponent()
            var printed: [String] = []
            let demo = Demo(
                folder: scratch.path, executable: root.path + "/.build/release/duewatch", colours: false,
                write: { printed += $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) })
            demo.log = log.logger(VirtualClock(from: start, until: start))
            try demo.run()
            lines = printed
        }

        var mails: [String: Data] { get throws { try scratch.files(in: "\(scratch.path)/mail/new") } }

        func number(_ label: String) -> Int? {
            lines.first { $0.contains(label) }?.split(separator: " ").last.flatMap { Int($0) }
        }
    }

    @Test("it tells of leads, delays, an escalation, an answer, an extension and a check-in, in at most 80 columns")
    func timeline() throws {
        let play = try Self.first.get()
        // Without the line breaks of the page.
        let text = play.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        for words in [
            "due today", "working days late", "up to the deputy", "up to the manager", " done", "needs until",
            "is it still being done?", "as nobody holds the post",
        ] {
            #expect(text.contains(words), "the timeline lacks \"\(words)\"")
        }
        let wide = play.lines.filter { $0.count > 80 && !$0.contains(play.scratch.path) }
        #expect(wide.isEmpty, "\(wide)")

        let mails = try play.mails
        #expect(mails.count >= 20)
        #expect(play.number("mails in the Maildir") == mails.count)
        #expect((play.number("webhooks accepted") ?? 0) > 0)
        #expect(play.number("webhooks with a bad signature") == 0)
        #expect(text.contains("sound"))

        // No address of anybody in the log, which is full of events.
        #expect(play.log.all.count > 50)
        #expect(!play.log.all.contains { $0.contains("@") })
        #expect(!play.log.all.contains { $0.contains("level=error") || $0.contains("level=critical") })
    }

    @Test("two plays of the same plan give the same mail, byte for byte")
    func repeatable() throws {
        let (first, second) = (try Self.first.get().mails, try Play().mails)
        #expect(first.count >= 20)
        #expect(first.keys.sorted() == second.keys.sorted())
        #expect(first == second)
    }
}
