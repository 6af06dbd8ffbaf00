// The one clock: whatever needs the time is handed an instant, and it comes from here.

import CivilTime

/// Tells the time and waits. The system's clock and the virtual clock of a simulation are the two there are.
public protocol ServiceClock: AnyObject, Sendable {
    var now: Instant { get }

    /// Returns what came in, or nothing once `deadline` has come. Only the engine's thread calls it.
    ///
    /// - Parameter inFlight: how many deliveries are under way; a virtual clock stands still while there are any.
    func wait(for inbox: Inbox, until deadline: Instant, inFlight: Int) -> [Event]
}
