// What one endpoint has under way on the loop: so many requests at once, and the rest in order behind them. Where the
// endpoint stops answering, what waits goes back untried. Used by the loop's thread alone.

struct WebhookLane {
    /// Requests, and so connections, at once.
    static let most = 64

    var waiting: [WebhookJob] = []
    /// The first of `waiting` that was not taken yet: taking from the front of an array would move all the others.
    private var first = 0
    var running = 0
    /// Handles that are done, for the next.
    var idle: [WebhookTransfer] = []

    var isEmpty: Bool { first == waiting.count && running == 0 }

    /// The next to begin; nil where nothing waits or enough is under way.
    mutating func next() -> WebhookJob? {
        guard running < Self.most, first < waiting.count else { return nil }
        defer { first += 1 }
        return waiting[first]
    }

    /// All that waits, which it then no longer does.
    mutating func drop() -> ArraySlice<WebhookJob> {
        defer { forgetTaken(all: true) }
        return waiting[first...]
    }

    /// A queue that is never empty must not keep all that ever went through it.
    mutating func forgetTaken(all: Bool = false) {
        if all || first == waiting.count {
            waiting.removeAll(keepingCapacity: waiting.count <= 1_024)
            first = 0
        } else if first > 1_024 {
            waiting.removeFirst(first)
            first = 0
        }
    }
}
