// A webhook receiver that gives one answer to everything, and remembers the requests.

import Foundation
import Synchronization

final class ScriptedEndpoint: Sendable {
    struct Request: Sendable {
        let line: String
        /// Names in lower case.
        let headers: [String: String]
        let body: [UInt8]
    }

    private let server: LoopbackServer
    private let memory: Memory

    private final class Memory: Sendable {
        let requests = Mutex<[Request]>([])
    }

    /// The answer as it goes over the wire; nil for silence.
    init(_ answer: String?) throws {
        let memory = Memory()
        self.memory = memory
        server = try LoopbackServer { connection in
            while let request = Self.request(connection) {
                memory.requests.withLock { $0.append(request) }
                guard let answer else { return connection.fallSilent() }
                connection.say(answer)
            }
        }
    }

    static func answer(_ status: Int, headers: [String] = [], body: String = "ok") -> String {
        (["HTTP/1.1 \(status) Reason", "Content-Length: \(body.utf8.count)"] + headers + ["", body]).joined(
            separator: "\r\n")
    }

    var port: Int { server.port }
    var connectionCount: Int { server.connectionCount }
    var requests: [Request] { memory.requests.withLock { $0 } }
    func stop() { server.stop() }

    private static func request(_ connection: Connection) -> Request? {
        guard let first = connection.line() else { return nil }
        var headers: [String: String] = [:]
        while let line = connection.line(), !line.isEmpty {
            let name = line.prefix { $0 != ":" }
            headers[name.lowercased()] = line.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
        }
        return Request(line: first, headers: headers, body: connection.bytes(Int(headers["content-length"] ?? "") ?? 0))
    }
}
