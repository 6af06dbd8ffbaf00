// What no message and no try can be, beyond what their tables said at first. SQLite adds no CHECK to a table that stands,
// but a column brings one along: this one holds nothing.

extension Schema {
    static let soundness = """
        ALTER TABLE message ADD COLUMN is_sound INTEGER CHECK (
            (attempts > 0 OR NOT \(oneOf("state", "claimed", "delivered", "set_aside")))
            AND (because IS NOT NULL OR NOT \(oneOf("state", "refused", "set_aside"))));
        ALTER TABLE attempt ADD COLUMN is_sound INTEGER CHECK (
            number > 0 AND (ended_at IS NULL OR (
                \(oneOf(
                    "outcome", "accepted", "refused for now", "refused for good", "no answer", "local fault",
                    "not begun"))
                AND \(oneOf(
                    "verdict", "delivered", "retry", "refused", "set aside", "stop channel", "put back")))));
        """
}
