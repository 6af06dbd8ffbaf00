// Single values of a section. Each says what it expected and what it found; what is missing is for the caller to judge.

import Yams

extension Section {
    /// The value of a key as `reading` understands it. Nil where it is missing or, with a problem, where it is
    /// something else. A secret's value is never shown.
    func value<Value>(
        _ key: String, expecting expected: String, isSecret: Bool = false, hint: (String) -> String? = { _ in nil },
        reading: (String) -> Value?
    ) -> Value? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            findings.error(at: place(of: key), expected: expected, found: node.shown)
            return nil
        }
        if let value = reading(scalar.string) { return value }
        findings.error(
            at: place(of: key), expected: expected, found: isSecret ? "something else (not shown)" : node.shown,
            hint: hint(scalar.string))
        return nil
    }

    /// Reports a key without a value.
    func require(_ key: String, expecting expected: String, hint: String? = nil) {
        guard isAbsent(key) else { return }
        findings.error(at: place(of: key), expected: expected, found: "nothing", hint: hint)
    }

    /// One line of 1 to 500 characters without control characters.
    func line(_ key: String, expecting expected: String) -> String? {
        value(key, expecting: "\(expected), one line of at most 500 characters") { $0.isOneLine ? $0 : nil }
    }

    /// One of the words of a type.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type, without excluded: [String] = []
    ) -> Choice? where Choice.RawValue == String {
        let words = type.allCases.map(\.rawValue).filter { !excluded.contains($0) }
        return value(key, expecting: listed(words), hint: { MistakenWord.hint(for: $0, in: words) }) { text in
            words.contains(text) ? type.init(rawValue: text) : nil
        }
    }

    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, expecting: "a number from \(range.lowerBound) to \(range.upperBound)") { text in
            guard text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
                text.first != "0" || text == "0"
            else { return nil }
            return Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    func flag(_ key: String) -> Bool? {
        value(key, expecting: "true or false") { ["true": true, "false": false][$0] }
    }

    /// A path; a relative one is taken from `folder`.
    func path(_ key: String, from folder: String) -> String? {
        value(key, expecting: "a path") { text in
            guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
            else { return nil }
            return text.hasPrefix("/") ? text : folder.isEmpty ? text : "\(folder)/\(text)"
        }
    }
}

extension String {
    /// Whether it is one line of 1 to 500 characters with something to see in it.
    var isOneLine: Bool {
        (1...500).contains(count) && contains { !$0.isWhitespace }
            && unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }
}
