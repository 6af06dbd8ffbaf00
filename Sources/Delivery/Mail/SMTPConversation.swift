// What was said in one transfer: the body that the relay took from us, and its replies. libcurl's own code for the
// last reply is not enough: it has no words, and does not tell whether the body was given whole.
// Source: RFC 5321 section 4.2; RFC 2034 (enhanced status codes).

import Reminders

/// Handed to libcurl's callbacks for the time of one transfer.
final class SMTPConversation {
    private let body: [UInt8]
    private var given = 0
    private var replies: [SMTPReply] = []
    private var isComplete = true
    /// The relay said that it wants the body.
    private(set) var wasAskedForBody = false

    init(body: [UInt8]) { self.body = body }

    /// Whether libcurl took the last octet: from then on the message may arrive.
    var gaveBody: Bool { wasAskedForBody && given == body.count }

    var hasReply: Bool { !replies.isEmpty }

    /// The mechanisms of the relay's last AUTH line, in upper case. Source: RFC 4954 section 3.
    var offeredLogins: Set<String> {
        let line = replies.flatMap(\.lines).map { $0.uppercased() }.last { $0.hasPrefix("AUTH ") }
        return Set(line?.split(separator: " ").dropFirst().map(String.init) ?? [])
    }

    /// Whether the relay has answered anything but welcome, goodbye and what it offers: a login, then, or a refusal.
    var hasLoginReply: Bool { replies.contains { ![220, 221, 250].contains($0.code) } }

    /// The last reply with this code. libcurl names the code, because the reply to its own QUIT comes last of all.
    func reply(_ code: Int) -> Reply {
        let text = replies.last { $0.code == code }?.lines.joined(separator: " ") ?? ""
        return Reply(
            code: code, enhancedStatus: Reply.enhancedStatus(in: text), text: String(PlainLine.of(text).prefix(500)))
    }

    /// Whether a reply of this code came after the relay had asked for the body.
    func hasAnswered(_ code: Int) -> Bool {
        guard let asked = replies.lastIndex(where: { $0.code == 354 }) else { return false }
        return replies[asked...].dropFirst().contains { $0.code == code }
    }

    /// The next octets of the body.
    func give(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, body.count - given)
        room.copyBytes(from: body[given..<given + count])
        given += count
        return count
    }

    /// One line of a reply, `250-SIZE` or `250 2.0.0 Ok`.
    func take(line: UnsafeRawBufferPointer) {
        guard let number = SMTPReply.code(of: line) else { return }
        if isComplete || number != replies.last?.code { replies.append(SMTPReply(code: number)) }
        isComplete = line.count == 3 || line[3] != UInt8(ascii: "-")
        if number == 354 { wasAskedForBody = true }
        replies[replies.count - 1].add(line.dropFirst(4))
    }
}
