// Threads for what blocks. The cooperative pool has as many threads as there are cores, and one that waits stops others.

import Glibc

public enum Threads {
    /// Runs `body` on a thread of its own that nobody joins.
    public static func start(_ body: @escaping @Sendable () -> Void) {
        let boxed = Unmanaged.passRetained(Body(run: body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, boxed.toOpaque())
        precondition(failure == 0, "the system has no thread left to give (\(failure))")
        pthread_detach(thread)
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
