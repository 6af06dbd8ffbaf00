// What the service logged, as logfmt lines.

import Logging
import Service
import Synchronization

final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    func logger(_ clock: any ServiceClock, level: Logger.Level = .info) -> Logger {
        Logger(label: "test") { _ in
            LogWriter(format: .logfmt, level: level, clock: clock) { line in self.kept.withLock { $0.append(line) } }
        }
    }

    var all: [String] { kept.withLock { $0 } }

    /// Those of one event.
    func of(_ event: String) -> [String] {
        all.filter { $0.contains(" event=\(event) ") || $0.contains(" event=\(event)\n") }
    }
}
