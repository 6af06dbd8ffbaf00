// A folder that lives as long as its test, and a register in it.

import Foundation
import Glibc
import Register

final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/simulation-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
    }

    func store(_ name: String = "register.sqlite") throws -> Store {
        try Store.open(
            at: "\(path)/\(name)", as: .service, command: "serve", at: start, identity: .fixed, patience: 2)
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// Name and bytes of each file of a folder.
    func files(in folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
    }
}

/// The write lock of a register, as another process would hold it.
final class ForeignLock: @unchecked Sendable {
    // Unchecked: taken and released on the engine's thread, by appointments.
    private let path: String
    private var descriptor: Int32 = -1

    init(ofRegister path: String) { self.path = path + ".lock" }

    func take() {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        _ = flock(descriptor, LOCK_EX)
    }

    func release() { _ = close(descriptor) }
}
