// The kinds of row that only the register and its callers know.

import Reminders

public enum MessageRow: Sendable {}
public enum BatchRow: Sendable {}
public enum AnswerRow: Sendable {}
public enum HoldRow: Sendable {}

public typealias MessageID = RowID<MessageRow>
/// Messages that the brake holds together.
public typealias BatchID = RowID<BatchRow>
public typealias AnswerID = RowID<AnswerRow>
public typealias HoldID = RowID<HoldRow>
