// Reads a secret from the place that the configuration names. Errors name the path, never what lies there.
// Source: systemd.exec(5), "Credentials".

import Glibc
import Reminders

/// Why a secret could not be had.
public struct SecretFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension SecretSource {
    /// The secret in that file, without one line end after it; at most 64 KiB of UTF-8, and not empty.
    /// `environment` is where `$CREDENTIALS_DIRECTORY` is looked up.
    public func read(environment: [String: String]) throws(SecretFault) -> Secret {
        let path = try path(environment: environment)
        var bytes = try Self.bytes(at: path)
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else {
            throw SecretFault(description: "\(path): expected a secret, found an empty file; write it there")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw SecretFault(description: "\(path): expected a secret as UTF-8 text, found other bytes")
        }
        return Secret(text)
    }

    private func path(environment: [String: String]) throws(SecretFault) -> String {
        switch self {
        case .file(let path):
            return path
        case .credential(let name):
            guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
                throw SecretFault(
                    description: "credential \"\(name)\": expected the name of a file in $CREDENTIALS_DIRECTORY")
            }
            guard let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else {
                throw SecretFault(
                    description: "credential \"\(name)\": $CREDENTIALS_DIRECTORY is not set; run under systemd with "
                        + "LoadCredential=\(name):PATH, or name a file instead")
            }
            return "\(folder)/\(name)"
        }
    }

    private static func bytes(at path: String) throws(SecretFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SecretFault(description: "\(path): cannot read the secret: \(SystemError.last)")
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { room in
                Glibc.read(descriptor, room.baseAddress.map { $0 + filled }, room.count - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                throw SecretFault(description: "\(path): cannot read the secret: \(SystemError.last)")
            }
            if count == 0 { break }
            filled += count
        }
        guard filled <= limit else {
            throw SecretFault(description: "\(path): expected a secret of at most 64 KiB, found a longer file")
        }
        return Array(bytes.prefix(filled))
    }

    private static let limit = 65_536
}
