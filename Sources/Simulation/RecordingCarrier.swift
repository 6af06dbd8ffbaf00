// A carrier that carries nothing: it writes down what would leave, and says that it was accepted.

import CivilTime
import Delivery
import Reminders

public final class RecordingCarrier: Carrier {
    private let record: @Sendable (Parcel) -> Void
    private let next: (any Carrier)?

    /// - Parameters:
    ///   - next: who really takes it; nil accepts everything.
    ///   - record: called in the order of sending, on the caller's thread.
    public init(next: (any Carrier)? = nil, record: @escaping @Sendable (Parcel) -> Void) {
        self.record = record
        self.next = next
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        record(parcel)
        if let next {
            next.send(parcel, done: done)
        } else {
            done(AttemptReport(outcome: .accepted(Reply(code: 250, enhancedStatus: nil, text: "recorded"))))
        }
    }

    public func close() { next?.close() }
}
