// What sound settings can still lead to: a secret that cannot be read, a register that cannot be opened, an owner whom
// no message may reach. It looks and never repairs.

import Configuration
import Delivery
import FoundationEssentials
import Register
import Reminders
import Service

struct Inspection {
    let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    /// Errors and warnings, secrets first.
    func findings() -> [Finding] { findingsOfReload() + register }

    /// Those that a reload has to do with; an error among them keeps the old settings.
    func findingsOfReload() -> [Finding] {
        let secrets = secrets
        return (secrets.isEmpty ? secrets + carriers : secrets)
            + TemplateInspection(installation: installation).findings()
    }

    private var settings: Settings { installation.settings }

    private var secrets: [Finding] {
        var sources: [(field: String, source: SecretSource, isNeeded: Bool)] = []
        if let password = settings.relay?.password {
            sources.append(("mail.relay", password, settings.mode != .folder))
        }
        for endpoint in settings.endpoints {
            sources += endpoint.sources.map { ("webhooks.\(endpoint.name)", $0, settings.mode == .live) }
        }
        return sources.compactMap { field, source, isNeeded in
            let environment = ProcessInfo.processInfo.environment
            // Only systemd hands out credentials, so there is nothing to look at from a shell.
            if case .credential = source, environment["CREDENTIALS_DIRECTORY"] == nil { return nil }
            do throws(SecretFault) {
                _ = try source.read(environment: environment)
                return nil
            } catch {
                return Finding(isNeeded ? .error : .warning, "\(field): \(error)")
            }
        }
    }

    /// Whether `serve` could make its carriers: a secret may be readable and still be none.
    private var carriers: [Finding] {
        let sources = [settings.relay?.password].compactMap { $0 } + settings.endpoints.flatMap(\.sources)
        let hasCredentials = sources.contains { if case .credential = $0 { true } else { false } }
        // Only systemd hands out credentials, so from a shell there is nothing to make them of.
        if hasCredentials, ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] == nil { return [] }
        do {
            try installation.wiring.rules { PersonFacts(unrecorded: $0, email: $1, webhook: nil) }.close()
            return []
        } catch {
            return [Finding(.error, "\(error)")]
        }
    }

    private var register: [Finding] {
        do {
            return try installation.reading { register in
                try owners(register.owners()) + plans(register.plans()) + pause(register.paused())
                    + ScheduleInspection(installation: installation).findings(in: register)
            }
        } catch RegisterError.absent {
            return []
        } catch {
            return [Finding(.error, "\(error)")]
        }
    }

    private func owners(_ owners: [OwnerRecord]) -> [Finding] {
        let endpoints = Set(settings.endpoints.map(\.name))
        let deaf = Set(settings.endpoints.filter { !$0.events.contains(.reminders) }.map(\.name))
        return owners.flatMap { owner in
            Role.allCases.flatMap { role -> [Finding] in
                guard let person = owner.entry.person(role) else { return [] }
                var found: [Finding] = []
                if let fault = AllowedAddress.fault(of: person, domains: settings.allowedDomains) {
                    found.append(Finding(.error, "owner \"\(owner.entry.post)\", \(role.rawValue): \(fault)"))
                }
                if let webhook = person.webhook, !endpoints.contains(webhook) {
                    found.append(
                        Finding(
                            .error,
                            "owner \"\(owner.entry.post)\", \(role.rawValue): expected the name of an endpoint "
                                + "under webhooks, found \"\(webhook)\"; name it there, or correct the owner"))
                }
                if let webhook = person.webhook, deaf.contains(webhook) {
                    found.append(
                        Finding(
                            .error,
                            "owner \"\(owner.entry.post)\", \(role.rawValue): webhooks.\(webhook).events leaves reminders "
                                + "out, and this owner is reminded there; add reminders, or correct the owner"))
                }
                return found
            }
        }
    }

    private func plans(_ plans: [PlanSummary]) -> [Finding] {
        let known = Set(plans.map(\.name))
        return settings.plans.keys.sorted().filter { !known.contains($0) }.map { name in
            Finding(.warning, "plans.\(name): the register has no plan of this name yet; `duewatch plans` lists them")
        }
    }

    private func pause(_ pause: Pause?) -> [Finding] {
        pause.map { [Finding(.warning, "sending is paused since \($0.at.rfc3339): \($0.because)")] } ?? []
    }
}
