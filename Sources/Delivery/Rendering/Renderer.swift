// From frozen facts to words. Pure: the same facts and templates give the same words, and no template can stop a mail.

import Mustache
import Reminders

/// Makes mails and webhook bodies of facts.
public struct Renderer: Sendable {
    public let templates: TemplateSet
    /// By the endpoints' names; those that are not named are told everything.
    private let webhooks: [String: WebhookShape]

    public init(templates: TemplateSet = .standard, webhooks: [String: WebhookShape] = [:]) {
        self.templates = templates
        self.webhooks = webhooks
    }

    /// The mail in words. A template that cannot be used is named in `fault`, and the built-in one is used.
    public func mail(_ facts: MessageFacts) -> RenderedMail {
        let values = TemplateValues(MailContext(facts: facts).values)
        let shape = TemplateShape(values)
        let names = templates(for: facts)
        var faults: [String] = []
        let text = words(names.map { "\($0).txt" }, values, shape, facts, &faults).map { LineWrap.wrapped($0) }
        let html = words(names.map { "\($0).html" }, values, shape, facts, &faults)
        return RenderedMail(
            subject: PlainLine.of(facts.subject, limit: 200), text: text ?? LineWrap.wrapped(PlainMail.text(facts)),
            html: html ?? PlainMail.html(PlainMail.text(facts)),
            fault: faults.isEmpty ? nil : faults.joined(separator: "; "))
    }

    /// The body of a webhook: JSON in UTF-8, keys in a fixed order. The signature is over exactly these bytes.
    public func webhookBody(_ facts: MessageFacts) -> [UInt8] { webhook(facts).json.octets }

    func webhook(_ facts: MessageFacts) -> WebhookBody {
        WebhookBody(facts: facts, shape: facts.channel.endpoint.flatMap { webhooks[$0] } ?? WebhookShape())
    }

    /// The one for the stage, the one for the kind, and the one that is always there.
    private func templates(for facts: MessageFacts) -> [String] {
        switch facts.kind {
        case .receipt where facts.correction != nil: return ["correction"]
        case .receipt: return ["receipt"]
        case .notice: return ["notice"]
        case .test: return ["test"]
        case .reminders where facts.isThin: return ["thin"]
        case .reminders where !facts.introductions.isEmpty: return ["introduction"]
        case .reminders where facts.entries.allSatisfy({ $0.kind == .letter }): return ["letter"]
        case .reminders:
            guard facts.entries.count == 1, let entry = facts.entries.first else { return ["reminders"] }
            return ["stage-\(entry.stage)", entry.kind.rawValue, "reminder"]
        }
    }

    /// The administrator's words, or else the built-in ones; nil if neither tells what it is about.
    private func words(
        _ names: [String], _ values: TemplateValues, _ shape: TemplateShape, _ facts: MessageFacts,
        _ faults: inout [String]
    ) -> String? {
        guard let usual = names.last else { return nil }
        let chosen = names.first(where: templates.has) ?? usual
        if let fault = templates.fault(of: chosen) { faults.append(fault) }
        for (library, name) in [(templates.library, chosen), (templates.builtIn, usual)] {
            // One that could not be read is not there; its fault was told already.
            guard let words = library.render(values, shape, withTemplate: name) else { continue }
            let missing = Self.told(facts).first { !words.holds($0) }
            guard let missing = missing ?? (Self.isMarked(words, name, facts) ? nil : facts.marking) else {
                return words
            }
            faults.append("\(name): the mail does not say \"\(missing)\", so the built-in words were used")
        }
        return nil
    }

    /// What no mail may leave out: each reference, and in a rehearsal that it is one.
    private static func told(_ facts: MessageFacts) -> [String] {
        facts.entries.flatMap { [$0.reference] + $0.merged }.map { PlainLine.of($0) }
            + (facts.intended == nil ? [] : ["REHEARSAL:"])
    }

    /// Whether the marking is the first thing that its reader sees.
    private static func isMarked(_ words: String, _ name: String, _ facts: MessageFacts) -> Bool {
        guard let marking = facts.marking.map({ PlainLine.of($0) }) else { return true }
        if name.hasSuffix(".txt") { return words.drop(while: \.isWhitespace).hasPrefix(marking) }
        // What stands in the head of a page is not seen.
        let seen = words.firstRange(of: "<body").map { words[$0.lowerBound...] } ?? words[...]
        let text = seen.split(separator: "<").lazy.compactMap { piece in
            piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...].drop(while: \.isWhitespace)) }
        }
        return text.first { !$0.isEmpty }?.hasPrefix(PlainMail.escaped(marking)) ?? false
    }
}
