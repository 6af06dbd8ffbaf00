// Peers that do what a script says: they take everything, but for the spans in which the script has them fail.

import CivilTime
import Delivery
import Reminders
import Synchronization

/// A relay and endpoints; they answer at once, on the caller's thread.
final class ScriptedPeers: Carrier {
    private struct Spell {
        let channel: Channel
        let fault: PeerFault
        let until: Instant
    }

    private let spells = Mutex<[Spell]>([])
    /// Called before a message is taken.
    private let sending: @Sendable () -> Void

    init(sending: @escaping @Sendable () -> Void) { self.sending = sending }

    /// A later spell of the same peer counts before an earlier one.
    func fail(_ channel: Channel, _ fault: PeerFault, until: Instant) {
        spells.withLock { $0.append(Spell(channel: channel, fault: fault, until: until)) }
    }

    func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        sending()
        let channel = parcel.facts.channel
        let spell = spells.withLock { $0.last { $0.channel == channel && $0.until > parcel.at } }
        let taken = Outcome.accepted(Reply(code: 250, enhancedStatus: nil, text: "simulated"))
        done(AttemptReport(outcome: spell?.fault.outcome(on: channel) ?? taken))
    }

    func close() {}
}
