// Absences: days on which a person is not there, and the deputy is told instead. Recorded by whom, never why.

import CivilTime
import GRDB
import Reminders

/// One absence as the register has it.
public struct AbsenceRecord: Hashable, Sendable {
    public let id: Int64
    public let person: PersonID
    public let name: String
    public let email: String?
    public let from: CivilDate
    public let until: CivilDate
    public let recordedAt: Instant
    public let recordedBy: String
    /// The posts for which the person stands in any seat.
    public let posts: [String]

    /// The same for a file: by the address, where there is one.
    public var entry: AbsenceEntry { AbsenceEntry(person: email ?? name, from: from, until: until) }
}

extension Store {
    /// Absences that have not ended by a day, the earliest first.
    public func absences(from day: CivilDate) throws -> [AbsenceRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT absence.*, name, email FROM absence JOIN person ON person.id = person_id
                    WHERE ended_at IS NULL AND until_day >= ? ORDER BY from_day, absence.id
                    """, arguments: [day]
            ).map { row in
                let posts = try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT post FROM standing JOIN owner ON owner.id = owner_id WHERE person_id = ?
                        ORDER BY post
                        """, arguments: [row["person_id"] as PersonID])
                return AbsenceRecord(
                    id: row["id"], person: row["person_id"], name: row["name"], email: row["email"],
                    from: row["from_day"], until: row["until_day"], recordedAt: row["recorded_at"],
                    recordedBy: row["recorded_by"], posts: posts)
            }
        }
    }

    /// Records an absence; it ends by itself. The same one again changes nothing and returns false.
    @discardableResult
    public func recordAbsence(_ absence: AbsenceEntry, by author: Author, at now: Instant) throws -> Bool {
        try write(at: now, by: author) { try $0.recordAbsence(absence) }
    }

    /// Ends every absence of a person that has not ended by a day, which is the first day on which they are told again.
    /// Returns how many. Throws `noSuchRow`.
    @discardableResult
    public func endAbsence(of person: String, on day: CivilDate, by author: Author, at now: Instant) throws -> Int {
        try write(at: now, by: author) { try $0.endAbsence(of: person, on: day) }
    }
}

extension Transaction {
    func recordAbsence(_ absence: AbsenceEntry) throws -> Bool {
        let person = try Finding(db).person(absence.person)
        guard absence.from <= absence.until else {
            throw RegisterError.wrongState(
                sentence: "an absence cannot end on \(absence.until), before it begins on \(absence.from)")
        }
        let isKnown = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM absence WHERE person_id = ? AND from_day = ? AND until_day = ?
                    AND ended_at IS NULL)
                """, arguments: [person, absence.from, absence.until])
        guard isKnown != true else { return false }
        try execute(
            "INSERT INTO absence (person_id, from_day, until_day, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?)",
            [person, absence.from, absence.until, at, authorName])
        try note(
            .absenceRecorded, LedgerSubject(person: person),
            [("from", .string(absence.from.description)), ("until", .string(absence.until.description))])
        try touchTargets(ofPerson: person)
        return true
    }

    func endAbsence(of name: String, on day: CivilDate) throws -> Int {
        let person = try Finding(db).person(name)
        let ended = try change(
            "UPDATE absence SET ended_at = ?, ended_by = ? WHERE person_id = ? AND ended_at IS NULL AND until_day >= ?",
            [at, authorName, person, day])
        guard ended > 0 else { return 0 }
        try note(.absenceEnded, LedgerSubject(person: person), [("on", .string(day.description))])
        try touchTargets(ofPerson: person)
        return ended
    }
}

extension Finding {
    /// The person with this address or, where it is one person's only, this name. Throws `noSuchRow`, `wrongState`.
    func person(_ words: String) throws -> PersonID {
        let byAddress = try PersonID.fetchOne(
            db, sql: "SELECT id FROM person WHERE \(Finding.byAddress)", arguments: [words])
        if let byAddress { return byAddress }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id FROM person WHERE name = ? COLLATE NOCASE
                AND EXISTS (SELECT 1 FROM standing WHERE person_id = person.id) ORDER BY id
                """, arguments: [words])
        guard rows.count < 2 else {
            throw RegisterError.wrongState(
                sentence:
                    "\(rows.count) people are called \u{201C}\(words)\u{201D}: give the address of the one you mean")
        }
        if let row = rows.first { return row["id"] }
        let names = try String.fetchAll(
            db, sql: "SELECT DISTINCT name FROM person JOIN standing ON person_id = person.id ORDER BY name")
        let hint = Finding.nearest(to: words, among: names).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""
        throw RegisterError.noSuchRow(
            what: "person \u{201C}\(words)\u{201D}; `duewatch owners` lists those who stand for posts\(hint)")
    }
}
