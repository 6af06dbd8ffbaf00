// Reads what a program writes until it stops or has written too much.

import Glibc

/// The reading of a program's two pipes.
struct Drain {
    private(set) var outputBytes: [UInt8] = []
    private(set) var errorBytes: [UInt8] = []
    private let output: Int32
    private let errors: Int32
    private let limit: Int
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(output: Int32, errors: Int32, limit: Int) {
        self.output = output
        self.errors = errors
        self.limit = limit
    }

    /// Reads to the end of both pipes; false where the output went beyond its limit, or could not be waited for.
    mutating func run() -> Bool {
        var waiting = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while waiting[0].fd >= 0 || waiting[1].fd >= 0 {
            if poll(&waiting, nfds_t(waiting.count), -1) < 0 {
                if errno == EINTR { continue }
                return false
            }
            for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                if !take(from: waiting[index].fd) { waiting[index].fd = -1 }
            }
            if outputBytes.count > limit { return false }
        }
        return true
    }

    /// Reads once; false at the end of the pipe.
    private mutating func take(from file: Int32) -> Bool {
        let count = read(file, &buffer, buffer.count)
        if count < 0 { return errno == EINTR }
        if file == output {
            outputBytes.append(contentsOf: buffer[..<count])
        } else if errorBytes.count < 4_096 {
            errorBytes.append(contentsOf: buffer[..<min(count, 4_096)])
        }
        return count > 0
    }
}
