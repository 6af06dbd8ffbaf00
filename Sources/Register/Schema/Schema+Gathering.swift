// Which message a reminder joins is asked for each reminder that is recorded; the answer must not take longer with every
// message that was ever sent.

extension Schema {
    static let gathering = """
        DROP INDEX message_gathering;
        CREATE INDEX message_window ON message (recipient, plan_id, window_day) WHERE kind = 'reminders';
        """
}
