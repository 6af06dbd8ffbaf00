// From settings to rules: the one place where a carrier is chosen. Reads the secrets that the carriers need, and nothing
// else does.

import Configuration
import Delivery
import Reminders

public struct Wiring: Sendable {
    let settings: Settings
    let environment: [String: String]

    public init(settings: Settings, environment: [String: String]) {
        self.settings = settings
        self.environment = environment
    }

    /// - Parameters:
    ///   - mark: what stands for the settings, where the service is to remember them.
    ///   - source: the words of the settings, where the service is to say them.
    ///   - person: an administrator or deputy, as the register knows them.
    /// - Throws: `SecretFault` where a secret cannot be read, `CarrierFault` where a relay or endpoint cannot be used.
    public func rules(
        mark: String? = nil, source: SettingsSource? = nil,
        _ person: (_ name: String, _ email: String) throws -> PersonFacts
    ) throws -> Rules {
        let renderer = try renderer()
        let folder = settings.folder
        let policy = try settings.policy(person)
        let mail: any Carrier
        let webhook: any Carrier
        switch settings.mode {
        case .folder:
            mail = MaildirCarrier(folder: folder, renderer: renderer)
            webhook = FolderCarrier(folder: folder, renderer: renderer)
        case .rehearsal:
            mail = try smtp(renderer)
            webhook = FolderCarrier(folder: folder, renderer: renderer)
        case .live:
            mail = try smtp(renderer)
            webhook = try webhooks(renderer)
        }
        let isMailed = settings.mode != .folder
        return Rules(
            policy: policy, mail: mail, webhook: webhook, subscribers: subscribers,
            mailSessions: isMailed ? settings.relay?.sessions ?? 1 : 16,
            quota: isMailed ? settings.relay?.quota ?? .none : .none, marks: ChannelMarks(settings).marks,
            warnings: warnings(renderer.templates),
            templateFaults: renderer.templates.faults.filter { !renderer.templates.strangers.contains($0.key) }
                .values.sorted(),
            holidayHorizon: settings.holidayHorizon, files: settings.filesRead, mark: mark,
            source: source)
    }

    /// What makes mails and webhook bodies of facts, with the administrator's templates where there are any.
    public func renderer() throws -> Renderer {
        let shapes = Dictionary(uniqueKeysWithValues: settings.endpoints.map { ($0.name, WebhookShape($0)) })
        let templates = try settings.templates.map { try TemplateSet(folder: $0) } ?? .standard
        return Renderer(templates: templates, webhooks: shapes)
    }

    /// The endpoints that hear of answers and dates.
    private var subscribers: [String] {
        settings.endpoints.filter { $0.events.contains(.answers) }.map(\.name)
    }

    private func smtp(_ renderer: Renderer) throws -> any Carrier {
        guard let relay = settings.relay else { throw MissingRelay(mode: settings.mode) }
        return try SMTPCarrier(
            relay: relay, password: try relay.password?.read(environment: environment),
            envelopeSender: settings.correspondence.envelopeSender, allowedDomains: settings.allowedDomains,
            renderer: renderer, helloName: relay.hello ?? settings.correspondence.messageDomain,
            timeouts: SMTPTimeouts(reply: relay.timeoutSeconds))
    }

    private func webhooks(_ renderer: Renderer) throws -> any Carrier {
        let endpoints = try settings.endpoints.map { endpoint in
            (endpoint, try EndpointSecrets(of: endpoint, environment: environment))
        }
        return try WebhookCarrier(
            endpoints: endpoints, renderer: renderer, userAgent: "duewatch/\(Release.version)")
    }

    /// What each start says aloud.
    private func warnings(_ templates: TemplateSet) -> [String] {
        var lines = templates.strangers.compactMap { templates.faults[$0] }.map { "templates: \($0)" }
        switch settings.mode {
        case .folder:
            lines.append("delivery.mode is folder: messages are written to \(settings.folder), nobody is told")
        case .rehearsal:
            lines.append("delivery.mode is rehearsal: all mail goes to the administrator, nobody else is told")
        case .live: break
        }
        if let relay = settings.relay, relay.tls == .none, settings.mode != .folder {
            lines.append("mail.relay.tls is none: mail and passwords cross the network in the clear")
        }
        if let relay = settings.relay, !relay.verifiesTLS, settings.mode != .folder {
            lines.append("mail.relay.verify-tls is off: any machine in between can pass for the relay")
        }
        for endpoint in settings.endpoints where settings.mode == .live {
            if endpoint.allowsPlainHTTP {
                lines.append("webhooks.\(endpoint.name).allow-http is on: it may go in the clear")
            }
            if endpoint.allowsPrivateAddresses {
                lines.append("webhooks.\(endpoint.name).allow-private-addresses is on: internal hosts can be reached")
            }
            if !endpoint.verifiesTLS {
                lines.append("webhooks.\(endpoint.name).verify-tls is off: any machine in between can pass for it")
            }
        }
        return lines
    }
}

/// `check` finds it before; this is for a setting that slipped through.
struct MissingRelay: Error, CustomStringConvertible {
    let mode: DeliveryMode

    var description: String {
        "delivery.mode is \(mode.rawValue), which needs mail.relay: name the relay, or choose folder"
    }
}
