// Webhooks over HTTP, signed. It tries once; a redirect is a refusal. Source: Standard Webhooks 1.0.0.

import Reminders

/// Posts webhooks, all of them on one thread, so that a dead endpoint delays nobody else.
public final class WebhookCarrier: Carrier {
    private let destinations: [String: WebhookDestination]
    private let loop: WebhookLoop

    /// Each endpoint with its secrets. Throws, naming the endpoint, if a URL or a secret cannot be used. `userAgent` is
    /// `duewatch/VERSION`.
    public init(endpoints: [(Endpoint, EndpointSecrets)], renderer: Renderer, userAgent: String) throws(CarrierFault) {
        try CurlLibrary.start()
        var destinations: [String: WebhookDestination] = [:]
        for (endpoint, secrets) in endpoints {
            destinations[endpoint.name] = try WebhookDestination(endpoint, secrets)
        }
        self.destinations = destinations
        loop = try WebhookLoop(renderer: renderer, userAgent: PlainLine.of(userAgent, limit: 100))
    }

    public func send(_ parcel: Parcel, done: @escaping @Sendable (AttemptReport) -> Void) {
        let name = parcel.facts.channel.endpoint ?? ""
        guard let destination = destinations[name] else {
            return done(AttemptReport(outcome: .localFault("no endpoint \"\(name)\" is configured")))
        }
        loop.add(WebhookJob(parcel: parcel, destination: destination, done: done))
    }

    public func close() { loop.close() }
}

/// An endpoint that passed every check.
final class WebhookDestination: Sendable {
    let name: String
    let url: WebhookURL
    let keys: [SigningKey]
    /// The header line that it asks for, or none.
    let authentication: [String]
    let proxy: WebhookURL?
    let peers: PeerPolicy
    let timeoutMilliseconds: Int
    let caFile: String?
    let verifiesTLS: Bool

    init(_ endpoint: Endpoint, _ secrets: EndpointSecrets) throws(CarrierFault) {
        do throws(CarrierFault) {
            let url = try WebhookURL(endpoint.url, allowsPlainHTTP: endpoint.allowsPlainHTTP)
            let proxy = try Self.proxy(endpoint.proxy)
            var keys: [SigningKey] = []
            for secret in secrets.signing { keys.append(try SigningKey(secret)) }
            authentication = try [secrets.line(for: endpoint.authentication)].compactMap { $0 }
            guard !keys.isEmpty || !authentication.isEmpty else {
                throw CarrierFault(description: "it has no secret to sign with")
            }
            self.keys = keys
            self.url = url
            self.proxy = proxy
            peers = PeerPolicy(endpoint, connectingTo: proxy ?? url)
        } catch {
            throw CarrierFault(description: "webhook \"\(PlainLine.of(endpoint.name, limit: 80))\": \(error)")
        }
        name = endpoint.name
        timeoutMilliseconds = min(max(endpoint.timeoutSeconds, 1), 600) * 1000
        caFile = endpoint.caFile
        verifiesTLS = endpoint.verifiesTLS
    }

    private static func proxy(_ text: String?) throws(CarrierFault) -> WebhookURL? {
        guard let text else { return nil }
        do throws(CarrierFault) {
            return try WebhookURL(text, allowsPlainHTTP: true)
        } catch {
            throw CarrierFault(description: "proxy: \(error)")
        }
    }
}

/// What is posted.
struct WebhookPost {
    let headers: [String]
    let body: [UInt8]
}

/// One webhook to be sent.
struct WebhookJob: Sendable {
    let parcel: Parcel
    let destination: WebhookDestination
    let done: @Sendable (AttemptReport) -> Void

    /// The request, rendered and signed.
    func post(_ renderer: Renderer) throws(MailFault) -> WebhookPost {
        let id = "msg_\(try MailMessage.id(parcel.facts))"
        let body = renderer.webhookBody(parcel.facts)
        let headers = WebhookHeaders.lines(
            id: id, timestamp: parcel.at.seconds, body: body, keys: destination.keys)
        return WebhookPost(headers: headers + destination.authentication, body: body)
    }
}
