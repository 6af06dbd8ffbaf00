// An administrator's templates, read from a folder: the files that are there stand in for the built-in ones.

import Glibc

extension TemplateSet {
    /// The built-in templates with the `.txt` and `.html` files of a folder in place of those of the same name; other
    /// files are nothing to it. Throws, naming the path, where the folder or a file cannot be read.
    public init(folder: String) throws(CarrierFault) {
        var overrides: [String: String] = [:]
        for name in try Self.names(in: folder) { overrides[name] = try Self.text(of: "\(folder)/\(name)") }
        self.init(overrides: overrides)
    }

    private static func names(in folder: String) throws(CarrierFault) -> [String] {
        guard let entries = opendir(folder) else {
            throw CarrierFault(
                description: "\(folder): cannot read this folder of templates: \(SystemError.last); make it, or leave "
                    + "the setting templates out")
        }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let name = String(cString: start.assumingMemoryBound(to: CChar.self))
            if !name.hasPrefix("."), name.hasSuffix(".txt") || name.hasSuffix(".html") { names.append(name) }
        }
        return names.sorted()
    }

    private static func text(of path: String) throws(CarrierFault) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw CarrierFault(description: "\(path): cannot read this template: \(SystemError.last)")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &room, room.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                throw CarrierFault(description: "\(path): cannot read this template: \(SystemError.last)")
            }
            if count == 0 { break }
            bytes += room.prefix(count)
            guard bytes.count <= longest else {
                throw CarrierFault(description: "\(path): expected a template of at most 256 KiB, found a longer file")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw CarrierFault(description: "\(path): expected a template as UTF-8 text, found other bytes")
        }
        return text
    }

    private static let longest = 262_144
}
