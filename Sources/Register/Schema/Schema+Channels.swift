// What is known of relays and endpoints that fail, and in which order messages go. A channel without a row works.

extension Schema {
    static let channels = """
        CREATE TABLE channel (
            channel TEXT PRIMARY KEY CHECK (channel = 'email' OR channel LIKE 'webhook:_%'),
            state TEXT NOT NULL CHECK (state IN ('open', 'stopped')),
            since INTEGER NOT NULL,
            because TEXT NOT NULL,
            until INTEGER,
            openings INTEGER NOT NULL DEFAULT 0 CHECK (openings >= 0),
            settings TEXT NOT NULL,
            CHECK ((state = 'open') = (until IS NOT NULL)),
            CHECK ((state = 'open') = (openings > 0))
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE message ADD COLUMN urgency INTEGER NOT NULL DEFAULT 0 CHECK (urgency IN (0, 1));
        UPDATE message SET urgency = 1 WHERE kind = 'reminders' AND state IN ('waiting', 'held')
            AND NOT EXISTS (SELECT 1 FROM reminder WHERE message_id = message.id
                AND reminder.kind NOT IN ('lead', 'starts', 'check_in'));
        CREATE INDEX message_next ON message (channel, urgency, not_before, id) WHERE state = 'waiting';
        CREATE INDEX message_wire ON message (wire_id) WHERE wire_id IS NOT NULL;
        CREATE INDEX attempt_started ON attempt (started_at);
        """
}
