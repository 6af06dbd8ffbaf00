// Unpacks one entry piece by piece, so that a large part never stands in memory whole, and counts what comes out: a part
// that says one size and unpacks to another, or to far more than its packed size, is refused. Source: RFC 1951; zlib.

import CZlib

/// How much may still be unpacked from one file.
struct ExpansionAllowance {
    var bytes: Int
}

extension ZipArchive {
    /// Gives the unpacked bytes of an entry to `body`, at most 64 KiB at a time.
    func unpack(
        _ name: String, allowance: inout ExpansionAllowance,
        to body: (UnsafeBufferPointer<UInt8>) throws(DocumentError.Fault) -> Void
    ) throws(DocumentError.Fault) {
        guard let entry = entry(name) else { throw .damaged(part: name.quoted, why: "it is missing") }
        if entry.size > allowance.bytes { throw .expandsTooFar(part: name.quoted, limit: limits.expandedBytes) }
        var count = Unpacking(name: name, entry: entry, limits: limits)
        switch entry.method {
        case 0: try store(entry, &count, body)
        case 8: try inflate(entry, &count, body)
        default: throw .damaged(part: name.quoted, why: "it is packed in a way that is not read (\(entry.method))")
        }
        try count.finish()
        allowance.bytes -= entry.size
    }

    private func store(
        _ entry: Entry, _ count: inout Unpacking,
        _ body: (UnsafeBufferPointer<UInt8>) throws(DocumentError.Fault) -> Void
    ) throws(DocumentError.Fault) {
        for start in stride(from: entry.packed.lowerBound, to: entry.packed.upperBound, by: 65_536) {
            try count.add(Array(bytes[start..<min(start + 65_536, entry.packed.upperBound)]), body)
        }
    }

    private func inflate(
        _ entry: Entry, _ count: inout Unpacking,
        _ body: (UnsafeBufferPointer<UInt8>) throws(DocumentError.Fault) -> Void
    ) throws(DocumentError.Fault) {
        var stream = z_stream()
        guard duewatch_inflate_init_raw(&stream) == Z_OK else {
            throw .damaged(part: count.name.quoted, why: "there is no memory to unpack it")
        }
        defer { inflateEnd(&stream) }
        var packed = Array(bytes[entry.packed])
        var piece = [UInt8](repeating: 0, count: 65_536)
        var used = 0
        var status = Z_OK
        while status != Z_STREAM_END {
            let (free, left) = (piece.count, packed.count - used)
            var rest = left
            status = packed.withUnsafeMutableBufferPointer { input in
                piece.withUnsafeMutableBufferPointer { output in
                    stream.next_in = input.baseAddress.map { $0 + used }
                    stream.avail_in = UInt32(left)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(free)
                    let status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    rest = Int(stream.avail_in)
                    return status
                }
            }
            let made = free - Int(stream.avail_out)
            used = packed.count - rest
            guard status == Z_OK || status == Z_STREAM_END else {
                throw .damaged(part: count.name.quoted, why: "it cannot be unpacked")
            }
            if made == 0, status == Z_OK { throw .damaged(part: count.name.quoted, why: "it is cut off") }
            try count.add(Array(piece.prefix(made)), body)
        }
    }
}

/// What has come out of one entry so far.
private struct Unpacking {
    let name: String
    let entry: ZipArchive.Entry
    let limits: DocumentReader.Limits
    private var made = 0
    private var crc: UInt = 0

    init(name: String, entry: ZipArchive.Entry, limits: DocumentReader.Limits) {
        self.name = name
        self.entry = entry
        self.limits = limits
    }

    mutating func add(
        _ piece: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(DocumentError.Fault) -> Void
    ) throws(DocumentError.Fault) {
        made += piece.count
        if made > entry.size { throw .damaged(part: name.quoted, why: "it unpacks to more than it says") }
        if made > 1 << 20, made / max(1, entry.packed.count) > limits.ratio {
            throw .expandsTooFar(part: name.quoted, limit: limits.ratio * entry.packed.count)
        }
        var fault: DocumentError.Fault?
        piece.withUnsafeBufferPointer { buffer in
            crc = crc32(crc, buffer.baseAddress, UInt32(buffer.count))
            do throws(DocumentError.Fault) { try body(buffer) } catch { fault = error }
        }
        if let fault { throw fault }
    }

    func finish() throws(DocumentError.Fault) {
        if made != entry.size || UInt32(truncatingIfNeeded: crc) != entry.crc {
            throw .damaged(part: name.quoted, why: "what it unpacks to is not what was packed")
        }
    }
}
