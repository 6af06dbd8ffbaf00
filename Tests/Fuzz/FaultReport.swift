// What is said when an input brings the reader down: a signal handler may only write, so the line is prepared before.

import Glibc

/// Keeps the line that a crash, a trap or a hang will print.
enum FaultReport {
    /// Fixed memory, because a handler must not allocate. Only the main thread touches it.
    private nonisolated(unsafe) static let line = UnsafeMutablePointer<CChar>.allocate(capacity: 256)
    private nonisolated(unsafe) static var length = 0
    /// No input of a few kilobytes takes longer than this, in seconds.
    private static let longest: UInt32 = 10

    static func begin() {
        for fault in [SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGTRAP, SIGALRM] {
            signal(fault) { _ in
                _ = write(STDERR_FILENO, FaultReport.line, FaultReport.length)
                _exit(1)
            }
        }
    }

    /// Called before each input.
    static func expect(_ text: String) {
        let bytes = text.utf8.prefix(255)
        for (index, byte) in bytes.enumerated() { line[index] = CChar(bitPattern: byte) }
        length = bytes.count
        alarm(longest)
    }

    static func end() { alarm(0) }
}
