// Where this program lies: what comes with it is looked for near it.

import Glibc

enum Executable {
    /// Absolute, symbolic links followed; empty where /proc is not mounted.
    static let path: String = {
        guard let real = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(real) }
        return String(cString: real)
    }()
}
