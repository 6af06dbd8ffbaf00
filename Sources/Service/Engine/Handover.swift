// What one thread makes and another takes, in order, with a bound on what lies between them.

import Glibc

/// One maker, one taker.
final class Handover<Value: Sendable>: @unchecked Sendable {
    // Unchecked: the fields below are only touched while `mutex` is held; pthread types cannot say so.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let room: Int
    private var made: [(value: Value, weight: Int)] = []
    private var weight = 0
    private var isClosed = false

    /// - Parameter room: the weight beyond which nothing more is put to what lies there.
    init(room: Int) {
        self.room = room
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Waits for room. False where nobody takes it any more.
    func put(_ value: Value, weight added: Int) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while weight >= room, !isClosed { pthread_cond_wait(changed, mutex) }
        guard !isClosed else { return false }
        made.append((value, added))
        weight += added
        pthread_cond_signal(changed)
        return true
    }

    /// Waits for something. nil after `close`, when everything was taken.
    func take() -> Value? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while made.isEmpty, !isClosed { pthread_cond_wait(changed, mutex) }
        guard !made.isEmpty else { return nil }
        defer { pthread_cond_signal(changed) }
        let (value, taken) = made.removeFirst()
        weight -= taken
        return value
    }

    /// Either side may end it.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
    }
}
