import Foundation
import Glibc
import TestSupport
import Testing

@testable import Service

@Suite("What systemd hears")
struct NotificationTests {
    private static let path = FileManager.default.temporaryDirectory.path + "/n-\(UUID().uuidString.prefix(8))"

    @Test(
        "each notification is one datagram, to a path or an abstract name",
        arguments: ["\(path)", "@duewatch-test-\(getpid())"])
    func datagrams(_ name: String) throws {
        let socket = try NotifySocket(name: name)
        defer { unlink(name) }
        let notification = ServiceNotification(
            environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "7"], processID: 7)
        notification.ready()
        notification.status("delivery mode live")
        notification.beat()
        notification.reloading()
        notification.stopping()
        #expect(
            socket.received() == ["READY=1", "STATUS=delivery mode live", "WATCHDOG=1", "RELOADING=1", "STOPPING=1"])
    }

    @Test("a watchdog of another process is not fed")
    func otherProcess() throws {
        let name = "@duewatch-other-\(getpid())"
        let socket = try NotifySocket(name: name)
        let notification = ServiceNotification(
            environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "8"], processID: 7)
        notification.beat()
        notification.ready()
        #expect(socket.received() == ["READY=1"])
    }

    @Test(
        "it beats in half the time that the watchdog allows, a minute at most, a tenth of a second at least",
        arguments: [
            ("60000000", 30_000), ("1000000", 500), ("600000000", 60_000), ("1", 100), ("0", 60_000), ("-5", 60_000),
            ("soon", 60_000), (nil, 60_000),
        ] as [(String?, Int64)])
    func period(_ microseconds: String?, _ milliseconds: Int64) {
        let notification = ServiceNotification(
            environment: microseconds.map { ["WATCHDOG_USEC": $0] } ?? [:], processID: 7)
        #expect(notification.beatPeriod == milliseconds)
    }

    @Test("without a socket, or with one that cannot be, it says nothing and does no harm")
    func noSocket() {
        for name in ["", "/nowhere/at/all", String(repeating: "x", count: 200)] {
            ServiceNotification(environment: ["NOTIFY_SOCKET": name], processID: 7).ready()
        }
        ServiceNotification.silent.ready()
        #expect(ServiceNotification.silent.beatPeriod == nil)
    }
}
