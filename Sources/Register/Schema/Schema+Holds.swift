// Holds with everything that each needs, on a channel too; and plans that were closed.

extension Schema {
    static let holds = """
        CREATE TABLE standing_hold (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER REFERENCES plan,
            target_id INTEGER REFERENCES target,
            owner_id INTEGER REFERENCES owner,
            channel TEXT CHECK (channel = 'email' OR channel LIKE 'webhook:_%'),
            \(day("until_day")) NOT NULL,
            because TEXT NOT NULL CHECK (because <> ''),
            by TEXT NOT NULL CHECK (by <> ''),
            recorded_at INTEGER NOT NULL,
            recorded_by TEXT NOT NULL,
            ended_at INTEGER,
            ended_by TEXT,
            ended_because TEXT,
            CHECK ((plan_id IS NOT NULL) + (target_id IS NOT NULL) + (owner_id IS NOT NULL) + (channel IS NOT NULL) = 1),
            CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_because IS NULL))
        ) STRICT;
        INSERT INTO standing_hold (id, plan_id, target_id, owner_id, until_day, because, by, recorded_at, recorded_by,
                ended_at, ended_by, ended_because)
            SELECT id, plan_id, target_id, owner_id, until_day, because, by, at, by, ended_at,
                CASE WHEN ended_at IS NULL THEN NULL ELSE by END,
                CASE WHEN ended_at IS NULL THEN NULL ELSE 'it was ended' END
            FROM hold;
        DROP TABLE hold;
        ALTER TABLE standing_hold RENAME TO hold;
        CREATE INDEX hold_standing ON hold (until_day) WHERE ended_at IS NULL;
        ALTER TABLE plan ADD COLUMN closed_at INTEGER;
        ALTER TABLE plan ADD COLUMN closed_by TEXT CHECK ((closed_by IS NULL) = (closed_at IS NULL));
        ALTER TABLE plan ADD COLUMN closed_because TEXT CHECK ((closed_because IS NULL) = (closed_at IS NULL));
        """
}
