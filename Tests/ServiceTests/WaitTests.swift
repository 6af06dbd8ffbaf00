import CivilTime
import Foundation
import Testing

@testable import Service

@Suite("Waiting, and the files that are watched")
struct WaitTests {
    @Test("what is in the inbox ends a wait at once, in the order it came")
    func waiting() {
        let inbox = Inbox()
        inbox.put(.nudge)
        inbox.put(.reload)
        let clock = SystemClock()
        let events = clock.wait(for: inbox, until: .distantFuture, inFlight: 0)
        #expect(events.map { "\($0)" } == ["nudge", "reload"])
        #expect(clock.wait(for: inbox, until: .distantPast, inFlight: 0).isEmpty, "and a wait into the past is none")
    }

    @Test("an event from another thread wakes the one that waits")
    func wakes() {
        let inbox = Inbox()
        Threads.start { inbox.put(.stop) }
        #expect(inbox.take(waitingAtMost: 60_000).map { "\($0)" } == ["stop"])
    }

    @Test("a file counts as changed when it is written, replaced, removed or made, and once each time")
    func watchedFiles() throws {
        let path = FileManager.default.temporaryDirectory.path + "/watched-\(UUID().uuidString)"
        defer { unlink(path) }
        var watched = WatchedFiles([path])
        #expect(watched.changed().isEmpty)
        for step in ["made", "written again"] {
            try Data(step.utf8).write(to: URL(filePath: path))
            #expect(watched.changed() == [path], "\(step)")
            #expect(watched.changed().isEmpty)
        }
        try Data("replaced with!".utf8).write(to: URL(filePath: path), options: .atomic)
        #expect(watched.changed() == [path])
        try FileManager.default.removeItem(atPath: path)
        #expect(watched.changed() == [path])
    }
}
