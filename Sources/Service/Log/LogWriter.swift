// The log as ops read it: one event a line on standard error, one write(2) a line, so that a pipe shows it at once.
// Takes its time from the service's clock. No mail address gets through it above debug level.

import CivilTime
import Configuration
import Glibc
import Logging

/// A log handler that writes lines in one of three formats.
public struct LogWriter: LogHandler {
    public enum Format: Sendable {
        /// For people: time, level, event, fields.
        case text(colours: Bool)
        case logfmt
        case json
    }

    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let format: Format
    private let clock: any ServiceClock
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes one whole line with its end; the default writes to standard error.
    public init(
        format: Format, level: Logger.Level, clock: any ServiceClock,
        write: @escaping @Sendable (String) -> Void = LogWriter.writeToStandardError
    ) {
        self.format = format
        self.logLevel = level
        self.clock = clock
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let fields = (metadata.isEmpty ? event.metadata ?? [:] : metadata.merging(event.metadata ?? [:]) { $1 })
            .map { (key: $0.key, value: shown($0.value.description, at: event.level)) }
            .sorted { $0.key < $1.key }
        let line = LogLine(
            at: clock.now, level: event.level, event: shown(event.message.description, at: event.level), fields: fields)
        switch format {
        case .text(let colours): write(line.text(colours: colours))
        case .logfmt: write(line.logfmt)
        case .json: write(line.json)
        }
    }

    private func shown(_ text: String, at level: Logger.Level) -> String {
        level > .debug ? Redaction.withoutAddresses(text) : text
    }

    @Sendable public static func writeToStandardError(_ line: String) {
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

extension LogWriter.Format {
    /// What a setting means for a stream: `auto` is text on a terminal and logfmt elsewhere.
    public init(_ setting: LogSettings.Format, isTerminal: Bool) {
        switch setting {
        case .auto: self = isTerminal ? .text(colours: true) : .logfmt
        case .text: self = .text(colours: isTerminal)
        case .logfmt: self = .logfmt
        case .json: self = .json
        }
    }
}
