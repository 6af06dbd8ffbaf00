// A few threads of their own for work that blocks, such as a conversation with a mail relay or a write to a disk, so
// that it never holds up the program's own loops. Source: pthreads(7).

import Glibc

/// Threads that take pieces of work in the order in which they came. Each keeps a tool of its own, such as a connection.
final class Workers<Tool>: @unchecked Sendable {
    // Unchecked: `mutex` guards everything that changes, and a tool never leaves the thread that made it.

    typealias Work = @Sendable (Tool?) -> Void

    private let makeTool: @Sendable () -> Tool
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Work] = []
    private var isClosed = false
    private var idle = 0
    private let limit: Int
    private var threads: [pthread_t] = []

    /// At most `limit` threads, begun when there is work for them.
    init(limit: Int, makeTool: @escaping @Sendable () -> Tool) {
        self.limit = max(1, limit)
        self.makeTool = makeTool
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(changed)
        mutex.deallocate()
        changed.deallocate()
    }

    /// Has the work done on one of the threads; with no tool, on the caller's, if there is no thread to do it.
    func run(_ work: @escaping Work) {
        pthread_mutex_lock(mutex)
        var hasThread = !isClosed
        if hasThread && idle <= waiting.count && threads.count < limit { hasThread = start() || !threads.isEmpty }
        if hasThread { waiting.append(work) }
        pthread_mutex_unlock(mutex)
        // Only now: whoever wakes takes the mutex first.
        pthread_cond_signal(changed)
        if !hasThread { work(nil) }
    }

    /// Lets what is under way end; what has not begun is run without a tool. Returns when every thread has ended.
    func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        let dropped = waiting
        waiting = []
        let ending = threads
        threads = []
        pthread_cond_broadcast(changed)
        pthread_mutex_unlock(mutex)
        for work in dropped { work(nil) }
        for thread in ending { pthread_join(thread, nil) }
    }

    /// Called with the mutex held.
    private func start() -> Bool {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Loop(self))
        let result = pthread_create(&thread, nil, { runLoop($0) }, box.toOpaque())
        if result != 0 {
            box.release()
            return false
        }
        threads.append(thread)
        return true
    }

    fileprivate func loop() {
        let tool = makeTool()
        while let work = next() { work(tool) }
    }

    private func next() -> Work? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while waiting.isEmpty && !isClosed {
            idle += 1
            pthread_cond_wait(changed, mutex)
            idle -= 1
        }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }
}

/// What a new thread is given; a C function cannot be generic.
private final class Loop {
    let run: () -> Void

    init<Tool>(_ workers: Workers<Tool>) { run = { workers.loop() } }
}

private func runLoop(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Loop>.fromOpaque(box).takeRetainedValue().run() }
    return nil
}
