// What people decided about doubts, and the steps of a recommendation that they choose among. A decision stands for as
// long as the document prints what it was about.

extension Schema {
    static let decisions = """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY,
            plan_id INTEGER NOT NULL REFERENCES plan,
            target_id INTEGER REFERENCES target,
            kind TEXT NOT NULL
                CHECK (\(oneOf("kind", "date", "owner", "action", "same-as", "keep", "none", "dismiss", "one-post"))),
            value TEXT NOT NULL,
            doubt TEXT,
            printed TEXT,
            decided_by TEXT NOT NULL,
            because TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            recorded_by TEXT NOT NULL,
            CHECK ((kind IN ('dismiss', 'one-post')) OR target_id IS NOT NULL)
        ) STRICT;
        CREATE INDEX decision_target ON decision (target_id) WHERE target_id IS NOT NULL;
        CREATE INDEX decision_plan ON decision (plan_id);
        CREATE TABLE printed_action (
            recommendation_id INTEGER NOT NULL REFERENCES recommendation,
            position INTEGER NOT NULL,
            label TEXT,
            text TEXT NOT NULL,
            PRIMARY KEY (recommendation_id, position)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE worklist ADD COLUMN decision_id INTEGER REFERENCES decision;
        ALTER TABLE worklist ADD COLUMN like_target_id INTEGER REFERENCES target;
        ALTER TABLE worklist ADD COLUMN owner_id INTEGER REFERENCES owner;
        ALTER TABLE worklist ADD COLUMN like_owner_id INTEGER REFERENCES owner;
        CREATE INDEX worklist_decided ON worklist (plan_id, kind) WHERE decision_id IS NOT NULL;
        ALTER TABLE date_revision ADD COLUMN decision_id INTEGER REFERENCES decision;
        ALTER TABLE target ADD COLUMN same_as INTEGER REFERENCES target;
        CREATE INDEX target_same_as ON target (same_as) WHERE same_as IS NOT NULL;
        ALTER TABLE recommendation ADD COLUMN printed_number TEXT;
        ALTER TABLE recommendation ADD COLUMN vanished_in INTEGER REFERENCES edition;
        """
}
