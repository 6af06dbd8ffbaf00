// What passes for a mail address, and everything that must never reach a wire.

import Testing

@testable import Reminders

@Suite("A mail address")
struct MailAddressTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let text: String
        let fault: MailAddress.Fault?

        init(_ sentence: String, _ text: String, _ fault: MailAddress.Fault?) {
            (self.sentence, self.text, self.fault) = (sentence, text, fault)
        }

        var testDescription: String { sentence }
    }

    private static let label = String(repeating: "d", count: 61)
    /// 189 characters.
    private static let longDomain = "\(label).\(label).\(label).org"

    static let cases: [Case] = [
        Case("a plain address", "ada@example.gov.uk", nil),
        Case("dots, a plus sign and an apostrophe in the name", "ada.o'neil+plans@example.gov.uk", nil),
        Case("every symbol of a dot-atom", "!#$%&'*+-/=?^_`{|}~@example.org", nil),
        Case("an internationalised domain in its ASCII form", "ada@xn--bcher-kva.example", nil),
        Case("a host name without dots, as on a loopback relay", "ada@localhost", nil),
        Case("64 characters before the @", String(repeating: "a", count: 64) + "@example.org", nil),
        Case("65 characters before the @", String(repeating: "a", count: 65) + "@example.org", .tooLong),
        Case("254 characters in all", String(repeating: "a", count: 64) + "@" + longDomain, nil),
        Case("255 characters in all", String(repeating: "a", count: 64) + "@" + longDomain + "g", .tooLong),
        Case("nothing", "", .empty),
        Case("no @", "ada.example.org", .noAt),
        Case("two @", "ada@home@example.org", .noAt),
        Case("nothing before the @", "@example.org", .badLocalPart),
        Case("nothing after the @", "ada@", .badDomain),
        Case("a dot in front", ".ada@example.org", .badLocalPart),
        Case("a dot at the end of the name", "ada.@example.org", .badLocalPart),
        Case("two dots together", "ada..b@example.org", .badLocalPart),
        Case("a dot at the end of the domain", "ada@example.org.", .badDomain),
        Case("a label that starts with a hyphen", "ada@-example.org", .badDomain),
        Case("a label that ends with a hyphen", "ada@example-.org", .badDomain),
        Case("a label of 64", "ada@" + String(repeating: "d", count: 64) + ".org", .badDomain),
        Case("an underscore in the domain", "ada@my_host.org", .badDomain),
        Case("an IP address", "ada@192.0.2.1", .badDomain),
        Case("an IP address in brackets", "ada@[192.0.2.1]", .badDomain),
        Case("a new line that adds a command", "ada@example.org\r\nDATA", .badDomain),
        Case("a lone CR in the name", "ada\r@example.org", .badLocalPart),
        Case("a lone LF in the name", "ada\n@example.org", .badLocalPart),
        Case("CR LF before the @", "ada\r\n@example.org", .badLocalPart),
        Case("a NUL in the name", "ada\0@example.org", .badLocalPart),
        Case("a NUL in the domain", "ada@example.org\0", .badDomain),
        Case("a tab", "ada\t@example.org", .badLocalPart),
        Case("DEL", "ada\u{7F}@example.org", .badLocalPart),
        Case("a space in front", " ada@example.org", .badLocalPart),
        Case("a space at the end", "ada@example.org ", .badDomain),
        Case("angle brackets around it", "<ada@example.org>", .badLocalPart),
        Case("a closing bracket with a parameter", "ada@example.org> SIZE=1", .badDomain),
        Case("a name beside it", "Ada <ada@example.org>", .badLocalPart),
        Case("two addresses", "ada@example.org,eve@example.net", .noAt),
        Case("a semicolon", "ada;eve@example.org", .badLocalPart),
        Case("a quoted name", "\"ada\"@example.org", .badLocalPart),
        Case("a comment", "ada(x)@example.org", .badLocalPart),
        Case("a backslash", "ada\\@example.org", .badLocalPart),
        Case("a colon, as in a route", "relay:ada@example.org", .badLocalPart),
        Case("an accented name", "andré@example.org", .notASCII),
        Case("an accented domain", "ada@bücher.example", .notASCII),
        Case("a combining accent on the @", "ada@\u{301}example.org", .notASCII),
        Case("a full-width @", "ada＠example.org", .notASCII),
        Case("an invisible space", "ada\u{200B}@example.org", .notASCII),
    ]

    @Test("is read or refused, saying why", arguments: cases)
    func reading(_ row: Case) {
        var fault: MailAddress.Fault?
        do {
            let address = try MailAddress(row.text)
            #expect(address.description == row.text)
        } catch {
            fault = error
            #expect(!error.description.isEmpty)
        }
        #expect(fault == row.fault)
    }

    @Test("keeps the case of the name and not of the domain")
    func letterCase() throws {
        #expect(try MailAddress("Ada.B@Example.GOV.uk").description == "Ada.B@example.gov.uk")
    }

    static let allowed: [(String, [String], Bool)] = [
        ("ada@example.gov.uk", [], true), ("ada@example.gov.uk", ["example.gov.uk"], true),
        ("ada@mail.example.gov.uk", ["example.gov.uk"], true), ("ada@example.gov.uk", ["Example.GOV.UK"], true),
        ("ada@badexample.gov.uk", ["example.gov.uk"], false), ("ada@gov.uk", ["example.gov.uk"], false),
        ("ada@example.gov.uk.evil.example", ["example.gov.uk"], false), ("ada@example.org", [""], false),
        ("ada@example.org", ["example.com", "example.org"], true),
    ]

    @Test("is allowed in a domain and below it, not beside it", arguments: allowed)
    func domains(_ text: String, _ domains: [String], _ isAllowed: Bool) throws {
        #expect(try MailAddress(text).isAllowed(in: domains) == isAllowed)
    }
}
