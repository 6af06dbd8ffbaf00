// Reads which target dates moved: from the first one, which is frozen, to the one in force. A correction of our own
// misreading is no slip.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// In the order of the plans and their documents; throws `noSuchPlan`.
    public func slips(plan name: String? = nil) throws -> Slips {
        try read { db in
            let plan = try name.map { try Finding(db).plan($0) }
            return try SlipsReader(db: db).slips(plan: plan)
        }
    }
}

struct SlipsReader {
    let db: Database

    func slips(plan: PlanID?) throws -> Slips {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT target.id AS id, reference, status, recommendation_id, superseded_in, same_as,
                    date_revision.number AS number, phrase, date_revision.kind AS kind, from_day, due, cause, because,
                    edition.code AS code, silent.code AS latest,
                    EXISTS (SELECT 1 FROM worklist WHERE target_id = target.id AND kind = 'superseded') AS is_doubted,
                    (SELECT like_target_id FROM worklist WHERE target_id = target.id AND kind = 'superseded'
                        ORDER BY id DESC LIMIT 1) AS successor
                FROM target JOIN recommendation ON recommendation.id = recommendation_id
                JOIN date_revision ON date_revision.target_id = target.id
                LEFT JOIN edition ON edition.id = date_revision.edition_id
                LEFT JOIN edition AS silent ON silent.id = superseded_in
                WHERE ? IS NULL OR target.plan_id = ?
                ORDER BY target.plan_id, recommendation.position, statement, date_revision.number
                """, arguments: [plan, plan])
        var slips: [Slip] = []
        var dated = 0
        var place = rows.startIndex
        while place < rows.endIndex {
            let id: TargetID = rows[place]["id"]
            let end = rows[place...].firstIndex { $0["id"] != id } ?? rows.endIndex
            let (isDated, slip) = try slip(Array(rows[place..<end]))
            if isDated { dated += 1 }
            if let slip { slips.append(slip) }
            place = end
        }
        return Slips(rows: slips, dated: dated)
    }

    /// - Parameter revisions: of one target, by number.
    private func slip(_ revisions: [Row]) throws -> (isDated: Bool, Slip?) {
        let moved = revisions.dropFirst().firstIndex { $0["cause"] as DateRevision.Cause != .corrected }
        let first = revisions[(moved ?? revisions.endIndex) - 1]
        guard let firstDay = day(first), let present = revisions.last else { return (false, nil) }
        let later = revisions[(moved ?? revisions.endIndex)...]
        let moves = later.filter { day($0) != nil }.count
        func slip(_ phrase: String?, _ day: CivilDate?, _ cause: String, _ sureness: Pairing) -> Slip {
            Slip(
                reference: present["reference"], status: present["status"], firstPhrase: first["phrase"],
                first: firstDay, presentPhrase: phrase, present: day, cause: cause, sureness: sureness, moves: moves)
        }
        if present["status"] as Status == .superseded {
            // What was done or never had a day stands on no worklist, and did not slip.
            guard present["is_doubted"] else { return (true, nil) }
            let edition = (present["latest"] as String?).map { "edition \($0)" } ?? "a later edition"
            if let decided = try target(present["same_as"]) {
                guard decided.day != firstDay else { return (true, nil) }
                return (true, slip(decided.phrase, decided.day, "\(edition), now \(decided.reference)", .certain))
            }
            if let likely = try target(present["successor"]) {
                return (true, slip(likely.phrase, likely.day, "\(edition), probably \(likely.reference)", .likely))
            }
            let others = try candidates(for: present)
            guard !others.isEmpty else { return (true, slip(nil, nil, "\(edition) is silent about it", .unclear)) }
            // Whichever of them it is, where all say the same.
            let phrases = others.map(\.phrase).uniqued()
            return (
                true,
                slip(
                    phrases.joined(separator: " or "), phrases.count == 1 ? others[0].day : nil,
                    "\(edition) does not say which", .unclear)
            )
        }
        guard let last = later.last(where: { day($0) != nil || $0["kind"] as Reading.Kind? == .ongoing }),
            day(last) != firstDay
        else { return (true, nil) }
        return (true, slip(last["phrase"], day(last), cause(last), .certain))
    }

    private typealias Present = (reference: String, phrase: String, day: CivilDate?)

    private func target(_ id: TargetID?) throws -> Present? {
        guard let id else { return nil }
        return try present("target.id = ?", [id]).first
    }

    /// What the edition prints for the recommendation that nothing before it explains.
    private func candidates(for row: Row) throws -> [Present] {
        try present(
            """
            recommendation_id = ? AND status <> 'superseded' AND phrase <> '' AND EXISTS (SELECT 1
                FROM date_revision AS first WHERE first.target_id = target.id AND first.number = 1 AND edition_id = ?)
            """, [row["recommendation_id"] as Int64, row["superseded_in"] as Int64?])
    }

    private func present(_ condition: String, _ arguments: StatementArguments) throws -> [Present] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT reference, phrase, from_day, due FROM target
                    JOIN date_revision ON target_id = target.id AND number = revision
                    WHERE \(condition) ORDER BY statement
                    """), arguments: arguments
        ).map { ($0["reference"], $0["phrase"], day($0)) }
    }

    /// What a person counts from: the day it is due, or else the day it starts.
    private func day(_ row: Row) -> CivilDate? { row["due"] ?? row["from_day"] }

    private func cause(_ row: Row) -> String {
        switch row["cause"] as DateRevision.Cause {
        case .extended: "extended" + ((row["because"] as String?).map { ": \($0)" } ?? "")
        case .corrected: "corrected" + ((row["because"] as String?).map { ": \($0)" } ?? "")
        case .newEdition, .printed: "edition \(row["code"] as String? ?? "unknown")"
        }
    }
}
