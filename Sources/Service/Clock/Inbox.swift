// What comes in to the engine from other threads: outcomes, nudges, signals. The engine's thread is the only reader.

import Delivery
import Glibc
import Register
import Reminders

/// Something that wakes the engine.
public enum Event: Sendable {
    /// A channel is done with a message; `claim` is the message's number in the outbox.
    case returned(claim: Int64, AttemptReport)
    /// The register was changed by another process.
    case nudge
    /// SIGHUP
    case reload
    /// Another process asks something.
    case asked(Asked)
    /// SIGTERM or SIGINT
    case stop
    /// Somebody set the clock during a wait: so many milliseconds forward, or back where negative.
    case clockStepped(by: Int64)
}

/// What another process asks, and the way back to it.
public struct Asked: Sendable {
    let request: ServiceRequest
    /// Does not block.
    let answer: @Sendable (String) -> Void

    public init(_ request: ServiceRequest, answer: @escaping @Sendable (String) -> Void) {
        self.request = request
        self.answer = answer
    }
}

/// A queue with one reader that may wait. Writers never wait.
public final class Inbox: @unchecked Sendable {
    // Unchecked: what changes is only touched while `mutex` is held; pthread types cannot say so.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var events: [Event] = []
    /// How many outcomes the reader waits for.
    private var wanted = 1
    /// Something came that cannot wait for others.
    private var isUrgent = false

    public init() {
        pthread_mutex_init(mutex, nil)
        // A wait must not grow or shrink when the wall clock is set.
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(arrived, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(arrived)
        pthread_mutex_destroy(mutex)
        arrived.deallocate()
        mutex.deallocate()
    }

    public func put(_ event: Event) {
        pthread_mutex_lock(mutex)
        events.append(event)
        if case .returned = event {} else { isUrgent = true }
        let isEnough = isEnough
        pthread_mutex_unlock(mutex)
        // The reader is woken once for what it waits for, and not for every piece of it; and only now, since it takes the
        // mutex first.
        if isEnough { pthread_cond_signal(arrived) }
    }

    /// All that has come in; waits for something if there is nothing, but no longer than so many milliseconds. Then, while
    /// nothing but outcomes has come, it waits a little for `wanted` of them, so that they are written in one commit.
    public func take(waitingAtMost milliseconds: Int64, gathering wanted: Int = 1) -> [Event] {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        if events.isEmpty, milliseconds > 0 { wait(for: 1, atMost: milliseconds) }
        if !events.isEmpty { wait(for: wanted, atMost: min(milliseconds, Self.gathering)) }
        defer {
            events.removeAll(keepingCapacity: true)
            isUrgent = false
        }
        return events
    }

    /// Milliseconds. Small beside what a peer takes to answer over a network.
    private static let gathering: Int64 = 3

    private var isEnough: Bool { isUrgent || events.count >= wanted }

    /// Called with the mutex held.
    private func wait(for count: Int, atMost milliseconds: Int64) {
        wanted = count
        guard !isEnough, milliseconds > 0 else { return }
        var end = SystemClock.monotonic(after: milliseconds)
        while !isEnough, pthread_cond_timedwait(arrived, mutex, &end) == 0 {}
    }
}
