// The problems found so far in one file, and the places they are found at.

/// A line and the path of a field: `delivery.mode` in line 4.
struct Place {
    let line: Int?
    let field: String

    /// The place of a key below this one, in the same line until something better is known.
    func key(_ name: String, line: Int? = nil) -> Place {
        Place(line: line ?? self.line, field: field.isEmpty ? name : "\(field).\(name)")
    }

    /// The place of an element of the list here, counted from 1.
    func element(_ number: Int, line: Int?) -> Place {
        Place(line: line ?? self.line, field: "\(field)[\(number)]")
    }
}

final class Findings {
    let file: String
    private var found: [Problem] = []

    init(file: String) { self.file = file }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// In the order of the file; what is in no line comes first, what is in another file last.
    var problems: [Problem] {
        found.enumerated()
            .sorted { a, b in
                let (first, second) = (a.element.file == file ? 0 : 1, b.element.file == file ? 0 : 1)
                return (first, a.element.line ?? 0, a.offset) < (second, b.element.line ?? 0, b.offset)
            }
            .map(\.element)
    }

    func error(at place: Place, expected: String, found: String, hint: String? = nil) {
        add(.error, place, expected, found, hint)
    }

    func warning(at place: Place, expected: String, found: String, hint: String? = nil) {
        add(.warning, place, expected, found, hint)
    }

    func error(at place: Place, _ fault: FileFault) {
        add(.error, place, fault.expected, fault.found, fault.hint)
    }

    /// The problems of another file that this one names.
    func include(_ problems: [Problem]) { found += problems }

    private func add(
        _ severity: Problem.Severity, _ place: Place, _ expected: String, _ found: String, _ hint: String?
    ) {
        self.found.append(
            Problem(
                severity: severity, file: file, line: place.line, field: place.field, expected: expected,
                found: found, hint: hint))
    }
}
