// Which addresses a webhook may not go to: those that lead into the machine or the network it stands in, so that an
// endpoint's name can never be turned against it. Asked of the address in use, at connect and before each request.
// Sources: RFC 6890 and its registries; RFC 6052 (64:ff9b::/96); RFC 4291 (mapped addresses); RFC 7915 (translated ones).

import Glibc
import Reminders

enum AddressPolicy {
    /// The bytes of a socket address in network order, 4 or 16 of them; nil for one of no known kind.
    static func bytes(of address: UnsafeRawBufferPointer) -> [UInt8]? {
        guard address.count >= MemoryLayout<sa_family_t>.size else { return nil }
        switch Int32(address.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where address.count >= MemoryLayout<sockaddr_in>.size: return Array(address[4..<8])
        case AF_INET6 where address.count >= MemoryLayout<sockaddr_in6>.size: return Array(address[8..<24])
        default: return nil
        }
    }

    /// Why a socket address is refused; nil if a webhook may go there.
    static func refusal(for address: UnsafeRawBufferPointer, allowing allowed: [AddressRange] = []) -> String? {
        bytes(of: address).map { refusal(ofBytes: $0, allowing: allowed) } ?? Self.unknown
    }

    /// Why an address in its usual text is refused, "192.0.2.1" or "2001:db8::1"; nil if a webhook may go there.
    static func refusal(forText text: String, allowing allowed: [AddressRange] = []) -> String? {
        let bare = text.split(separator: "%", maxSplits: 1).first.map(String.init) ?? ""
        return AddressRange.bytes(of: bare).map { refusal(ofBytes: $0, allowing: allowed) } ?? Self.unknown
    }

    /// `bytes` in network order, 4 or 16 of them. What is allowed is so in the very form in which it is named, or as an
    /// IPv4 address in the clothes of IPv6 (`::ffff:`), which reaches the same machine.
    static func refusal(ofBytes bytes: [UInt8], allowing allowed: [AddressRange] = []) -> String? {
        if bytes.count == 16, bytes.starts(with: mapped) {
            return refusal(ofBytes: Array(bytes[12...]), allowing: allowed)
        }
        guard !allowed.contains(where: { $0.holds(bytes) }) else { return nil }
        return denied.first { $0.range.holds(bytes) }?.name
    }

    private static let unknown = "an address of no known kind"
    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

    /// A test holds that each of them can be read.
    static let deniedRanges: [(text: String, name: String)] = [
        ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a carrier's shared address"), ("127.0.0.0/8", "this machine"),
        ("169.254.0.0/16", "a link-local address"), ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a protocol's address"), ("192.0.2.0/24", "an address for documents"),
        ("192.88.99.0/24", "a 6to4 relay"), ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "a benchmark's address"), ("198.51.100.0/24", "an address for documents"),
        ("203.0.113.0/24", "an address for documents"), ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/96", "this machine, or an old way to write an IPv4 address"), ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a site-local address"), ("fc00::/7", "a private address"), ("ff00::/8", "a multicast address"),
        ("64:ff9b::/96", "a translated IPv4 address"), ("64:ff9b:1::/48", "a translated IPv4 address"),
        ("::ffff:0:0:0/96", "a translated IPv4 address"), ("100::/64", "a discard address"),
        ("100:0:0:1::/64", "an address for nobody"), ("2001::/32", "a Teredo address"),
        ("2001::/23", "a protocol's address"),
        ("2001:db8::/32", "an address for documents"), ("2002::/16", "a 6to4 address"),
        ("3fff::/20", "an address for documents"), ("5f00::/16", "a segment-routing address"),
    ]

    private static let denied: [(range: AddressRange, name: String)] = deniedRanges.compactMap { text, name in
        AddressRange(text).map { ($0, name) }
    }
}

/// Which peers one endpoint's requests may reach.
struct PeerPolicy: Sendable {
    private let allowsAll: Bool
    private let ranges: [AddressRange]

    /// The peer is the endpoint's machine, or that of its proxy. A machine that is allowed by its name may have any
    /// address; naming a proxy alone allows nothing.
    init(_ endpoint: Endpoint, connectingTo url: WebhookURL) {
        allowsAll = endpoint.allowsPrivateAddresses || endpoint.allowed.contains(.host(url.host.lowercased()))
        ranges = endpoint.allowed.compactMap { if case .range(let range) = $0 { range } else { nil } }
    }

    func refusal(for address: UnsafeRawBufferPointer) -> String? {
        allowsAll ? nil : AddressPolicy.refusal(for: address, allowing: ranges)
    }

    func refusal(forText text: String) -> String? {
        allowsAll ? nil : AddressPolicy.refusal(forText: text, allowing: ranges)
    }
}
