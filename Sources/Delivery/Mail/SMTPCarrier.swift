// Mail by SMTP to the organisation's relay. It never looks up other hosts' mail exchangers, never falls back to a
// connection in the clear, and gives libcurl no address that it has not checked itself.
// Source: RFC 5321; RFC 6409.

import Reminders

/// Hands each mail to a relay, one recipient a message, over `relay.sessions` connections at most.
public final class SMTPCarrier: Carrier {
    private let envelopeSender: String
    private let allowedDomains: [String]
    private let renderer: Renderer
    private let workers: Workers<SMTPSession>
    private let gate: LoginGate

    /// `password` goes with `relay.user`. Refusals come back to `envelopeSender`. A recipient outside `allowedDomains` is
    /// refused for good, an empty list allows all. `helloName` is the host name given in EHLO. Throws if the relay cannot
    /// be used as it is configured.
    public init(
        relay: Relay, password: Secret?, envelopeSender: String, allowedDomains: [String], renderer: Renderer,
        helloName: String, timeouts: SMTPTimeouts
    ) throws(CarrierFault) {
        try CurlLibrary.start()
        let route = try SMTPRoute(relay: relay, password: password, helloName: helloName, timeouts: timeouts)
        self.envelopeSender = envelopeSender
        self.allowedDomains = allowedDomains.map { $0.lowercased() }
        self.renderer = renderer
        gate = LoginGate(isNeeded: relay.user != nil)
        workers = Workers(limit: min(relay.sessions, 64)) { SMTPSession(route: route) }
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        workers.run { [envelopeSender, allowedDomains, renderer, gate] session in
            guard let session else { return done(.closed) }
            done(gate.through { Self.send(parcel, from: envelopeSender, through: session, renderer, allowedDomains) })
        }
    }

    public func close() { workers.close() }

    private static func send(
        _ parcel: Parcel, from envelope: String, through session: SMTPSession, _ renderer: Renderer,
        _ allowedDomains: [String]
    ) -> AttemptReport {
        let rendered = renderer.mail(parcel.facts)
        do throws(MailFault) {
            let sender = try MailMessage.address(envelope, of: "envelope sender")
            let recipient = try MailMessage.address(parcel.facts.recipient.address, of: "recipient")
            guard recipient.isAllowed(in: allowedDomains) else {
                throw MailFault(description: "recipient: \(recipient.domain) is not one of the allowed domains")
            }
            let bytes = try MailMessage.bytes(parcel.facts, rendered)
            return session.send(bytes, from: sender, to: recipient).with(renderFault: rendered.fault)
        } catch {
            // No later try would go better: the address or the facts have to change first.
            return AttemptReport(
                outcome: .refusedForGood(Reply(code: 0, enhancedStatus: nil, text: error.description)),
                renderFault: rendered.fault)
        }
    }
}

extension AttemptReport {
    func with(renderFault: String?) -> AttemptReport {
        AttemptReport(
            outcome: outcome, durationMilliseconds: durationMilliseconds, remote: remote, renderFault: renderFault)
    }
}
