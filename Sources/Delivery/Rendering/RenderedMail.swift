// A mail in words, before it is bytes.

/// Subject, plain text and HTML of one mail; lines end in line feeds.
public struct RenderedMail: Hashable, Sendable {
    public let subject: String
    public let text: String
    public let html: String
    /// What was wrong with an administrator's template, which was then not used.
    public let fault: String?

    public init(subject: String, text: String, html: String, fault: String?) {
        self.subject = subject
        self.text = text
        self.html = html
        self.fault = fault
    }
}
