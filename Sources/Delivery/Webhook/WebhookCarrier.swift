import Reminders

/// Posts webhooks, all of them on one thread, so that a dead endpoint delays nobody else.
public final class WebhookCarrier: Carrier {
    /// Each endpoint with its `whsec_` secrets, the first signing first. Throws, naming the endpoint, if a URL or a
    /// secret cannot be used. `userAgent` is `duewatch/VERSION`.
    public init(endpoints: [(Endpoint, [Secret])], renderer: Renderer, userAgent: String) throws(CarrierFault) {
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        done(AttemptReport(outcome: .localFault("not built")))
    }

    public func close() {}
}
