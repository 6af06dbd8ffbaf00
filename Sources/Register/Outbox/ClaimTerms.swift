// What a service is ready to send: how much, under which rules, and who looks whether it is still true.

import CivilTime
import Reminders

public struct ClaimTerms {
    let mode: DeliveryMode
    let limit: Int
    /// In milliseconds.
    let lease: Int64
    let allowance: (Channel) -> Int
    let cap: WeeklyCap?
    let today: (_ plan: String) -> CivilDate
    let freeze: (Claimable) -> Frozen

    /// - Parameters:
    ///   - limit: of messages.
    ///   - milliseconds: how long nobody else may take them.
    ///   - allowance: how many a channel has room for.
    ///   - cap: what is over it for a reader is put off to another week; nil where a person may have any number of mails.
    ///   - freeze: drops what went stale, and gives the facts of the rest.
    public init(
        mode: DeliveryMode, limit: Int, lease milliseconds: Int64,
        allowance: @escaping (Channel) -> Int = { _ in .max },
        cap: WeeklyCap? = nil, today: @escaping (_ plan: String) -> CivilDate,
        freeze: @escaping (Claimable) -> Frozen
    ) {
        (self.mode, self.limit, lease) = (mode, limit, milliseconds)
        (self.allowance, self.cap, self.today, self.freeze) = (allowance, cap, today, freeze)
    }
}
