// One event as a line of text, logfmt or JSON. Control characters never reach a terminal or break a line.

import ActionPlans
import CivilTime
import Logging

struct LogLine {
    let at: Instant
    let level: Logger.Level
    /// `message.accepted`: one name for each transition, or a sentence.
    let event: String
    let fields: [(key: String, value: String)]

    func text(colours: Bool) -> String {
        let level = level.rawValue.uppercased()
        let padded = level + String(repeating: " ", count: max(0, 8 - level.count))
        let shown = colours ? "\(colour)\(padded)\u{1B}[0m" : padded
        var line = "\(at.rfc3339) \(shown) \(safe(event))"
        add(to: &line)
        return line + "\n"
    }

    var logfmt: String {
        // Added to, not put together: a busy service writes thousands of lines a second.
        var line = "ts="
        line.reserveCapacity(320)
        line += at.rfc3339
        line += " level="
        line += level.rawValue
        line += " event="
        line += quoted(event)
        add(to: &line)
        line += "\n"
        return line
    }

    /// Control characters are written as JSON's escapes, and so kept.
    var json: String {
        let head: [(String, JSON)] = [
            ("ts", .string(at.rfc3339)), ("level", .string(level.rawValue)), ("event", .string(event)),
        ]
        return JSON.object(head + fields.map { ($0.key, .string($0.value)) }).description + "\n"
    }

    private func add(to line: inout String) {
        for (key, value) in fields {
            line += " "
            line += key
            line += "="
            line += quoted(value)
        }
    }

    private var colour: String {
        switch level {
        case .trace, .debug: "\u{1B}[2m"
        case .info, .notice: "\u{1B}[32m"
        case .warning: "\u{1B}[33m"
        case .error, .critical: "\u{1B}[31m"
        }
    }

    private func quoted(_ value: String) -> String {
        if !value.isEmpty, isBare(value) { return value }
        let plain =
            !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                isSafe($0) && $0 != " " && $0 != "\"" && $0 != "=" && $0 != "\\"
            }
        guard !plain else { return value }
        let escaped = value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(safe(escaped))\""
    }

    private func isBare(_ value: String) -> Bool {
        value.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isBare) } ?? value.utf8.allSatisfy(isBare)
    }

    /// Whether an octet needs no quotes round it: nearly no value has any other.
    private func isBare(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: "\\"): false
        default: (0x21...0x7E).contains(octet)
        }
    }

    private func safe(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isSafe($0) ? $0 : " " }))
    }

    /// Whether a terminal shows it where it stands: nothing that moves, colours, breaks or turns a line round.
    private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
        return switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        default: true
        }
    }
}
