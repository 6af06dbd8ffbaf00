// The bytes of a mail -> the delivery report in it. Never guesses: a mail without a machine's report is refused, and a
// person says with `--address` what it means. Sources: RFC 3464 section 2, RFC 6522 section 3.

public enum DeliveryReportReader {
    /// The report, wherever in the mail it stands, also in one that was forwarded as an attachment.
    ///
    /// - Throws: `NotAReport`, with what is missing and what to do.
    public static func report(in bytes: [UInt8]) throws(NotAReport) -> DeliveryReport {
        guard !bytes.isEmpty else {
            throw NotAReport(description: "it is empty: expected a mail with a delivery report")
        }
        var lines = TransferEncoding.lines(bytes)[...]
        // The first line of a mail from an mbox.
        if lines.first?.hasPrefix("From ") == true { lines.removeFirst() }
        var found = Found()
        found.look(at: MailPart(lines), depth: 0)
        guard !found.recipients.isEmpty else {
            let what =
                found.hasStatus
                ? "its delivery report names no recipient with an action such as failed"
                : "it has no part of the type message/delivery-status (RFC 3464)"
            throw NotAReport(
                description: "not a delivery report: \(what); if you can tell from its words which address it is "
                    + "about, use --address ADDRESS --because TEXT")
        }
        return DeliveryReport(recipients: found.recipients, ids: found.ids)
    }
}

/// What was found so far.
private struct Found {
    var recipients: [DeliveryReport.Recipient] = []
    var ids: [String] = []
    var hasStatus = false

    mutating func look(at part: MailPart, depth: Int) {
        // Where we sent it, and what its server calls it.
        for name in ["message-id", "x-original-message-id", "in-reply-to", "references", "original-message-id"] {
            for value in part.values(name) { take(value) }
        }
        guard depth < 8 else { return }
        switch part.type {
        case "message/delivery-status", "message/global-delivery-status": takeStatus(part.text[...])
        case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers",
            "message/global-headers":
            look(at: MailPart(part.text[...]), depth: depth + 1)
        default:
            for inner in part.parts { look(at: inner, depth: depth + 1) }
        }
    }

    private mutating func takeStatus(_ lines: ArraySlice<String>) {
        hasStatus = true
        for group in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }).prefix(200) {
            let fields = MailPart.fields(group)
            func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
            for name in ["original-envelope-id", "x-original-message-id"] { value(name).map { take($0) } }
            let word = value("action")?.split(whereSeparator: { !$0.isLetter }).first?.lowercased()
            guard let action = word.flatMap(DeliveryReport.Action.init(rawValue:)) else { continue }
            recipients.append(
                DeliveryReport.Recipient(
                    final: value("final-recipient").flatMap(Self.address),
                    original: value("original-recipient").flatMap(Self.address), action: action,
                    status: value("status").flatMap { Reply.enhancedStatus(in: $0) },
                    diagnostic: value("diagnostic-code").map(Self.words)))
        }
    }

    /// `rfc822; user@example.org`, the address in xtext where it is an original one.
    private static func address(_ value: String) -> String? {
        let text = value.split(separator: ";", maxSplits: 1).last.map { MailPart.trimmed($0) } ?? ""
        let plain = String(
            decoding: TransferEncoding.unescaped(Array(text.utf8)[...], by: UInt8(ascii: "+")), as: UTF8.self)
        // A plus before two hex digits may also be a plus in a name.
        for candidate in [text, plain] {
            let bare = candidate.filter { $0 != "<" && $0 != ">" }
            do {
                return try MailAddress(bare).description
            } catch {
                // No address of ours looks like that.
                continue
            }
        }
        return nil
    }

    /// A diagnostic without its type, on one line of at most 500 characters.
    private static func words(_ value: String) -> String {
        let text = value.lowercased().hasPrefix("smtp;") ? value.dropFirst("smtp;".count) : value[...]
        let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
        return String(plain.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(500))
    }

    /// Keeps each run of 32 lower-case hex digits, which is what our ids look like.
    private mutating func take(_ value: String) {
        let isHex: (UInt8) -> Bool = { (48...57).contains($0) || (97...102).contains($0) }
        for run in value.utf8.split(whereSeparator: { !isHex($0) }) where run.count == 32 && ids.count < 50 {
            let id = String(decoding: run, as: UTF8.self)
            if !ids.contains(id) { ids.append(id) }
        }
    }
}
