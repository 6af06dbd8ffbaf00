import Reminders
import Testing

@testable import Delivery

@Suite("What an endpoint knows us by")
struct EndpointSecretsTests {
    private static let bearer = EndpointAuthentication.bearer(.file("/x"))

    private func line(_ secret: String, _ how: EndpointAuthentication) throws -> String? {
        try EndpointSecrets(signing: [], authentication: Secret(secret)).line(for: how)
    }

    @Test("a bearer token and a header of the endpoint's own make one line")
    func lines() throws {
        #expect(try line("abc.DEF-1_2~+/==", Self.bearer) == "Authorization: Bearer abc.DEF-1_2~+/==")
        #expect(
            try line("a b; c=\"d\"", .header(name: "X-Api-Key", value: .file("/x"))) == "X-Api-Key: a b; c=\"d\"")
        #expect(try EndpointSecrets(signing: []).line(for: nil) == nil)
    }

    @Test(
        "a secret that would break its line is refused and not shown",
        arguments: [
            "", " ", "hidden\r\nX-Other: 1", "hidden\nX-Other: 1", "hidden\rX", "hidden\0", "hidden\u{7F}",
            "hidden\u{E9}",
            "hidden ", " hidden", "hidden\t", String(repeating: "h", count: 4_001),
        ])
    func refused(_ secret: String) {
        for how in [Self.bearer, .header(name: "X-Api-Key", value: .file("/x"))] {
            do {
                _ = try line(secret, how)
                Issue.record("\(secret.debugDescription) was taken")
            } catch {
                #expect(!"\(error)".contains("hidden"))
                #expect(!"\(error)".contains("hhhh"))
            }
        }
    }

    @Test("what stands between angle brackets is no bearer token")
    func brackets() { #expect(throws: CarrierFault.self) { try line("<hidden>", Self.bearer) } }

    @Test(
        "a header's name is a token, and none that is set otherwise",
        arguments: [
            ("X-Api-Key", true), ("Authorization", true), ("api_key", true), ("", false), ("X Api", false),
            ("X-Api:", false), ("X\r\nY", false), ("X\0", false), ("<X>", false), ("Host", false),
            ("content-LENGTH", false), ("Webhook-Id", false), ("Transfer-Encoding", false), ("\u{E9}", false),
            (String(repeating: "x", count: 65), false),
        ])
    func names(_ name: String, _ isGood: Bool) {
        #expect(EndpointAuthentication.isHeaderName(name) == isGood)
        let attempt = { try line("v", .header(name: name, value: .file("/x"))) }
        if isGood {
            #expect(throws: Never.self) { _ = try attempt() }
        } else {
            #expect(throws: CarrierFault.self) { try attempt() }
        }
    }

    @Test("an endpoint without a signing secret needs an authentication")
    func neither() {
        let endpoint = Endpoint(
            name: "board", url: "https://hooks.example/", secrets: [], allowsPlainHTTP: false,
            allowsPrivateAddresses: false, timeoutSeconds: 5, caFile: nil)
        #expect(throws: CarrierFault(description: "webhook \"board\": it has no secret to sign with")) {
            _ = try WebhookDestination(endpoint, EndpointSecrets(signing: []))
        }
    }
}
