// The outbox as the service sees it: what may leave, claiming it, settling it, and what a crash left behind.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Claims messages whose time has come: facts are read again, what went stale is dropped, and the rest is leased with
    /// a row for the attempt. A reminder is claimed only while no check is outstanding; nothing but a test is claimed
    /// while sending is paused. A repeat has the id, Date and facts of its first attempt.
    public func claim(_ terms: ClaimTerms, at now: Instant) throws -> Claimed {
        try write(at: now) { try claim(terms, in: $0) }
    }

    func claim(_ terms: ClaimTerms, in writing: Transaction) throws -> Claimed {
        known.refresh(at: try writing.ledgerEnd.hash)
        try ahead.refresh(writing)
        return try Claiming(
            writing: writing,
            facts: FactsReader(writing.db, mode: terms.mode, knowing: known, today: terms.today),
            leaseUntil: writing.at.adding(milliseconds: terms.lease), cap: terms.cap, ahead: ahead,
            freeze: terms.freeze
        ).claim(limit: terms.limit, allowance: terms.allowance)
    }

    /// Drops what has gone stale of the messages that wait in these channels and tell of these targets, as a claim would.
    /// A message of which nothing is left is void; one that was tried before is kept while any of it is true.
    public func sweep(
        _ targets: [TargetID], waitingIn channels: Set<Channel>, at now: Instant, mode: DeliveryMode,
        today: (_ plan: String) -> CivilDate, freeze: (Claimable, Instant) -> Frozen
    ) throws -> [DroppedReminder] {
        try write(at: now) { writing in
            try withoutActuallyEscaping(today) { today in
                try withoutActuallyEscaping(freeze) { freeze in
                    try Claiming(
                        writing: writing, facts: FactsReader(writing.db, mode: mode, today: today), leaseUntil: now,
                        cap: nil, freeze: { freeze($0, now) }
                    ).sweep(targets, waitingIn: channels)
                }
            }
        }
    }

    /// Writes down what happened to claims, all in one transaction. What was refused for good or set aside goes onto the
    /// worklist and, as a notice, to the administrator. What the breakers decided meanwhile goes with them.
    public func settle(
        _ settlements: [Settlement], channels: [ChannelChange] = [], administrator: PersonID,
        noticesFrom: Instant? = nil, at now: Instant
    ) throws -> [Settled] {
        try write(at: now, noticesFrom: noticesFrom) {
            try settle(settlements, channels: channels, administrator: administrator, in: $0)
        }
    }

    func settle(
        _ settlements: [Settlement], channels: [ChannelChange], administrator: PersonID, in writing: Transaction
    ) throws -> [Settled] {
        known.refresh(at: try writing.ledgerEnd.hash)
        try ahead.refresh(writing)
        let settled = try settlements.map { try writing.settle($0, administrator: administrator) }
        for change in channels { try writing.write(change) }
        // A delivery changes nothing that targets share. What else may happen here does, as a refused address.
        guard settlements.allSatisfy({ $0.verdict == .delivered }) else { return settled }
        known.stand(at: try writing.ledgerEnd.hash)
        // But that somebody was introduced is told of all targets of the plan.
        if settlements.allSatisfy({ $0.claim.facts.introductions.isEmpty }) { try ahead.stand(writing) }
        return settled
    }

    /// At the start of a service, when nobody else can be sending: messages that were being sent when the last one died
    /// wait again, under the same id, as ones that may have arrived. Later on, `expiredOnly` does the same for those whose
    /// lease has run out. A mail that this happens to for the second time is set aside for a person, and the
    /// administrator of its plan is told: it may have arrived twice. Returns how many.
    public func recoverOrphans(
        administrator: (_ plan: String?) -> PersonID, noticesFrom: Instant? = nil, at now: Instant,
        expiredOnly: Bool = false
    ) throws -> Int {
        try write(at: now, noticesFrom: noticesFrom) {
            try $0.recoverOrphans(administrator: administrator, expiredOnly: expiredOnly)
        }
    }

    /// Messages that the register has as claimed and the service does not know of wait again, as if nothing had been: a
    /// claim can be written although the register failed over it, and what was not heard of was not sent. Returns how many.
    public func takeBackClaims(except known: Set<MessageID>, at now: Instant) throws -> Int {
        try write(at: now) { try $0.takeBackClaims(except: known) }
    }

    /// Puts a message that was set aside or refused back into the queue. One that was refused takes its facts, and so
    /// its address, anew; one that was set aside is repeated as it was. Throws `wrongState` for any other.
    public func retry(_ message: MessageID, by author: Author, at now: Instant) throws {
        try retry([message], by: author, at: now)
    }

    /// All of them, or none where one of them is in another state.
    public func retry(_ messages: [MessageID], by author: Author, at now: Instant) throws {
        try write(at: now, by: author) { writing in
            for message in messages { try writing.retry(message) }
        }
    }

    /// Queues a receipt, a notice or a test; false where its key is known already, or its recipient has no channel.
    @discardableResult
    public func post(_ notice: Notice, notBefore: Instant? = nil, at now: Instant) throws -> Bool {
        try write(at: now) { try $0.post(notice, notBefore: notBefore ?? now) }
    }
}
