// Which addresses a webhook may not go to: those that lead into the machine or the network it stands in, so that an
// endpoint's name can never be turned against it. Asked of the address in use, at connect and before each request.
// Sources: RFC 6890 and its registries; RFC 6052 (64:ff9b::/96); RFC 4291 (mapped addresses).

import Glibc

enum AddressPolicy {
    /// Why a socket address is refused; nil if a webhook may go there.
    static func refusal(for address: UnsafeRawBufferPointer) -> String? {
        guard address.count >= MemoryLayout<sa_family_t>.size else { return "an address of no known kind" }
        switch Int32(address.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where address.count >= MemoryLayout<sockaddr_in>.size:
            return refusal(ofBytes: Array(address[4..<8]))
        case AF_INET6 where address.count >= MemoryLayout<sockaddr_in6>.size:
            return refusal(ofBytes: Array(address[8..<24]))
        default:
            return "an address of no known kind"
        }
    }

    /// Why an address in its usual text is refused, "192.0.2.1" or "2001:db8::1"; nil if a webhook may go there.
    static func refusal(forText text: String) -> String? {
        let bare = text.split(separator: "%", maxSplits: 1).first.map(String.init) ?? ""
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, bare, &four) == 1 { return refusal(ofBytes: four) }
        var sixteen = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET6, bare, &sixteen) == 1 { return refusal(ofBytes: sixteen) }
        return "an address of no known kind"
    }

    /// `bytes` in network order, 4 or 16 of them.
    static func refusal(ofBytes bytes: [UInt8]) -> String? {
        if bytes.count == 4 { return denied4.first { $0.holds(bytes) }?.name }
        if bytes.starts(with: mapped) { return refusal(ofBytes: Array(bytes[12...])) }
        return denied6.first { $0.holds(bytes) }?.name
    }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

    private static let denied4: [Network] = [
        Network([0], 8, "this network"), Network([10], 8, "a private address"),
        Network([100, 64], 10, "a carrier's shared address"), Network([127], 8, "this machine"),
        Network([169, 254], 16, "a link-local address"), Network([172, 16], 12, "a private address"),
        Network([192, 0, 0], 24, "a protocol's address"), Network([192, 0, 2], 24, "an address for documents"),
        Network([192, 88, 99], 24, "a 6to4 relay"), Network([192, 168], 16, "a private address"),
        Network([198, 18], 15, "a benchmark's address"), Network([198, 51, 100], 24, "an address for documents"),
        Network([203, 0, 113], 24, "an address for documents"), Network([224], 4, "a multicast address"),
        Network([240], 4, "a reserved address"),
    ]

    private static let denied6: [Network] = [
        Network([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 96, "this machine, or an old way to write an IPv4 address"),
        Network([0xFE, 0x80], 10, "a link-local address"), Network([0xFE, 0xC0], 10, "a site-local address"),
        Network([0xFC], 7, "a private address"), Network([0xFF], 8, "a multicast address"),
        Network([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96, "a translated IPv4 address"),
        Network([0x00, 0x64, 0xFF, 0x9B, 0, 1], 48, "a translated IPv4 address"),
        Network([0x01, 0, 0, 0, 0, 0, 0, 0], 64, "a discard address"),
        Network([0x20, 0x01, 0, 0], 32, "a Teredo address"),
        Network([0x20, 0x01, 0x0D, 0xB8], 32, "an address for documents"),
        Network([0x20, 0x02], 16, "a 6to4 address"), Network([0x3F, 0xFF], 20, "an address for documents"),
        Network([0x5F, 0x00], 16, "a segment-routing address"),
    ]
}

/// The addresses that begin with the same bits.
private struct Network {
    let prefix: [UInt8]
    let bits: Int
    let name: String

    init(_ prefix: [UInt8], _ bits: Int, _ name: String) {
        self.prefix = prefix
        self.bits = bits
        self.name = name
    }

    func holds(_ address: [UInt8]) -> Bool {
        (0..<(bits + 7) / 8).allSatisfy { place in
            let shared = min(8, bits - place * 8)
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> shared)
            let wanted = place < prefix.count ? prefix[place] : 0
            return address[place] & mask == wanted & mask
        }
    }
}
