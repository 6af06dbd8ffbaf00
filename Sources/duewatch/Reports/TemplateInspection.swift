// Every template rendered before a message needs it: with the rows of the register where there are any.

import Delivery
import Register
import Reminders
import Service

struct TemplateInspection {
    let installation: Installation
    private static let most = 40

    /// Errors, each once; nothing where the built-in words are used alone. A template that no mail uses is a warning.
    func findings() -> [Finding] {
        guard installation.settings.templates != nil else { return [] }
        do {
            let renderer = try installation.wiring.renderer()
            let strangers = renderer.templates.strangers
            let standing = renderer.templates.faults.sorted { $0.key < $1.key }.map { name, fault in
                Finding(strangers.contains(name) ? .warning : .error, "templates: \(fault)")
            }
            let rendered = try specimens().compactMap { renderer.mail($0).fault }.filter { fault in
                !renderer.templates.faults.values.contains { fault.contains($0) }
            }
            let unknown = renderer.templates.unknownNames.map { Finding(.warning, "templates: \($0)") }
            return standing + unknown + Self.once(Set(rendered)).map { Finding(.error, "templates: \($0)") }
        } catch {
            return [Finding(.error, "\(error)")]
        }
    }

    /// Of what is wrong with one template in many mails, the first, and with how many more.
    private static func once(_ faults: Set<String>) -> [String] {
        Dictionary(grouping: faults.sorted()) { $0.prefix { $0 != ":" } }.sorted { $0.key < $1.key }
            .compactMap { _, alike in
                alike.first.map { alike.count == 1 ? $0 : "\($0); the same with \(alike.count - 1) more mails" }
            }
    }

    private func specimens() throws -> [MessageFacts] {
        let administrator = installation.unrecordedAdministrator
        let policy = installation.settings.policy { PersonFacts(unrecorded: $0, email: $1, webhook: nil) }
        var targets: [TargetFacts] = []
        do {
            targets = try installation.reading { register in
                try register.targets(TargetFilter(limit: Self.most)).compactMap { target in
                    try register.facts(of: target.id, mode: policy.mode, today: policy.today(at: installation.now))
                }
            }
        } catch is RegisterError {
            // The inspection of the register says what is wrong with it.
        }
        return Freezing(under: policy, at: installation.now).specimens(of: targets, to: administrator)
    }
}
