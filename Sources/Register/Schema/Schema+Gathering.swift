// Which message a reminder joins is asked for each reminder that is recorded; the answer must not take longer with every
// message that was ever sent.

extension Schema {
    static let gathering = """
        DROP INDEX message_gathering;
        CREATE INDEX message_window ON message (recipient, plan_id, window_day) WHERE kind = 'reminders';
        """

    /// Ordered by the day first, so that the mails of one window stand together, whoever their readers are.
    static let windows = """
        DROP INDEX message_window;
        CREATE INDEX message_by_window ON message (window_day, recipient, plan_id) WHERE window_day IS NOT NULL;
        """
}
