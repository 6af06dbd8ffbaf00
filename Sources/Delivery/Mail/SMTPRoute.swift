// The relay as libcurl is told of it: everything that is the same for every message, checked once.
// Source: RFC 5321, RFC 3207 (STARTTLS), RFC 8314 (TLS from the first byte).

import CCurl
import Glibc
import Reminders

struct SMTPRoute: Sendable {
    let relay: Relay
    let password: Secret?
    let timeouts: SMTPTimeouts
    /// `smtp://host:port/hello-name`
    let url: String

    /// Throws, naming the setting, if libcurl could not be given it safely.
    init(
        relay: Relay, password: Secret?, helloName: String, timeouts: SMTPTimeouts
    ) throws(CarrierFault) {
        guard (1...65_535).contains(relay.port) else {
            throw CarrierFault(description: "mail relay: expected a port of 1 to 65535, found \(relay.port)")
        }
        guard (relay.user == nil) == (password == nil) else {
            throw CarrierFault(description: "mail relay: a user and a password go together; found only one of them")
        }
        let scheme = relay.tls == .implicit ? "smtps" : "smtp"
        let host = try Self.host(relay.host)
        guard let hello = Self.name(helloName) else {
            throw CarrierFault(
                description: "hello name: expected a host name, found \"\(PlainLine.of(helloName, limit: 80))\"")
        }
        url = "\(scheme)://\(host):\(relay.port)/\(hello)"
        if let user = relay.user, user.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw CarrierFault(description: "mail relay: the user's name must not hold control characters")
        }
        self.relay = relay
        self.password = password
        self.timeouts = timeouts
    }

    /// Everything but the message. The TLS policy of a handle never changes: libcurl 7.88 would use an open
    /// connection without TLS for a transfer that demands it.
    func set(on handle: EasyHandle, login: LoginMechanism) throws(CurlFault) {
        try handle.setBasics(caFile: relay.caFile, verifiesTLS: relay.verifiesTLS)
        try handle.set(CURLOPT_URL, url)
        try handle.set(CURLOPT_PROTOCOLS_STR, relay.tls == .implicit ? "smtps" : "smtp")
        let tls = relay.tls == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
        try handle.set(CURLOPT_USE_SSL, Int(tls.rawValue))
        if let user = relay.user, let password {
            try handle.set(CURLOPT_USERNAME, user)
            try handle.set(CURLOPT_PASSWORD, password.text)
            // libcurl would try the next mechanism after a refusal, which is a second failed login.
            try handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=\(login.rawValue)")
        }
        try handle.set(CURLOPT_CONNECTTIMEOUT, timeouts.connect)
        try handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, timeouts.reply)
        try handle.set(CURLOPT_TIMEOUT, timeouts.message)
        try handle.set(CURLOPT_TCP_KEEPALIVE, 1)
        try handle.set(CURLOPT_UPLOAD, 1)
        // Filled anew for each mail, most of which are far smaller than libcurl's own 64 KB.
        try handle.set(CURLOPT_UPLOAD_BUFFERSIZE, 16_384)
    }

    private static func host(_ text: String) throws(CarrierFault) -> String {
        var sixteen = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET6, text, &sixteen) == 1 { return "[\(text)]" }
        guard let name = name(text) else {
            throw CarrierFault(
                description:
                    "mail relay: expected a host name or an IP address, found \"\(PlainLine.of(text, limit: 80))\""
            )
        }
        return name
    }

    /// Labels of letters, digits and hyphens joined by dots, which also lets through an IPv4 address: nothing that a URL
    /// or a command would read as more than a name.
    private static func name(_ text: String) -> String? {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isLetterOrDigit($0) }
        }
        return isName && text.utf8.count <= 253 ? text : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
