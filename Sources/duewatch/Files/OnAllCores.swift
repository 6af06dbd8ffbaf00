// Goes through a long row of independent pieces of work on every core.

import ActionPlans
import Dispatch
import Synchronization

struct OnAllCores: Spreading {
    /// Elements to a piece: small enough that no core waits long for the other's last one.
    private static let size = 256

    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ body: @Sendable (Element) -> Result
    ) -> [Result] {
        let starts = Array(stride(from: 0, to: elements.count, by: Self.size))
        let pieces = Mutex([[Result]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { number in
            let end = min(starts[number] + Self.size, elements.count)
            let piece = elements[starts[number]..<end].map(body)
            pieces.withLock { $0[number] = piece }
        }
        return pieces.withLock { Array($0.joined()) }
    }
}
