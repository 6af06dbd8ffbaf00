// Plans, their editions and recommendations, and the targets. Instants are milliseconds UTC, days are ISO 8601.

extension Schema {
    static let plans = """
        CREATE TABLE register (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            uuid TEXT NOT NULL,
            salt BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            machine_id TEXT,
            mode_last TEXT CHECK (\(oneOf("mode_last", "folder", "rehearsal", "live"))),
            paused_at INTEGER,
            paused_by TEXT,
            paused_because TEXT,
            CHECK ((paused_at IS NULL) = (paused_because IS NULL) AND (paused_at IS NULL) = (paused_by IS NULL))
        ) STRICT;
        CREATE TABLE plan (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            \(day("published")),
            adopted_at INTEGER NOT NULL,
            armed_at INTEGER,
            armed_by TEXT,
            CHECK ((armed_at IS NULL) = (armed_by IS NULL))
        ) STRICT;
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            code TEXT NOT NULL,
            label TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('original', 'update')),
            \(day("date")),
            adopted_at INTEGER NOT NULL,
            UNIQUE (plan_id, code)
        ) STRICT;
        CREATE TABLE import (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            UNIQUE (plan_id, sha256)
        ) STRICT;
        CREATE TABLE recommendation (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            edition_id INTEGER NOT NULL REFERENCES edition,
            position INTEGER NOT NULL,
            number TEXT NOT NULL,
            directed_at TEXT,
            text TEXT NOT NULL,
            response TEXT,
            response_as_printed TEXT,
            line INTEGER NOT NULL,
            UNIQUE (plan_id, number)
        ) STRICT;
        CREATE TABLE approval (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            at INTEGER NOT NULL,
            by TEXT NOT NULL,
            messages INTEGER NOT NULL CHECK (messages >= 0),
            \(day("until_day")) NOT NULL
        ) STRICT;
        CREATE INDEX approval_plan ON approval (plan_id);
        """

    static let targets = """
        CREATE TABLE target (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            recommendation_id INTEGER NOT NULL REFERENCES recommendation,
            edition_id INTEGER NOT NULL REFERENCES edition,
            statement INTEGER NOT NULL CHECK (statement > 0),
            reference TEXT NOT NULL UNIQUE,
            pairing TEXT NOT NULL CHECK (\(oneOf("pairing", "certain", "likely", "unclear"))),
            line INTEGER,
            status TEXT NOT NULL
                CHECK (\(oneOf("status", "open", "completed", "verified", "ongoing", "withdrawn", "superseded"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
            revision INTEGER NOT NULL CHECK (revision > 0),
            waiting_since INTEGER,
            armed_at INTEGER,
            next_check INTEGER,
            UNIQUE (recommendation_id, statement),
            CHECK (next_check IS NULL OR armed_at IS NOT NULL),
            CHECK ((waiting_since IS NULL) = (armed_at IS NOT NULL)),
            CHECK (status <> 'superseded' OR armed_at IS NULL)
        ) STRICT;
        CREATE INDEX target_next_check ON target (next_check) WHERE next_check IS NOT NULL;
        CREATE INDEX target_plan ON target (plan_id);
        CREATE TABLE action (
            id INTEGER PRIMARY KEY,
            target_id INTEGER NOT NULL REFERENCES target,
            edition_id INTEGER NOT NULL REFERENCES edition,
            position INTEGER NOT NULL,
            label TEXT,
            text TEXT NOT NULL,
            pairing TEXT NOT NULL CHECK (\(oneOf("pairing", "certain", "likely", "unclear")))
        ) STRICT;
        CREATE INDEX action_target ON action (target_id);
        CREATE TABLE date_revision (
            target_id INTEGER NOT NULL REFERENCES target,
            number INTEGER NOT NULL CHECK (number > 0),
            phrase TEXT NOT NULL,
            kind TEXT,
            \(day("from_day")),
            \(day("due")),
            precision TEXT,
            rule TEXT,
            completed_on TEXT,
            recurrence TEXT,
            after TEXT,
            period TEXT,
            why TEXT,
            milestone TEXT,
            readings TEXT NOT NULL,
            cause TEXT NOT NULL CHECK (\(oneOf("cause", "printed", "new_edition", "extended", "corrected"))),
            is_extension INTEGER NOT NULL CHECK (is_extension IN (0, 1)),
            edition_id INTEGER REFERENCES edition,
            answer_id INTEGER,
            at INTEGER NOT NULL,
            by TEXT,
            because TEXT,
            PRIMARY KEY (target_id, number),
            CHECK ((kind IS NULL) = (rule IS NULL)),
            CHECK (cause <> 'printed' OR number = 1)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER date_revision_is_frozen BEFORE UPDATE ON date_revision
            BEGIN SELECT raise(ABORT, 'a date revision is never changed'); END;
        CREATE TRIGGER date_revision_is_kept BEFORE DELETE ON date_revision
            BEGIN SELECT raise(ABORT, 'a date revision is never removed'); END;
        """
}
