// A rendered mail as the bytes of RFC 5322. Pure: the same facts and words give the same bytes, on every retry.
// Nothing that came from outside reaches a header unchecked: a line break or control character cannot get in.
// Sources: RFC 5322, RFC 2045 to 2047, RFC 3834 section 5 (Auto-Submitted), MS-OXCMAIL 2.1.3.2.20.

import CivilTime
import Reminders

/// Why a message cannot be written as mail.
public struct MailFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

public enum MailMessage {
    /// The whole message, lines ended by CRLF, every octet below 0x80, no line longer than RFC 5322 allows. Throws if
    /// the facts hold something that no header may carry, naming the fact.
    public static func bytes(_ facts: MessageFacts, _ rendered: RenderedMail) throws(MailFault) -> [UInt8] {
        let boundary = "=_duewatch_\(try id(facts))"
        var lines = try headers(facts, rendered, boundary: boundary)
        lines += [
            "", "--\(boundary)", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "",
        ]
        var bytes: [UInt8] = []
        let length = rendered.text.utf8.count + rendered.html.utf8.count
        bytes.reserveCapacity(length + length / 8 + 2_048)
        bytes += lines.joined(separator: "\r\n").utf8
        bytes += "\r\n".utf8
        QuotedPrintable.append(rendered.text, to: &bytes)
        // The line end before a boundary belongs to the boundary: the empty line keeps the text's own.
        lines = [
            "", "", "--\(boundary)", "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "", "",
        ]
        bytes += lines.joined(separator: "\r\n").utf8
        QuotedPrintable.append(rendered.html, to: &bytes)
        bytes += "\r\n\r\n--\(boundary)--\r\n".utf8
        return bytes
    }

    /// The address a fact holds, checked again.
    static func address(_ text: String?, of what: String) throws(MailFault) -> MailAddress {
        guard let text else { throw MailFault(description: "\(what): no mail address is known") }
        do {
            return try MailAddress(text)
        } catch {
            throw MailFault(description: "\(what): the address cannot be used: \(error)")
        }
    }

    private static func headers(
        _ facts: MessageFacts, _ rendered: RenderedMail, boundary: String
    ) throws(MailFault) -> [String] {
        let domain = try domain(facts)
        let thread = "<\(messageLocalPart(facts.thread))@\(domain)>"
        let lines: [[String]] = [
            ["Date: \(try date(facts))"],
            MailHeader.mailbox("From", facts.sender.name, try address(facts.sender.address, of: "sender")),
            MailHeader.mailbox("To", facts.recipient.name, try address(facts.recipient.address, of: "recipient")),
            MailHeader.mailbox("Reply-To", facts.sender.name, try address(facts.replyTo, of: "reply-to")),
            MailHeader.text("Subject", rendered.subject),
            MailHeader.folded("Message-ID", "<\(try id(facts))@\(domain)>"),
            MailHeader.folded("In-Reply-To", try answered(facts) ?? thread),
            MailHeader.folded("References", [thread, try answered(facts)].compactMap { $0 }),
            ["MIME-Version: 1.0", "Auto-Submitted: auto-generated"],
            ["X-Auto-Response-Suppress: OOF, AutoReply, DR, RN, NRN"],
            ["Content-Language: en-GB"],
            ["Content-Type: multipart/alternative;", " boundary=\"\(boundary)\""],
        ]
        return lines.flatMap { $0 }
    }

    /// The Message-ID of the mail that a correction corrects, as it was sent.
    private static func answered(_ facts: MessageFacts) throws(MailFault) -> String? {
        guard let correction = facts.correction else { return nil }
        return "<\(try id(correction.id))@\(try domain(correction.domain))>"
    }

    static func id(_ facts: MessageFacts) throws(MailFault) -> String { try id(facts.id) }

    private static func id(_ text: String) throws(MailFault) -> String {
        let isHex = text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard isHex, text.utf8.count == 32 else {
            throw MailFault(
                description: "id: expected 32 lower-case hex digits, found \"\(PlainLine.of(text, limit: 40))\"")
        }
        return text
    }

    private static func domain(_ facts: MessageFacts) throws(MailFault) -> String { try domain(facts.domain) }

    private static func domain(_ text: String) throws(MailFault) -> String {
        do {
            return try MailAddress("x@\(text)").domain
        } catch {
            throw MailFault(description: "message domain: \(error)")
        }
    }

    private static func date(_ facts: MessageFacts) throws(MailFault) -> String {
        guard !facts.dateHeader.isEmpty, facts.dateHeader.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw MailFault(description: "date: expected a date as RFC 5322 writes it")
        }
        return facts.dateHeader
    }

    /// A thread's name as the left part of a Message-ID: whatever may not stand there becomes a hyphen.
    static func messageLocalPart(_ thread: String) -> String {
        let atoms = thread.utf8.split(separator: UInt8(ascii: ".")).map { atom in
            String(decoding: atom.map { isAllowed($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
        }
        return atoms.isEmpty ? "thread" : atoms.joined(separator: ".")
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
