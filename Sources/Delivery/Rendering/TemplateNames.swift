// The names that a template prints. Mustache leaves a name that stands for nothing empty, without a word, so a slip of the
// pen would leave a mail without its date: each name is looked for among those of the built-in templates, which use all.

import ActionPlans

/// A name or a part that a template asks for, and where.
struct TemplateNames {
    struct Asked: Hashable {
        let name: String
        let line: Int
        let isPart: Bool
    }

    let asked: [Asked]

    /// What stands between `{{` and `}}`, without comments and settings, nor what applies a function to a name.
    init(in source: String) {
        var line = 1
        var asked: [Asked] = []
        for (place, piece) in source.split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
            defer { line += piece.utf8.count { $0 == UInt8(ascii: "\n") } }
            guard place > 0, let end = piece.firstIndex(of: "}") else { continue }
            let tag = piece[..<end].drop { $0 == "{" || $0 == "&" || $0 == "#" || $0 == "^" || $0 == "/" }
            guard let mark = tag.first(where: { !$0.isWhitespace }), !"!%=$".contains(mark) else { continue }
            let isPart = mark == ">" || mark == "<"
            let words = tag.drop { $0 == mark && isPart || $0.isWhitespace }.split(separator: " ")
            guard let word = words.first, !tag.contains("(") else { continue }
            let names = isPart ? [word] : word.split(separator: ".")
            asked += names.map { Asked(name: String($0), line: line, isPart: isPart) }
        }
        self.asked = asked
    }

    /// The templates that it includes.
    var parts: [String] { asked.filter(\.isPart).map(\.name) }
}

extension TemplateSet {
    /// Names that stand for nothing in any mail, and parts that there are not, of the administrator's templates: "letter.txt,
    /// line 3: ...".
    public var unknownNames: [String] {
        overridden.sorted { $0.key < $1.key }.flatMap { name, source in
            TemplateNames(in: source).asked.filter { $0.isPart ? !has($0.name) : !Self.known.contains($0.name) }.map {
                let what = $0.isPart ? "a template to include" : "a name that mails have"
                let words = $0.isPart ? Self.names : Self.known.sorted()
                return "\(name), line \($0.line): expected \(what), found \"\($0.name)\", which prints nothing"
                    + Self.hint(for: $0.name, in: words)
            }
        }
    }

    private static let known = Set(
        builtInSources.values.flatMap { TemplateNames(in: $0).asked }.filter { !$0.isPart }.map(\.name))
}
