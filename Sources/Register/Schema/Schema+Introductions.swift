// Which messages introduce their reader to a plan, and which of those the administrator was told of as unanswered; and
// what the administrator's notes have said already, so that they say it more rarely.

extension Schema {
    static let introductions = """
        ALTER TABLE message ADD COLUMN introduces INTEGER NOT NULL DEFAULT 0 CHECK (introduces IN (0, 1));
        ALTER TABLE message ADD COLUMN silence_told_at INTEGER CHECK (silence_told_at IS NULL OR introduces = 1);
        CREATE INDEX message_introduces ON message (plan_id, recipient) WHERE introduces = 1;
        CREATE TABLE noted_line (
            text TEXT PRIMARY KEY,
            times INTEGER NOT NULL CHECK (times > 0),
            \(day("last_day")) NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// What a weekly cap put off, and what it counts.
    static let caps = """
        ALTER TABLE reminder ADD COLUMN held_over INTEGER NOT NULL DEFAULT 0 CHECK (held_over >= 0);
        CREATE INDEX message_weekly ON message (recipient, first_attempt_at)
            WHERE kind = 'reminders' AND channel = 'email' AND first_attempt_at IS NOT NULL;
        """
}
