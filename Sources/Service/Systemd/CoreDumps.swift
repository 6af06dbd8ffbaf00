// No picture of this process's memory is ever written to a disk: it would hold addresses and secrets.
// Source: core(5), setrlimit(2).

import Glibc

public enum CoreDumps {
    /// Turns them off for good, for this process and what it starts. Returns whether the system agreed.
    ///
    /// One byte, not none: where core files are piped to a program the kernel passes over a limit of 0, and gives up
    /// at a limit of 1. A limit of 0 that somebody set before stays; systemd-coredump keeps to it.
    @discardableResult
    public static func forbid() -> Bool {
        let what = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        var limit = rlimit()
        guard getrlimit(what, &limit) == 0 else { return false }
        limit.rlim_max = min(1, limit.rlim_max)
        limit.rlim_cur = limit.rlim_max
        return setrlimit(what, &limit) == 0
    }
}
