// The address of a webhook endpoint, checked by libcurl's own parser, so that what is checked is what is used.
// Errors never print the address: in some services it is the secret. Source: curl_url_set(3), RFC 3986.

import CCurl

/// An `https` address (or `http`, where that is allowed) with a host, without a user name or password.
struct WebhookURL: Sendable {
    let text: String
    /// "https" or "http".
    let scheme: String
    let host: String

    init(_ text: String, allowsPlainHTTP: Bool) throws(CarrierFault) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw CarrierFault(description: "the URL must be printable ASCII without spaces")
        }
        guard let parts = curl_url() else { throw CarrierFault(description: "libcurl is out of memory") }
        defer { curl_url_cleanup(parts) }
        guard curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK else {
            throw CarrierFault(description: "the URL cannot be read; expected https://HOST/PATH")
        }
        let scheme = Self.part(CURLUPART_SCHEME, of: parts) ?? ""
        guard scheme == "https" || (scheme == "http" && allowsPlainHTTP) else {
            let remedy = scheme == "http" ? "; plain http has to be allowed for this endpoint" : ""
            throw CarrierFault(description: "expected an https URL, found \(scheme)\(remedy)")
        }
        guard Self.part(CURLUPART_USER, of: parts) == nil, Self.part(CURLUPART_PASSWORD, of: parts) == nil else {
            throw CarrierFault(description: "the URL must not hold a user name or password")
        }
        guard let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty else {
            throw CarrierFault(description: "the URL names no host")
        }
        self.text = text
        self.scheme = scheme
        self.host = host
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        guard curl_url_get(parts, part, &found, 0) == CURLUE_OK, let found else { return nil }
        defer { curl_free(found) }
        return String(cString: found)
    }
}
