// One reply of a relay, as it came. Most are never asked for their words.
// Source: RFC 5321 section 4.2.

struct SMTPReply {
    let code: Int
    /// What stands behind the code, line by line.
    private var octets: [UInt8] = []
    private var ends: [Int] = []
    private static let (longest, most) = (600, 20)

    init(code: Int) { self.code = code }

    /// nil where it does not begin with three digits.
    static func code(of line: UnsafeRawBufferPointer) -> Int? {
        guard line.count >= 3 else { return nil }
        var code = 0
        for digit in line[..<3] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            code = code * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return code
    }

    /// Lines beyond the twentieth, and what is beyond 600 octets of one, are left out.
    mutating func add(_ line: Slice<UnsafeRawBufferPointer>) {
        guard ends.count < Self.most else { return }
        octets += line.prefix(Self.longest)
        ends.append(octets.count)
    }

    /// Fit to be shown.
    var lines: [String] {
        zip([0] + ends, ends).map { PlainLine.of(String(decoding: octets[$0..<$1], as: UTF8.self)) }
    }
}
