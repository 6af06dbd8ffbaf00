// Reminders and the outbox. The CHECKs hold the state machine of a message:
// waiting -> claimed -> delivered | waiting | refused | set_aside; waiting <-> held; waiting -> void; set_aside -> waiting.

extension Schema {
    static let outbox = """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            opened_at INTEGER NOT NULL,
            because TEXT NOT NULL,
            released_at INTEGER,
            released_by TEXT,
            CHECK ((released_at IS NULL) = (released_by IS NULL))
        ) STRICT;
        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (\(oneOf("kind", "reminders", "receipt", "notice", "test"))),
            plan_id INTEGER REFERENCES plan,
            recipient INTEGER NOT NULL REFERENCES person,
            channel TEXT NOT NULL,
            mode TEXT CHECK (\(oneOf("mode", "folder", "rehearsal", "live"))),
            \(day("window_day")),
            not_before INTEGER NOT NULL,
            state TEXT NOT NULL
                CHECK (\(oneOf("state", "waiting", "claimed", "held", "delivered", "refused", "set_aside", "void"))),
            wire_id TEXT CHECK (length(wire_id) = 32),
            facts TEXT,
            created_at INTEGER NOT NULL,
            first_attempt_at INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
            may_have_arrived INTEGER NOT NULL DEFAULT 0 CHECK (may_have_arrived IN (0, 1)),
            is_released INTEGER NOT NULL DEFAULT 0 CHECK (is_released IN (0, 1)),
            lease_token INTEGER,
            lease_until INTEGER,
            batch_id INTEGER REFERENCES batch,
            notice TEXT,
            notice_key TEXT UNIQUE,
            settled_at INTEGER,
            because TEXT,
            CHECK ((state = 'claimed') = (lease_token IS NOT NULL)),
            CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
            CHECK ((state = 'held') = (batch_id IS NOT NULL)),
            CHECK ((\(oneOf("state", "delivered", "refused", "void"))) = (settled_at IS NOT NULL)),
            CHECK ((attempts > 0) = (first_attempt_at IS NOT NULL)),
            CHECK (attempts = 0 OR wire_id IS NOT NULL),
            CHECK ((kind = 'reminders') = (notice_key IS NULL)),
            CHECK (kind <> 'reminders' OR (plan_id IS NOT NULL AND mode IS NOT NULL))
        ) STRICT;
        CREATE INDEX message_waiting ON message (not_before) WHERE state = 'waiting';
        CREATE INDEX message_claimed ON message (id) WHERE state = 'claimed';
        CREATE INDEX message_held ON message (batch_id) WHERE state = 'held';
        CREATE INDEX message_gathering ON message (recipient, plan_id, window_day)
            WHERE state = 'waiting' AND attempts = 0;
        CREATE TABLE reminder (
            id INTEGER PRIMARY KEY,
            target_id INTEGER NOT NULL REFERENCES target,
            revision INTEGER NOT NULL,
            stage TEXT NOT NULL,
            repetition INTEGER NOT NULL CHECK (repetition > 0),
            recipient INTEGER NOT NULL REFERENCES person,
            channel TEXT NOT NULL,
            mode TEXT NOT NULL CHECK (\(oneOf("mode", "folder", "rehearsal", "live"))),
            kind TEXT NOT NULL,
            owner_id INTEGER REFERENCES owner,
            role TEXT NOT NULL CHECK (\(oneOf("role", "holder", "deputy", "manager"))),
            stand_in TEXT,
            \(day("planned_day")) NOT NULL,
            message_id INTEGER NOT NULL REFERENCES message,
            state TEXT NOT NULL CHECK (\(oneOf("state", "waiting", "sent", "given_up", "dropped"))),
            recorded_at INTEGER NOT NULL,
            sent_at INTEGER,
            because TEXT,
            CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
            CHECK ((state = 'dropped') = (because IS NOT NULL))
        ) STRICT;
        CREATE UNIQUE INDEX reminder_key
            ON reminder (target_id, revision, stage, repetition, recipient, channel, mode) WHERE state <> 'dropped';
        CREATE INDEX reminder_message ON reminder (message_id);
        CREATE TABLE refusal (
            target_id INTEGER NOT NULL REFERENCES target,
            revision INTEGER NOT NULL,
            stage TEXT NOT NULL,
            repetition INTEGER NOT NULL,
            owner_id INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (target_id, revision, stage, repetition, owner_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt (
            message_id INTEGER NOT NULL REFERENCES message,
            lease_token INTEGER NOT NULL,
            number INTEGER NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            duration_ms INTEGER,
            outcome TEXT,
            code INTEGER,
            enhanced TEXT,
            text TEXT,
            remote TEXT,
            verdict TEXT,
            PRIMARY KEY (message_id, lease_token),
            CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (outcome IS NULL) = (verdict IS NULL))
        ) STRICT, WITHOUT ROWID;
        """
}
