import Reminders

/// Hands each mail to a relay by SMTP, one recipient a message, over `relay.sessions` connections at most.
public final class SMTPCarrier: Carrier {
    /// `password` goes with `relay.user`. A recipient outside `allowedDomains` is a local fault, an empty list allows
    /// all. `helloName` is the host name given in EHLO. Throws if the relay cannot be used as it is configured.
    public init(
        relay: Relay, password: Secret?, allowedDomains: [String], renderer: Renderer, helloName: String,
        timeouts: SMTPTimeouts = .standard
    ) throws(CarrierFault) {
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        done(AttemptReport(outcome: .localFault("not built")))
    }

    public func close() {}
}
