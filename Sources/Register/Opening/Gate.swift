// What stands before every transaction of a register: open, unless somebody who plays the service through closes it. So
// a crash between two transactions, or a disk that fails for a while, can be played without a disk that does.

import Synchronization

public final class Gate: Sendable {
    public enum Step: Hashable, Sendable {
        case read, write
        /// After a commit: what is thrown here is not heard by whoever asked for the transaction, as in a crash.
        case committed
    }

    /// A closure that is kept bare in a generic box gains a wrapper each time it is taken out; in a struct it does not.
    private struct Guardian: Sendable {
        let ask: @Sendable (Step) throws -> Void
    }

    private let guardian = Mutex<Guardian?>(nil)

    init() {}

    /// From now on each step is asked about; what `body` throws, the transaction throws. nil opens the gate for good.
    public func ask(_ body: (@Sendable (Step) throws -> Void)?) { guardian.withLock { $0 = body.map(Guardian.init) } }

    func pass(_ step: Step) throws {
        // Called outside the lock: what it does may lead to another transaction.
        try guardian.withLock { $0 }?.ask(step)
    }
}
