// Which machine this is, so that a register that wakes on another one is paused.
// Source: machine-id(5).

import FoundationEssentials

enum MachineID {
    /// The id of this machine; nil on a system that keeps none, where a change of machines goes unnoticed.
    ///
    /// - Throws: where the file is there and cannot be read.
    static func read(path: String = "/etc/machine-id") throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let id = text.split(whereSeparator: \.isWhitespace).first.map(String.init)
        return id == "uninitialized" ? nil : id
    }
}
