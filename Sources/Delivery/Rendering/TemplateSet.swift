// The templates that mails are made from: the built-in ones, and an administrator's in place of some of them.
// Source: mustache(5), with the partials of `Config/templates`.

/// Templates by file name, as in `Config/templates`: `letter.txt`, `letter.html`, ...
public struct TemplateSet: Sendable {
    let overrides: [String: String]

    /// The built-in words.
    public static let standard = TemplateSet(overrides: [:])

    /// The built-in templates with these in place of those of the same name.
    public init(overrides: [String: String]) {
        self.overrides = overrides
    }
}
