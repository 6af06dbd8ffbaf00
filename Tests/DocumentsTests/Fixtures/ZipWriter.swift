// Writes small ZIP archives for tests: entries stored as they are, or deflated through zlib. Source: APPNOTE.TXT 6.3.10.

import CZlib

struct ZipWriter {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// An archive of the named texts, in order.
    static func archive(_ entries: [(name: String, text: String)], deflated: Bool = true) -> [UInt8] {
        var writer = ZipWriter()
        for entry in entries { writer.add(entry.name, Array(entry.text.utf8), deflated: deflated) }
        return writer.finished
    }

    mutating func add(_ name: String, _ content: [UInt8], deflated: Bool = true, size: Int? = nil, flags: Int = 0) {
        let packed = deflated ? ZipWriter.deflate(content) : content
        let crc = UInt32(truncatingIfNeeded: crc32(0, content, UInt32(content.count)))
        let fields: [(Int, Int)] = [
            (20, 2), (flags, 2), (deflated ? 8 : 0, 2), (0, 4), (Int(crc), 4), (packed.count, 4),
            (size ?? content.count, 4), (name.utf8.count, 2), (0, 2),
        ]
        let start = bytes.count
        append(0x0403_4B50, 4, to: &bytes)
        for (value, length) in fields { append(value, length, to: &bytes) }
        bytes += Array(name.utf8) + packed
        append(0x0201_4B50, 4, to: &directory)
        append(20, 2, to: &directory)
        for (value, length) in fields { append(value, length, to: &directory) }
        for (value, length) in [(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)] { append(value, length, to: &directory) }
        directory += Array(name.utf8)
        count += 1
    }

    var finished: [UInt8] {
        var all = bytes + directory
        append(0x0605_4B50, 4, to: &all)
        for (value, length) in [
            (0, 2), (0, 2), (count, 2), (count, 2), (directory.count, 4), (bytes.count, 4), (0, 2),
        ] { append(value, length, to: &all) }
        return all
    }

    private func append(_ value: Int, _ length: Int, to bytes: inout [UInt8]) {
        for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
    }

    /// Raw deflate: what `compress2` writes, without the two bytes before and the four after it (RFC 1950).
    static func deflate(_ content: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(content.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        _ = compress2(&packed, &length, content, UInt(content.count), 9)
        return Array(packed[2..<(Int(length) - 4)])
    }
}
