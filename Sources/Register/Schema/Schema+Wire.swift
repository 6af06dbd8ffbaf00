// Ids of mails in the order in which they first left. Only `returned` looks for one, and it goes through them all: 0.06 s
// for a million. An index by the id alone is written on another page by each claim, a sixth of all pages that a mail costs;
// webhooks come back by no id.

extension Schema {
    // The channel comes last: SQLite prepares a statement with `channel = ?` anew at each binding, where it finds that only
    // its value decides whether an index can be used.
    static let wire = """
        DROP INDEX message_wire;
        CREATE INDEX message_wire ON message (first_attempt_at, wire_id) WHERE wire_id IS NOT NULL AND channel = 'email';
        """
}
