// Owners are posts and stay; people and what they answered are purgeable, so the ledger names them by number only.
// In a table WITHOUT ROWID the columns of the key come first: SQLite 3.40's integrity_check mistakes any other order.

extension Schema {
    static let people = """
        CREATE TABLE owner (
            id INTEGER PRIMARY KEY,
            post TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            merged_into INTEGER REFERENCES owner
        ) STRICT;
        CREATE TABLE owner_alias (
            spelling TEXT PRIMARY KEY,
            owner_id INTEGER NOT NULL REFERENCES owner,
            printed TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX owner_alias_owner ON owner_alias (owner_id);
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            email TEXT,
            email_refused_at INTEGER,
            created_at INTEGER NOT NULL,
            CHECK (email_refused_at IS NULL OR email IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
        CREATE TABLE person_channel (
            person_id INTEGER NOT NULL REFERENCES person,
            channel TEXT NOT NULL CHECK (channel = 'email' OR channel LIKE 'webhook:_%'),
            position INTEGER NOT NULL,
            PRIMARY KEY (person_id, channel)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE standing (
            owner_id INTEGER NOT NULL REFERENCES owner,
            role TEXT NOT NULL CHECK (\(oneOf("role", "holder", "deputy", "manager"))),
            person_id INTEGER NOT NULL REFERENCES person,
            \(day("from_day")),
            \(day("until_day")),
            PRIMARY KEY (owner_id, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX standing_person ON standing (person_id);
        CREATE TABLE target_owner (
            target_id INTEGER NOT NULL REFERENCES target,
            owner_id INTEGER NOT NULL REFERENCES owner,
            position INTEGER NOT NULL,
            tie TEXT NOT NULL CHECK (\(oneOf("tie", "certain", "likely", "unclear"))),
            PRIMARY KEY (target_id, owner_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX target_owner_owner ON target_owner (owner_id);
        """

    static let answers = """
        CREATE TABLE answer (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL
                CHECK (\(oneOf("kind", "done", "on-track", "new-date", "not-mine", "withdrawn", "reopen", "note"))),
            \(day("until_day")),
            text TEXT,
            said_by TEXT NOT NULL,
            \(day("said_on")) NOT NULL,
            because TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            recorded_by TEXT NOT NULL,
            undone_at INTEGER,
            undone_by TEXT,
            undone_because TEXT,
            CHECK ((kind = 'on-track') = (until_day IS NOT NULL)),
            CHECK ((kind IN ('new-date', 'note')) = (text IS NOT NULL)),
            CHECK ((undone_at IS NULL) = (undone_because IS NULL) AND (undone_at IS NULL) = (undone_by IS NULL))
        ) STRICT;
        CREATE TABLE answer_target (
            id INTEGER PRIMARY KEY,
            answer_id INTEGER NOT NULL REFERENCES answer,
            target_id INTEGER NOT NULL REFERENCES target,
            owner_id INTEGER REFERENCES owner,
            status_before TEXT NOT NULL,
            revision_before INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX answer_target_target ON answer_target (target_id);
        CREATE INDEX answer_target_answer ON answer_target (answer_id);
        CREATE TABLE hold (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER REFERENCES plan,
            target_id INTEGER REFERENCES target,
            owner_id INTEGER REFERENCES owner,
            \(day("until_day")) NOT NULL,
            because TEXT NOT NULL,
            by TEXT NOT NULL,
            at INTEGER NOT NULL,
            ended_at INTEGER,
            CHECK ((plan_id IS NOT NULL) + (target_id IS NOT NULL) + (owner_id IS NOT NULL) = 1)
        ) STRICT;
        """
}
