// A mail relay that answers as it is told to, and remembers what it was told.

import Foundation
import Synchronization

final class ScriptedRelay: Sendable {
    /// What to do instead of the usual answer.
    enum Reaction: Sendable {
        case say(String)
        case silence
        case hangUp
    }

    struct Heard: Sendable {
        var commands: [String] = []
        var messages: [String] = []
    }

    private let server: LoopbackServer
    private let memory: Memory

    private final class Memory: Sendable {
        let heard = Mutex(Heard())
    }

    /// By verb, or "GREETING", or "." for the end of the body; usual answers for the rest.
    init(_ reactions: [String: Reaction] = [:], extensions: [String] = ["PIPELINING", "8BITMIME", "SIZE 1000000"])
        throws
    {
        let memory = Memory()
        self.memory = memory
        server = try LoopbackServer { connection in
            Self.converse(connection, reactions, extensions) { note in memory.heard.withLock { note(&$0) } }
        }
    }

    var port: Int { server.port }
    var connectionCount: Int { server.connectionCount }
    var heard: Heard { memory.heard.withLock { $0 } }
    func stop() { server.stop() }

    private static func converse(
        _ connection: Connection, _ reactions: [String: Reaction], _ extensions: [String],
        note: @Sendable (@Sendable (inout Heard) -> Void) -> Void
    ) {
        func react(_ verb: String, _ usual: String) -> Bool {
            switch reactions[verb] {
            case .say(let text): connection.say(text + "\r\n")
            case .silence:
                connection.fallSilent()
                return false
            case .hangUp: return false
            case nil: connection.say(usual + "\r\n")
            }
            return true
        }
        guard react("GREETING", "220 relay.example ESMTP") else { return }
        while let line = connection.line() {
            note { $0.commands.append(line) }
            let verb = String(line.prefix { $0 != " " && $0 != ":" }).uppercased()
            switch verb {
            case "EHLO":
                let lines = ["relay.example"] + extensions
                let usual = lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }
                guard react(verb, usual.joined(separator: "\r\n")) else { return }
            case "DATA":
                guard react(verb, "354 go on") else { return }
                if case .say(let text) = reactions[verb], !text.hasPrefix("354") { continue }
                var message = ""
                while let text = connection.line(), text != "." { message += text + "\r\n" }
                let whole = message
                note { $0.messages.append(whole) }
                guard react(".", "250 2.0.0 Ok: queued as 4F1A") else { return }
            case "AUTH":
                // LOGIN asks for the name and for the password, PLAIN for both at once.
                for _ in 0..<(line.uppercased().contains("LOGIN") ? 2 : 1) {
                    connection.say("334 \r\n")
                    let token = connection.line() ?? ""
                    note { $0.commands.append(token) }
                }
                guard react(verb, "235 2.7.0 welcome") else { return }
            case "QUIT":
                connection.say("221 bye\r\n")
                return
            default:
                guard react(verb, "250 2.1.0 Ok") else { return }
            }
        }
    }
}
