// What the operating system says went wrong, in its own words.

import Glibc

enum SystemError {
    /// The words for the last failed call on this thread: "No space left on device".
    static var last: String { words(errno) }

    static func words(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
        return buffer.withUnsafeBufferPointer { words in words.baseAddress.map { String(cString: $0) } ?? "" }
    }
}
