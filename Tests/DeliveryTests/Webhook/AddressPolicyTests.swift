import Foundation
import Glibc
import Reminders
import Testing

@testable import Delivery

@Suite("Where a webhook may go")
struct AddressPolicyTests {
    @Test(
        "addresses that lead inside are refused",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
            "127.255.0.1",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1",
            "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::7f00:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "::ffff:169.254.169.254", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fdff::1", "ff02::1",
            "64:ff9b::7f00:1",
            "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
            "5f00::1", "::ffff:0:127.0.0.1", "::ffff:0:a01:203", "100:0:0:1::1", "2001:2::1", "2001:10::1",
            "2001:1ff::1",
        ])
    func refused(_ text: String) {
        #expect(AddressPolicy.refusal(forText: text) != nil)
        #expect(Self.bySocketAddress(text) == AddressPolicy.refusal(forText: text))
    }

    @Test(
        "public addresses are let through, also beside the refused",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
            "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0",
            "192.167.255.255",
            "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "2001:4860:4860::8888",
            "2606:4700::1111", "2001:200::1", "100:0:0:2::1", "2003::1", "fbff::1", "64:ff9c::1", "101::1", "3ffe::1",
        ])
    func allowed(_ text: String) {
        #expect(AddressPolicy.refusal(forText: text) == nil)
        #expect(Self.bySocketAddress(text) == nil)
    }

    @Test("the manual names every range that is refused")
    func manual() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let page = try String(contentsOf: root.appending(path: "docs/delivery.md"), encoding: .utf8)
        let words = Set(page.split { " ,;\n".contains($0) }.map(String.init))
        for range in AddressPolicy.deniedRanges { #expect(words.contains(range.text), "\(range)") }
    }

    @Test("every range of the deny list can be read", arguments: AddressPolicy.deniedRanges.map(\.text))
    func ranges(_ text: String) throws {
        let range = try #require(AddressRange(text))
        #expect(AddressPolicy.refusal(ofBytes: range.bytes) != nil)
    }

    @Test(
        "what is allowed by its network may be reached, in the clothes of IPv6 too, and nothing beside it",
        arguments: [
            ("10.1.0.0/16", "10.1.2.3", true), ("10.1.0.0/16", "::ffff:10.1.2.3", true),
            ("10.1.0.0/16", "10.2.0.1", false), ("10.1.0.0/16", "::ffff:10.2.0.1", false),
            ("10.1.0.0/16", "64:ff9b::a01:203", false), ("10.1.0.0/16", "2002:a01:203::1", false),
            ("10.1.0.0/16", "::10.1.2.3", false), ("10.1.2.3", "10.1.2.3", true), ("10.1.2.3", "10.1.2.4", false),
            ("fd00:1::/32", "fd00:1::5", true), ("fd00:1::/32", "fd00:2::5", false),
            ("64:ff9b::/96", "64:ff9b::808:808", true), ("127.0.0.0/8", "127.0.0.1", true),
            ("127.0.0.0/8", "::1", false), ("10.1.0.0/16", "169.254.169.254", false),
        ])
    func allowList(_ allowed: String, _ address: String, _ isGood: Bool) throws {
        let range = try #require(AddressRange(allowed))
        #expect((AddressPolicy.refusal(forText: address, allowing: [range]) == nil) == isGood)
    }

    @Test(
        "networks and machines are told apart, and nothing else is either",
        arguments: [
            ("10.1.0.0/16", "range"), ("10.1.2.3", "range"), ("fd00::/8", "range"), ("::1", "range"),
            ("::ffff:0:0/96", "none"), ("::ffff:10.0.0.1", "none"), ("10.1.0.1/16", "none"), ("10.1.0.0/33", "none"),
            ("10.1.0.0/", "none"), ("10.1/16", "none"), ("010.1.0.0/16", "none"), ("0x7f.0.0.1", "none"),
            ("1:2:3", "none"), ("1::2::3", "none"), ("cases.internal", "host"), ("Cases", "host"),
            ("2130706433", "none"),
            ("a b", "none"), ("a\r\nb", "none"), ("", "none"), ("*.internal", "none"), ("a..b", "none"),
        ])
    func peers(_ text: String, _ wanted: String) {
        switch AllowedPeer(text) {
        case .range: #expect(wanted == "range")
        case .host(let name): #expect(wanted == "host" && name == text.lowercased())
        case nil: #expect(wanted == "none")
        }
    }

    @Test("what is no address is refused", arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "0x7f000001", "[::1]"])
    func unknown(_ text: String) { #expect(AddressPolicy.refusal(forText: text) != nil) }

    @Test("a scope does not hide a link-local address")
    func scope() { #expect(AddressPolicy.refusal(forText: "fe80::1%eth0") != nil) }

    @Test("a socket address of another family or too few bytes is refused")
    func badSockets() {
        let short: [UInt8] = [2, 0, 0, 80]
        #expect(short.withUnsafeBytes { AddressPolicy.refusal(for: $0) } != nil)
        let unix: [UInt8] = [1] + Array(repeating: 0, count: 60)
        #expect(unix.withUnsafeBytes { AddressPolicy.refusal(for: $0) } != nil)
        #expect([UInt8]().withUnsafeBytes { AddressPolicy.refusal(for: $0) } != nil)
    }

    private static func bySocketAddress(_ text: String) -> String? {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        if inet_pton(AF_INET, text, &four.sin_addr) == 1 {
            return withUnsafeBytes(of: &four) { AddressPolicy.refusal(for: $0) }
        }
        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        guard inet_pton(AF_INET6, text, &six.sin6_addr) == 1 else { return "not an address" }
        return withUnsafeBytes(of: &six) { AddressPolicy.refusal(for: $0) }
    }
}
