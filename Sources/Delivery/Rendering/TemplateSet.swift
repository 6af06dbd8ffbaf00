// The templates that mails are made from: the built-in ones, and an administrator's in place of some of them.
// One that cannot be used is never used: the built-in one stands in, and the fault is told with every mail it concerns.
// Source: mustache(5); the names that a template may use are in `MailContext`.

import ActionPlans
import Mustache
import Reminders

/// Templates by file name, as in `Config/templates`: `letter.txt`, `letter.html`, ...
public struct TemplateSet: Sendable {
    let builtIn: WordLibrary
    /// The built-in ones with the administrator's usable ones over them.
    let library: WordLibrary
    /// By file name, what is wrong with a template: "letter.txt, line 3: ...".
    public let faults: [String: String]
    /// By file name, files that no mail uses; they are part of `faults`.
    public let strangers: [String]
    /// The administrator's, as they were written.
    let overridden: [String: String]
    /// Which partials a template names.
    private let partials: [String: [String]]

    /// The built-in words.
    public static let standard = TemplateSet(overrides: [:])

    /// The file names of the built-in templates.
    public static var names: [String] { builtInSources.keys.sorted() }

    /// Whether any mail uses a template of this name: a built-in one, or one for a kind of reminder (`overdue.txt`) or
    /// for a stage (`stage-week-before.html`), which stand in for `reminder`.
    static func isKnown(_ name: String) -> Bool {
        if builtInSources[name] != nil { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, ["txt", "html"].contains(parts[1]) else { return false }
        return kinds.contains(String(parts[0])) || (parts[0].hasPrefix("stage-") && parts[0].count > "stage-".count)
    }

    private static let kinds = ReminderKind.allCases.map(\.rawValue)

    /// `did you mean "letter.txt"?`, or nothing.
    private static func hint(for name: String) -> String {
        hint(for: name, in: names + kinds.flatMap { ["\($0).txt", "\($0).html"] })
    }

    static func hint(for name: String, in words: [String]) -> String {
        let near = words.compactMap { word in
            Spelling.distance(Array(name.lowercased().utf8), Array(word.lowercased().utf8), limit: 2).map { ($0, word) }
        }
        return near.min { $0.0 < $1.0 }.map { "; did you mean \"\($0.1)\"?" } ?? ""
    }

    /// Whether there is such a template, usable or not.
    func has(_ name: String) -> Bool { partials[name] != nil || faults[name] != nil }

    /// The built-in templates with these in place of those of the same name.
    public init(overrides: [String: String]) {
        var templates: [String: MustacheTemplate] = [:]
        var sources = Self.builtInSources
        var faults: [String: String] = [:]
        for (name, source) in sources {
            do { templates[name] = try Self.parsed(source, named: name) } catch { faults[name] = error.description }
        }
        builtIn = WordLibrary(templates, sources: sources.values)
        for (name, source) in overrides {
            do throws(TemplateFault) {
                guard Self.isKnown(name) else {
                    throw TemplateFault(description: "\(name): no mail uses this name\(Self.hint(for: name))")
                }
                templates[name] = try Self.parsed(source, named: name)
                sources[name] = source
            } catch { faults[name] = error.description }
        }
        overridden = overrides.filter { Self.isKnown($0.key) && faults[$0.key] == nil }
        partials = sources.mapValues { TemplateNames(in: $0).parts }
        for name in overrides.keys.sorted() where Self.reaches(name, from: name, partials) {
            faults[name] = "\(name): it includes itself; take the {{> ...}} that leads back to it out"
        }
        // Any mail that came past a circle would never end, so then none of the administrator's are used.
        library =
            faults.values.contains { $0.contains("includes itself") }
            ? builtIn : WordLibrary(templates, sources: sources.values)
        self.faults = faults
        strangers = overrides.keys.filter { !Self.isKnown($0) }.sorted()
    }

    /// What is wrong with a template or with one that it includes; nil if nothing is.
    func fault(of name: String) -> String? {
        let concerned = faults.keys.filter { $0 == name || Self.reaches($0, from: name, partials) }
        return concerned.isEmpty ? nil : concerned.sorted().compactMap { faults[$0] }.joined(separator: "; ")
    }

    /// Made known to mustache once.
    private static let pageContent: Void = MustacheContentTypes.register(PageContent(), named: PageContent.name)

    private static func parsed(_ source: String, named name: String) throws(TemplateFault) -> MustacheTemplate {
        let isText = name.hasSuffix(".txt")
        if !isText, ["{{{", "{{&", "{{%", "{{="].contains(where: source.contains) {
            throw TemplateFault(
                description: "\(name): {{{...}}}, {{&...}}, {{%...}} and {{=...}} could print a plan's text unescaped; "
                    + "use {{...}}")
        }
        do {
            // Only plain text goes unescaped, and each partial has to say so for itself.
            _ = pageContent
            return try MustacheTemplate(
                string: "{{% CONTENT_TYPE:\(isText ? "TEXT" : PageContent.name)}}\n\(source)")
        } catch let fault as MustacheTemplate.ParserError {
            let line = fault.context.lineNumber - 1
            throw TemplateFault(
                description: "\(name), line \(line): expected a mustache template, found \(Self.words(fault.error)) at "
                    + "\"\(PlainLine.of(fault.context.line, limit: 80))\"")
        } catch {
            throw TemplateFault(description: "\(name): expected a mustache template: \(error)")
        }
    }

    private static func words(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section that is closed by another name"
        case .unfinishedName: "a name without }}"
        case .expectedSectionEnd: "a section that is not closed"
        case .invalidSetDelimiter: "delimiters that cannot be set"
        case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
            "a {{<...}} with more in it than blocks"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "a {{%...}} that is no setting"
        case nil: "\(error)"
        }
    }

    private static func reaches(_ wanted: String, from name: String, _ partials: [String: [String]]) -> Bool {
        var seen: Set<String> = []
        var open = partials[name] ?? []
        while let next = open.popLast() {
            if next == wanted { return true }
            if seen.insert(next).inserted { open += partials[next] ?? [] }
        }
        return false
    }
}

/// Why a template cannot be used.
struct TemplateFault: Error, CustomStringConvertible {
    let description: String
}
