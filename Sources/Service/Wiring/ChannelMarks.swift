// What stands for the settings of a relay or an endpoint: when they change, one that was stopped is tried again. Never
// made from a secret, only from where it lies and when it was written there.

import Configuration
import Glibc
import Reminders

struct ChannelMarks {
    let marks: [Channel: String]

    init(_ settings: Settings) {
        var texts: [Channel: [String]] = [.email: [settings.mode.rawValue]]
        if let relay = settings.relay, settings.mode != .folder {
            texts[.email] = [
                "smtp", relay.host, "\(relay.port)", relay.tls.rawValue, relay.user ?? "",
                relay.password.map(Self.place) ?? "", "\(relay.login)", relay.caFile ?? "", "\(relay.verifiesTLS)",
            ]
        }
        for endpoint in settings.endpoints {
            texts[.webhook(endpoint: endpoint.name)] =
                settings.mode == .live
                ? [endpoint.url, endpoint.proxy ?? "", endpoint.caFile ?? "", "\(endpoint.verifiesTLS)"]
                    + endpoint.sources.map(Self.place) : [settings.mode.rawValue]
        }
        marks = texts.mapValues { Self.digest($0.joined(separator: "\u{1F}")) }
    }

    /// A credential is handed out anew at each start, so its time says nothing.
    private static func place(_ source: SecretSource) -> String {
        switch source {
        case .credential(let name): return "credential \(name)"
        case .file(let path):
            var status = stat()
            guard stat(path, &status) == 0 else { return "no file \(path)" }
            return "file \(path) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
        }
    }

    /// FNV-1a: a URL may hold a token, which does not belong in the register.
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
