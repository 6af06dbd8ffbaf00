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
        // A digest: a URL may hold a token, which does not belong in the register.
        marks = texts.mapValues { Digest($0.joined(separator: "\u{1F}").utf8).text }
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
}
