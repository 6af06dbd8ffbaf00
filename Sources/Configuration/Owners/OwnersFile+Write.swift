// Owner entries as a file to fill in. Written by hand rather than by a library, for the sake of the comments, and of
// values that look the same however they are spelt.
// Source: YAML 1.2.2 section 5.7 (escapes), 7.3 (flow scalars).

import CivilTime
import Reminders

extension OwnersFile {
    /// The entries as a file to fill in; what is not known of a holder is an empty value. `heading` stands above them, and
    /// `notes` above each entry by its post, all of it as comments. Reading it gives the same entries, without holders
    /// that are still empty.
    public static func write(
        _ entries: [OwnerEntry], absences: [AbsenceEntry] = [], heading: [String] = [], notes: [String: [String]] = [:]
    ) -> String {
        var lines = heading.map(comment)
        lines.append(entries.isEmpty ? "owners: []" : "owners:")
        for entry in entries {
            lines += (notes[entry.post] ?? []).map { "  \(comment($0))" }
            lines.append("  - post: \(scalar(entry.post))")
            if !entry.aliases.isEmpty {
                lines.append("    aliases:")
                lines += entry.aliases.map { "      - \(scalar($0))" }
            }
            if let body = entry.body { lines.append("    body: \(scalar(body))") }
            for seat in Seat.allCases { lines += people(entry.people(seat), seat) }
        }
        if !absences.isEmpty { lines.append("absences:") }
        for absence in absences {
            lines += [
                "  - person: \(scalar(absence.person))", "    from: \(absence.from)", "    until: \(absence.until)",
            ]
        }
        return lines.map { "\($0)\n" }.joined()
    }

    /// One person as a mapping, several as a list of them; a holder who is not known as empty values.
    private static func people(_ people: [PersonEntry], _ seat: Seat) -> [String] {
        switch people.count {
        case 0: seat == .holder ? ["    holder:", "      name:", "      email:"] : []
        case 1: ["    \(seat.rawValue):"] + values(people[0]).map { "      \($0)" }
        default:
            ["    \(seat.rawValue):"]
                + people.flatMap { person in
                    values(person).enumerated().map { ($0 == 0 ? "      - " : "        ") + $1 }
                }
        }
    }

    private static func values(_ person: PersonEntry) -> [String] {
        [
            ("name", person.name), ("email", person.email), ("webhook", person.webhook),
            ("from", person.from?.description), ("until", person.until?.description),
        ].compactMap { key, value in value.map { "\(key): \(scalar($0))" } }
    }

    private static func comment(_ text: String) -> String {
        let line = String(String.UnicodeScalarView(text.unicodeScalars.map { isPlainlyVisible($0) ? $0 : " " }))
        return line.isEmpty ? "#" : "# \(line)"
    }

    /// The text as it stands where nothing in it means anything to YAML, else in double quotation marks.
    private static func scalar(_ text: String) -> String {
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isPlain =
            text.first?.isLetter == true && text.last != " " && !words.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                    || " ,.&'()/@+_-".unicodeScalars.contains(scalar)
            }
        if isPlain || CivilDate(iso: text) != nil { return text }
        return "\"\(text.unicodeScalars.map(escaped).joined())\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case _ where isPlainlyVisible(scalar): return String(scalar)
        default:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
    }

    private static func isPlainlyVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: scalar.value != 0xFEFF
        }
    }
}
