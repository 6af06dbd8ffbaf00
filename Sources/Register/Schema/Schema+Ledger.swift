// The worklist, and the ledger with its chain. No foreign keys lead out of the ledger: what it names may be purged.

extension Schema {
    static let worklist = """
        CREATE TABLE worklist (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            plan_id INTEGER REFERENCES plan,
            target_id INTEGER REFERENCES target,
            text TEXT NOT NULL,
            line INTEGER,
            opened_at INTEGER NOT NULL,
            settled_at INTEGER,
            settled_because TEXT,
            CHECK ((settled_at IS NULL) = (settled_because IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX worklist_open ON worklist (kind, ifnull(plan_id, 0), ifnull(target_id, 0), text)
            WHERE settled_at IS NULL;
        CREATE INDEX worklist_target ON worklist (target_id) WHERE settled_at IS NULL;
        """

    static let ledger = """
        CREATE TABLE author (
            digest TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ledger (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            event TEXT NOT NULL,
            plan_id INTEGER,
            target_id INTEGER,
            reminder_id INTEGER,
            message_id INTEGER,
            owner_id INTEGER,
            person_id INTEGER,
            author TEXT,
            detail TEXT NOT NULL,
            prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
            hash TEXT NOT NULL CHECK (length(hash) = 64)
        ) STRICT;
        CREATE INDEX ledger_target ON ledger (target_id) WHERE target_id IS NOT NULL;
        CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
            BEGIN SELECT raise(ABORT, 'the ledger is never changed'); END;
        CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
            BEGIN SELECT raise(ABORT, 'the ledger is never cut'); END;
        """
}
