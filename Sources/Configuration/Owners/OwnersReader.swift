// Makes owner entries of the list in an owners file. A person without a name and address is one that nobody has filled in
// yet, and no mistake.

import CivilTime
import Reminders
import Yams

struct OwnersReader {
    let findings: Findings
    let allowedDomains: [String]
    let endpoints: [String]
    /// The line in which each spelling of a post was first seen.
    private var lines: [String: Int?] = [:]
    /// The name that each address was first seen with, and its line.
    private var names: [String: (name: String, line: Int?)] = [:]

    init(findings: Findings, allowedDomains: [String], endpoints: [String]) {
        self.findings = findings
        self.allowedDomains = allowedDomains
        self.endpoints = endpoints
    }

    mutating func entries(_ root: Section) -> [OwnerEntry] {
        root.require("owners", expecting: "a list of posts")
        var entries: [OwnerEntry] = []
        for (node, place) in root.elements("owners", expecting: "a list of posts, each with post: and holder:") ?? [] {
            let keys = ["post", "aliases", "body"] + Seat.allCases.map(\.rawValue)
            guard let section = Section(node, at: place, keys: keys, findings: findings) else { continue }
            if let entry = entry(section) { entries.append(entry) }
        }
        return entries
    }

    private mutating func entry(_ section: Section) -> OwnerEntry? {
        section.require("post", expecting: "the post as the plan prints it")
        let post = section.line("post", expecting: "the post as the plan prints it")
        if let post { claim(post, at: section.place(of: "post")) }
        let aliases = aliases(section)
        let body = section.line("body", expecting: "the name of the body that the post belongs to")
        var people: [Seat: [PersonEntry]] = [:]
        for seat in Seat.allCases { people[seat] = self.people(seat, in: section) }
        guard let post else { return nil }
        let entry = OwnerEntry(post: post, aliases: aliases, body: body, people: people)
        if let (seat, first, second) = entry.overlap {
            findings.error(
                at: section.place(of: seat.rawValue), expected: "one \(seat.rawValue) on each day",
                found: "\(first.words), and \(second.words)",
                hint: "give the first an until: day, or the second a later from:")
        }
        return entry
    }

    /// One person, or a list of those who follow one another.
    private mutating func people(_ seat: Seat, in entry: Section) -> [PersonEntry] {
        let key = seat.rawValue
        guard let node = entry.node(key) else { return [] }
        guard case .sequence = node else { return [person(node, at: entry.place(of: key))].compactMap(\.self) }
        return (entry.elements(key, expecting: "people") ?? []).compactMap { person($0.node, at: $0.place) }
    }

    /// Days on which people are not there.
    func absences(_ root: Section) -> [AbsenceEntry] {
        let elements = root.elements("absences", expecting: "a list, each with person:, from: and until:") ?? []
        return elements.compactMap { node, place in
            let keys = ["person", "from", "until"]
            guard let section = Section(node, at: place, keys: keys, findings: findings) else { return nil }
            section.require("person", expecting: "the address of the person, or the name")
            let person = section.line("person", expecting: "the address of the person, or the name")
            for key in ["from", "until"] { section.require(key, expecting: "a day as 2026-01-31") }
            guard let person, let from = day("from", in: section), let until = day("until", in: section) else {
                return nil
            }
            checkOrder(from, until, in: section)
            return AbsenceEntry(person: person, from: from, until: until)
        }
    }

    private mutating func aliases(_ section: Section) -> [String] {
        var aliases: [String] = []
        for (node, place) in section.elements("aliases", expecting: "a list of other spellings of the post") ?? [] {
            guard case .scalar(let scalar) = node, !node.isNothing, scalar.string.isOneLine else {
                findings.error(
                    at: place, expected: "another spelling of the post, one line of at most 500 characters",
                    found: node.shown)
                continue
            }
            claim(scalar.string, at: place)
            aliases.append(scalar.string)
        }
        return aliases
    }

    /// One spelling names one post: reports one that was there before.
    private mutating func claim(_ spelling: String, at place: Place) {
        let key = Self.plain(spelling)
        if let line = lines[key] {
            findings.error(
                at: place, expected: "each post and spelling once", found: spelling.quoted,
                hint: "it stands in line \(line.map(String.init) ?? "?") already")
        } else {
            lines[key] = place.line
        }
    }

    /// One address is one person or mailbox: reports a second name for it, which would silently replace the first.
    private mutating func claim(_ address: MailAddress, for name: String, at place: Place) {
        let key = address.description.lowercased()
        guard let first = names[key] else {
            names[key] = (name, place.line)
            return
        }
        guard first.name != name else { return }
        findings.error(
            at: place, expected: "one name for one address", found: name.quoted,
            hint: "line \(first.line.map(String.init) ?? "?") calls \(key) \(first.name.quoted)")
    }

    private static func plain(_ spelling: String) -> String {
        let straight = String(spelling.map { "\u{2018}\u{2019}".contains($0) ? "'" : $0 }).lowercased()
        let words = straight.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    /// nil where nobody is named.
    private mutating func person(_ node: Node, at place: Place) -> PersonEntry? {
        let keys = ["name", "email", "webhook", "from", "until"]
        guard let section = Section(node, at: place, keys: keys, findings: findings) else { return nil }
        guard keys.contains(where: { !section.isAbsent($0) }) else { return nil }
        section.require("name", expecting: "the name of a person or mailbox")
        let name = section.line("name", expecting: "the name of a person or mailbox")
        let email = section.address("email", allowing: allowedDomains)
        let webhook = section.value(
            "webhook", expecting: endpoints.isEmpty ? "no webhook, since the settings know none" : listed(endpoints),
            hint: { MistakenWord.hint(for: $0, in: endpoints) }, reading: { endpoints.contains($0) ? $0 : nil })
        if section.isAbsent("email"), section.isAbsent("webhook") {
            findings.warning(
                at: section.place(of: "email"), expected: "email or webhook", found: "neither",
                hint: "what is meant for \(name ?? "this person") goes to the administrator")
        }
        let from = day("from", in: section)
        let until = day("until", in: section)
        if let from, let until { checkOrder(from, until, in: section) }
        guard let name else { return nil }
        if let email { claim(email, for: name, at: section.place(of: "name")) }
        return PersonEntry(name: name, email: email?.description, webhook: webhook, from: from, until: until)
    }

    private func checkOrder(_ from: CivilDate, _ until: CivilDate, in section: Section) {
        guard until < from else { return }
        findings.error(at: section.place(of: "until"), expected: "a day not before \(from)", found: "\(until)")
    }

    private func day(_ key: String, in section: Section) -> CivilDate? {
        section.value(
            key, expecting: "a day as 2026-01-31", hint: { _ in "year, month and day in numbers" },
            reading: { CivilDate(iso: $0) })
    }
}
