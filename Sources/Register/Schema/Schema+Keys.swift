// The key of a reminder, unique among those that were not dropped. What was dropped has a reason, and nothing else has
// one; to go by the reason, which stays as it is when a reminder is told, spares each delivery to take the key out of its
// index and to put it back. The others have an index of their own, so that both together are found by their target.

extension Schema {
    static let keys = """
        DROP INDEX reminder_key;
        CREATE UNIQUE INDEX reminder_key
            ON reminder (target_id, revision, stage, repetition, recipient, channel, mode) WHERE because IS NULL;
        CREATE INDEX reminder_dropped ON reminder (target_id) WHERE because IS NOT NULL;
        """
}
