// An administrator's word on rungs above the deputy: released, or stopped with a reason. Either can be changed until the
// rung is told.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// The rungs of targets that can be released or stopped; of these references, or all. Throws `noSuchTarget`.
    public func proposals(_ references: [String] = [], state: String? = nil) throws -> [ProposalRow] {
        try read { db in try Self.proposals(db, references, state: state) }
    }

    /// Lets the proposed rungs of these targets go, on their day or at once where it has come. Throws where there is none.
    public func releaseRungs(_ references: [String], by author: Author, at now: Instant) throws -> [ProposalRow] {
        try write(at: now, by: author) { writing in
            try writing.decide(references, state: "released", because: nil, .rungReleased)
        }
    }

    /// Keeps the rungs of these targets from being told. Throws where there is none.
    public func stopRungs(
        _ references: [String], because: String, by author: Author, at now: Instant
    ) throws -> [ProposalRow] {
        try write(at: now, by: author) { writing in
            try writing.decide(references, state: "stopped", because: because, .rungStopped)
        }
    }

    static func proposals(_ db: Database, _ references: [String], state: String?) throws -> [ProposalRow] {
        guard !references.isEmpty else {
            return try ProposalRow.fetch(db, where: "? IS NULL OR state = ?", [state, state])
        }
        return try references.flatMap { reference in
            let target = try Finding(db).target(reference)
            return try ProposalRow.fetch(
                db, where: "target_id = ? AND (? IS NULL OR state = ?)", [target, state, state])
        }
    }
}

extension Transaction {
    fileprivate func decide(
        _ references: [String], state: String, because: String?, _ event: LedgerEvent
    ) throws -> [ProposalRow] {
        try references.flatMap { reference -> [ProposalRow] in
            let rows = try Store.proposals(db, [reference], state: nil)
            guard !rows.isEmpty else {
                throw RegisterError.wrongState(
                    sentence: "no rung of \(reference) waits to be released or stopped; `duewatch status` lists those "
                        + "that do")
            }
            for row in rows {
                try execute(
                    "UPDATE proposal SET state = ?, decided_at = ?, decided_by = ?, because = ? WHERE id = ?",
                    [state, at, authorName, because, row.id])
                try note(
                    event, LedgerSubject(plan: row.plan, target: row.target, owner: row.owner),
                    [("stage", .string(row.stage))] + (because.map { [("because", .string($0))] } ?? []))
                try touch(row.target)
            }
            return rows
        }
    }
}
