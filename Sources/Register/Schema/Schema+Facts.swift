// The frozen facts of a message lie beside it. A message's row changes state several times, and its facts hardly ever: in
// one row, two thousand octets were written anew with each change.

extension Schema {
    static let facts = """
        CREATE TABLE message_facts (
            message_id INTEGER PRIMARY KEY REFERENCES message,
            facts TEXT NOT NULL
        ) STRICT;
        INSERT INTO message_facts SELECT id, facts FROM message WHERE facts IS NOT NULL;
        ALTER TABLE message DROP COLUMN facts;
        CREATE TRIGGER message_is_claimed_by_its_facts BEFORE UPDATE OF lease_token ON message
            WHEN new.lease_token IS NOT NULL AND NOT EXISTS (SELECT 1 FROM message_facts WHERE message_id = new.id)
            BEGIN SELECT raise(ABORT, 'a message is claimed with the facts that it tells'); END;
        """
}
