import CivilTime
import Configuration
import Logging
import Synchronization
import Testing

@testable import Service

@Suite("A line of the log")
struct LogTests {
    private let now = Instant(milliseconds: 1_772_438_400_000)

    private func line(_ value: String, level: Logger.Level = .info) -> LogLine {
        LogLine(at: now, level: level, event: "message.accepted", fields: [("because", value)])
    }

    @Test(
        "quotes what would be read as something else, and lets no control character through",
        arguments: [
            ("a plain word stands as it is", "450", "450"),
            ("an empty value is visible", "", #""""#),
            ("spaces are quoted", "two words", #""two words""#),
            ("an equals sign is quoted", "a=b", #""a=b""#),
            ("a quotation mark is escaped", #"say "no""#, #""say \"no\"""#),
            ("a backslash is escaped", #"C:\"#, #""C:\\""#),
            ("a line feed cannot begin a line of its own", "a\nlevel=critical", #""a level=critical""#),
            ("an escape cannot colour a terminal", "a\u{1B}[31m", #""a [31m""#),
            ("a C1 control is one as well", "a\u{9B}31m", #""a 31m""#),
            ("a line separator breaks no line", "a\u{2028}b", #""a b""#),
            ("an override cannot turn the text round", "a\u{202E}b", #""a b""#),
            ("other letters are themselves", "Siân", "Siân"),
        ])
    func logfmt(_ sentence: String, _ value: String, _ shown: String) {
        let text = line(value).logfmt
        #expect(text == "ts=\(now.rfc3339) level=info event=message.accepted because=\(shown)\n", "\(sentence)")
    }

    @Test("JSON escapes control characters and keeps them")
    func json() {
        #expect(
            line("a\n\u{1B}\"").json
                == #"{"ts": "\#(now.rfc3339)", "level": "info", "event": "message.accepted", "because": "a\n\u001b\""}"#
                + "\n")
    }

    @Test(
        "text is coloured by level on a terminal only",
        arguments: [(Logger.Level.info, "32"), (.warning, "33"), (.error, "31"), (.critical, "31"), (.debug, "2")])
    func colours(_ level: Logger.Level, _ code: String) {
        #expect(line("x", level: level).text(colours: true).contains("\u{1B}[\(code)m"))
        #expect(!line("x", level: level).text(colours: false).contains("\u{1B}"))
    }

    @Test("the event stands in the same column at every level")
    func columns() {
        let places = Logger.Level.allCases.map { level in
            let text = line("x", level: level).text(colours: false)
            return text.distance(
                from: text.startIndex, to: text.firstRange(of: "message.")?.lowerBound ?? text.endIndex)
        }
        #expect(Set(places).count == 1)
    }

    @Test(
        "an address is taken out above debug level, wherever it stands",
        arguments: [
            ("alone", "bob@example.org", "(address)"),
            ("in angle brackets", "<bob@example.org>: no such user", "<(address)>: no such user"),
            ("in quotes", #"found "bob@example.org", expected"#, #"found "(address)", expected"#),
            ("with a plus and dots", "to b.o+b@a.example.org, later", "to (address), later"),
            ("a lone @ is none", "at @ noon", "at @ noon"),
            ("nor is an abstract socket", "@systemd", "@systemd"),
        ])
    func redaction(_ sentence: String, _ text: String, _ shown: String) {
        #expect(Redaction.withoutAddresses(text) == shown, "\(sentence)")
    }

    @Test("a logger writes an address at debug level, and at no level above it")
    func levels() {
        let lines = Mutex([String]())
        for level in Logger.Level.allCases {
            let logger = Logger(label: "test") { _ in
                LogWriter(format: .logfmt, level: .trace, clock: SystemClock()) { line in
                    lines.withLock { $0.append("\(level) \(line)") }
                }
            }
            logger.log(level: level, "to bob@example.org", metadata: ["who": "bob@example.org"])
        }
        let shown = lines.withLock { $0 }.filter { $0.contains("bob@") }.compactMap { $0.split(separator: " ").first }
        #expect(shown == ["trace", "debug"])
    }

    @Test(
        "auto is text with colours on a terminal and logfmt elsewhere",
        arguments: [
            (LogSettings.Format.auto, true, "text true"), (.auto, false, "logfmt"), (.text, false, "text false"),
            (.json, true, "json"), (.logfmt, true, "logfmt"),
        ])
    func formats(_ setting: LogSettings.Format, _ isTerminal: Bool, _ expected: String) {
        let found =
            switch LogWriter.Format(setting, isTerminal: isTerminal) {
            case .text(let colours): "text \(colours)"
            case .logfmt: "logfmt"
            case .json: "json"
            }
        #expect(found == expected)
    }
}
