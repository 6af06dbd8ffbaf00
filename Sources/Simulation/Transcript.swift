// What a simulation sent, in order.

import Delivery
import Synchronization

/// A list that carriers append to and one reader takes at the end.
public final class Transcript: Sendable {
    private let kept = Mutex<[Parcel]>([])

    public init() {}

    public func append(_ parcel: Parcel) { kept.withLock { $0.append(parcel) } }

    public var parcels: [Parcel] { kept.withLock { $0 } }
}
