// From frozen facts to words. Pure: the same facts and templates give the same words, and no template can stop a mail.

import Reminders

/// Makes mails and webhook bodies of facts.
public struct Renderer: Sendable {
    let templates: TemplateSet

    public init(templates: TemplateSet = .standard) { self.templates = templates }

    /// The mail in words. A template that cannot be used is named in `fault`, and the built-in one is used.
    public func mail(_ facts: MessageFacts) -> RenderedMail {
        RenderedMail(subject: facts.subject, text: "", html: "", fault: nil)
    }

    /// The body of a webhook: JSON in UTF-8, keys in a fixed order. The signature is over exactly these bytes.
    public func webhookBody(_ facts: MessageFacts) -> [UInt8] { [] }
}
