// What schedules need to be stored: the coming round that a reminder or an answer is about, labels that rules choose by,
// and the rungs that wait for an administrator.

extension Schema {
    static let schedules = """
        ALTER TABLE reminder ADD COLUMN \(day("occurrence"));
        ALTER TABLE answer_target ADD COLUMN \(day("occurrence"));
        CREATE TABLE label (
            target_id INTEGER NOT NULL REFERENCES target,
            word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 60),
            PRIMARY KEY (target_id, word)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE proposal (
            id INTEGER PRIMARY KEY,
            target_id INTEGER NOT NULL REFERENCES target,
            revision INTEGER NOT NULL,
            mode TEXT NOT NULL CHECK (\(oneOf("mode", "folder", "rehearsal", "live"))),
            stage TEXT NOT NULL,
            owner_id INTEGER NOT NULL REFERENCES owner,
            role TEXT NOT NULL CHECK (\(oneOf("role", "holder", "deputy", "manager"))),
            \(day("occurrence")),
            \(day("opens_on")) NOT NULL,
            proposed_at INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (\(oneOf("state", "proposed", "released", "stopped"))),
            decided_at INTEGER,
            decided_by TEXT,
            because TEXT,
            CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
            CHECK (state <> 'stopped' OR because IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX proposal_key
            ON proposal (target_id, revision, mode, stage, owner_id, ifnull(occurrence, ''));
        CREATE INDEX proposal_open ON proposal (target_id) WHERE state = 'proposed';
        """

    /// Whether a proposal waits for an administrator, or goes by itself unless one stops it.
    static let releases = """
        ALTER TABLE proposal ADD COLUMN needs_release INTEGER NOT NULL DEFAULT 1 CHECK (needs_release IN (0, 1));
        """
}
