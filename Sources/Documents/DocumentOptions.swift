// What a person says about a file before it is read.

import ActionPlans

/// How a document is read, beyond what its bytes tell.
public struct DocumentOptions: Hashable, Sendable {
    /// Columns whose headings are not the usual ones, and the fields they hold (`--map COLUMN=FIELD`).
    public var map: ColumnMap

    public init(map: ColumnMap = ColumnMap()) { self.map = map }
}
