// Signals as events. They are blocked before any thread starts and waited for on one thread, because a Dispatch signal
// source loses a signal that comes before it is registered.

import Glibc

public enum Signals {
    /// To be called in the first line of `main`: every later thread inherits the mask.
    public static func block() {
        var set = waitedFor
        pthread_sigmask(SIG_BLOCK, &set, nil)
        // A peer that goes away must be an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
    }

    /// Starts the thread that turns SIGTERM and SIGINT into `.stop` and SIGHUP into `.reload`.
    public static func forward(to inbox: Inbox) {
        Threads.start {
            while true {
                var set = waitedFor
                var number: Int32 = 0
                guard sigwait(&set, &number) == 0 else { continue }
                inbox.put(number == SIGHUP ? .reload : .stop)
            }
        }
    }

    private static var waitedFor: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, number) }
        return set
    }
}
