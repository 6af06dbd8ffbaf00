// Writes TZif files, right and wrong, field by field (RFC 9636 section 3).

struct TZifFile {
    var magic = Array("TZif".utf8)
    var version = UInt8(ascii: "2")
    var times: [Int64] = []
    var following: [UInt8] = []
    var types: [(offset: Int32, daylight: UInt8, name: UInt8)] = [(0, 0, 0)]
    var names = Array("UTC\0".utf8)
    var leaps = 0
    var indicators = 0
    /// In place of the counts that fit: UTC, standard, leaps, times, types, characters.
    var counts: [Int: UInt32] = [:]
    var footer: String? = ""

    /// The block in 32 bits, then, from version 2 on, the block in 64 bits and the footer.
    var bytes: [UInt8] {
        var bytes = block(timeWidth: 4)
        guard version != 0 else { return bytes }
        bytes += block(timeWidth: 8)
        if let footer { bytes += Array("\n\(footer)\n".utf8) }
        return bytes
    }

    private func block(timeWidth: Int) -> [UInt8] {
        let actual = [indicators, indicators, leaps, times.count, types.count, names.count]
        var bytes = magic + [version] + [UInt8](repeating: 0, count: 15)
        for (index, count) in actual.enumerated() { bytes += bigEndian(Int64(counts[index] ?? UInt32(count)), 4) }
        for time in times { bytes += bigEndian(time, timeWidth) }
        bytes += following
        for type in types { bytes += bigEndian(Int64(type.offset), 4) + [type.daylight, type.name] }
        bytes += names + [UInt8](repeating: 0, count: leaps * (timeWidth + 4) + 2 * indicators)
        return bytes
    }

    private func bigEndian(_ value: Int64, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
