// From frozen facts to words. Pure: the same facts and templates give the same words, and no template can stop a mail.

import Mustache
import Reminders

/// Makes mails and webhook bodies of facts.
public struct Renderer: Sendable {
    let templates: TemplateSet

    public init(templates: TemplateSet = .standard) { self.templates = templates }

    /// The mail in words. A template that cannot be used is named in `fault`, and the built-in one is used.
    public func mail(_ facts: MessageFacts) -> RenderedMail {
        let values = MailContext(facts: facts).values
        let name = Self.template(for: facts)
        var faults: [String] = []
        let text = words("\(name).txt", values, facts, &faults).map { LineWrap.wrapped($0) }
        let html = words("\(name).html", values, facts, &faults)
        let plain = PlainMail.text(facts)
        return RenderedMail(
            subject: PlainLine.of(facts.subject, limit: 200), text: text ?? LineWrap.wrapped(plain),
            html: html ?? PlainMail.html(plain), fault: faults.isEmpty ? nil : faults.joined(separator: "; "))
    }

    /// The body of a webhook: JSON in UTF-8, keys in a fixed order. The signature is over exactly these bytes.
    public func webhookBody(_ facts: MessageFacts) -> [UInt8] { Array(WebhookBody(facts: facts).json.description.utf8) }

    private static func template(for facts: MessageFacts) -> String {
        switch facts.kind {
        case .receipt: "receipt"
        case .notice: "notice"
        case .test: "test"
        case .reminders where facts.entries.allSatisfy({ $0.kind == .letter }): "letter"
        case .reminders: facts.entries.count == 1 ? "reminder" : "reminders"
        }
    }

    /// The administrator's words, or else the built-in ones; nil if neither tells what it is about.
    private func words(
        _ name: String, _ values: [String: Any], _ facts: MessageFacts, _ faults: inout [String]
    ) -> String? {
        if let fault = templates.fault(of: name) { faults.append(fault) }
        for library in [templates.library, templates.builtIn] {
            let words = library.render(values, withTemplate: name) ?? ""
            let missing = Self.told(facts).first { !words.contains($0) }
            guard let missing else { return words }
            faults.append("\(name): the mail does not say \"\(missing)\", so the built-in words were used")
        }
        return nil
    }

    /// What no mail may leave out: each reference, and in a rehearsal that it is one.
    private static func told(_ facts: MessageFacts) -> [String] {
        facts.entries.flatMap { [$0.reference] + $0.merged }.map { PlainLine.of($0) }
            + (facts.intended == nil ? [] : ["REHEARSAL:"])
    }
}
