// Posts that change hands, absences, bodies, copies, and what joint ownership means. In one role one person stands on
// each day, which triggers hold as well as the verbs.

extension Schema {
    static let owners = """
        ALTER TABLE owner ADD COLUMN body TEXT;
        CREATE TABLE standing_period (
            id INTEGER PRIMARY KEY,
            owner_id INTEGER NOT NULL REFERENCES owner,
            role TEXT NOT NULL CHECK (\(oneOf("role", "holder", "deputy", "manager", "doer"))),
            person_id INTEGER NOT NULL REFERENCES person,
            \(day("from_day")),
            \(day("until_day")),
            CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day)
        ) STRICT;
        INSERT INTO standing_period (owner_id, role, person_id, from_day, until_day)
            SELECT owner_id, role, person_id, from_day, until_day FROM standing
            WHERE from_day IS NULL OR until_day IS NULL OR from_day <= until_day;
        DROP TABLE standing;
        ALTER TABLE standing_period RENAME TO standing;
        CREATE INDEX standing_owner ON standing (owner_id, role);
        CREATE INDEX standing_person ON standing (person_id);
        CREATE TRIGGER standing_is_alone BEFORE INSERT ON standing WHEN EXISTS (
            SELECT 1 FROM standing WHERE owner_id = NEW.owner_id AND role = NEW.role
            AND ifnull(from_day, '') <= ifnull(NEW.until_day, '9999-12-31')
            AND ifnull(until_day, '9999-12-31') >= ifnull(NEW.from_day, ''))
            BEGIN SELECT raise(ABORT, 'two people would stand in one role on one day'); END;
        CREATE TRIGGER standing_stays_alone BEFORE UPDATE ON standing WHEN EXISTS (
            SELECT 1 FROM standing WHERE owner_id = NEW.owner_id AND role = NEW.role AND id <> OLD.id
            AND ifnull(from_day, '') <= ifnull(NEW.until_day, '9999-12-31')
            AND ifnull(until_day, '9999-12-31') >= ifnull(NEW.from_day, ''))
            BEGIN SELECT raise(ABORT, 'two people would stand in one role on one day'); END;
        CREATE TABLE absence (
            id INTEGER PRIMARY KEY,
            person_id INTEGER NOT NULL REFERENCES person,
            \(day("from_day")) NOT NULL,
            \(day("until_day")) NOT NULL,
            recorded_at INTEGER NOT NULL,
            recorded_by TEXT NOT NULL,
            ended_at INTEGER,
            ended_by TEXT,
            CHECK (from_day <= until_day),
            CHECK ((ended_at IS NULL) = (ended_by IS NULL))
        ) STRICT;
        CREATE INDEX absence_person ON absence (person_id) WHERE ended_at IS NULL;
        ALTER TABLE reminder ADD COLUMN copy TEXT CHECK (copy IN ('doer', 'joint'));
        ALTER TABLE plan ADD COLUMN joint TEXT NOT NULL DEFAULT 'all' CHECK (\(oneOf("joint", "all", "any", "lead")));
        ALTER TABLE target ADD COLUMN joint TEXT CHECK (\(oneOf("joint", "all", "any", "lead")));
        ALTER TABLE target ADD COLUMN joint_lead INTEGER REFERENCES owner CHECK (joint_lead IS NULL OR joint = 'lead');
        """
}
