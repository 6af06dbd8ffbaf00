// What two connections of one process pass one after the other. Never held across a wait for another process.

import Synchronization

final class Turnstile: Sendable {
    private let mutex = Mutex(())

    func pass<Result>(_ body: () throws -> Result) throws -> Result {
        // The lock of a mutex cannot give back what is not sendable.
        var result: Result?
        try mutex.withLock { _ in result = try body() }
        guard let result else { throw RegisterError.wrongState(sentence: "a turnstile was passed without a result") }
        return result
    }
}
