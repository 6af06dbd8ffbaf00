// Who typed the command: the login that systemd or PAM recorded for the session, which sudo does not change.
// Source: proc(5), /proc/PID/loginuid; sudo(8), SUDO_USER.

import FoundationEssentials
import Glibc

enum Login {
    /// The login name; `$SUDO_USER` counts only for root, anybody else could set it to any name.
    static func name(
        loginuid: String? = recorded(), user: uid_t = getuid(),
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        // 4294967295 says that nobody logged in, as under systemd or cron.
        if let text = loginuid, let session = uid_t(text), session != uid_t.max { return name(of: session) }
        if user == 0, let before = environment["SUDO_USER"], !before.isEmpty { return before }
        return name(of: user)
    }

    private static func name(of user: uid_t) -> String {
        guard let entry = getpwuid(user) else { return "#\(user)" }
        return String(cString: entry.pointee.pw_name)
    }

    private static func recorded() -> String? {
        // Absent where the kernel keeps no audit; then the user of this process it is.
        guard let bytes = try? FileBytes.read("/proc/self/loginuid", limit: 64) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
}
