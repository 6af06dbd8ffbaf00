// How many files and sockets the service may have open. A thousand endpoints that hang hold a thousand connections, and
// the customary limit of 1024 is for programs that use select(2). Source: getrlimit(2), systemd.exec(5), LimitNOFILE=.

import Glibc

enum FileLimit {
    /// Raises our own limit as far as we may, to 65,536 at most; where that fails it stays as it is, and connections
    /// beyond it fail and are tried again.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 65_536))
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
