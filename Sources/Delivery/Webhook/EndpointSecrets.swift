// The secrets of one endpoint, read from the places that the configuration names. Errors name the place, never what
// lies there. Source: Standard Webhooks 1.0.0; RFC 6750 section 2.1 (bearer); RFC 9110 section 5.5 (field values).

import Reminders

public struct EndpointSecrets: Sendable {
    /// `whsec_` secrets; the first signs first.
    public let signing: [Secret]
    /// The bearer token or the header's value.
    public let authentication: Secret?

    public init(signing: [Secret], authentication: Secret? = nil) {
        self.signing = signing
        self.authentication = authentication
    }

    /// Reads all that an endpoint needs. `environment` is where `$CREDENTIALS_DIRECTORY` is looked up.
    public init(of endpoint: Endpoint, environment: [String: String]) throws(SecretFault) {
        var signing: [Secret] = []
        for source in endpoint.secrets { signing.append(try source.read(environment: environment)) }
        self.signing = signing
        authentication = try endpoint.authentication?.source.read(environment: environment)
    }

    /// The header line that an endpoint's authentication adds; nil where it asks for none. Throws where the secret
    /// could end the line and begin another, without showing it.
    func line(for authentication: EndpointAuthentication?) throws(CarrierFault) -> String? {
        guard let authentication else { return nil }
        guard let text = self.authentication?.text else {
            throw CarrierFault(description: "it has no secret for the header that it asks for")
        }
        switch authentication {
        case .bearer:
            guard Self.isToken(text) else {
                throw CarrierFault(
                    description: "expected a bearer token of letters, digits and -._~+/ with perhaps = at its end, "
                        + "at most 4000 characters; found something else")
            }
            return "Authorization: Bearer \(text)"
        case .header(let name, _):
            guard EndpointAuthentication.isHeaderName(name) else {
                throw CarrierFault(
                    description: "\"\(PlainLine.of(name, limit: 80))\" is no name of a header that can be set")
            }
            guard Self.isFieldValue(text) else {
                throw CarrierFault(
                    description: "expected one line of at most 4000 printable ASCII characters as the value of the "
                        + "header \(name); found something else")
            }
            return "\(name): \(text)"
        }
    }

    private static let longest = 4_000

    private static func isToken(_ text: String) -> Bool {
        let bare = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
        let isPlain = bare.allSatisfy { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "+", "/": true
            default: false
            }
        }
        return isPlain && !bare.isEmpty && text.utf8.count <= longest
    }

    private static func isFieldValue(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && text.first != " " && text.last != " "
    }
}
