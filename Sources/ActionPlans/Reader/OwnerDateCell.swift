// A column that holds both whom and until when: "Head of Estates, 30 June 2025", or the two below one another.

enum OwnerDateCell {
    /// The owners and the dates of such a cell, in printed order.
    static func split(_ blocks: [Block]) -> (owners: [Block], dates: [Block]) {
        var owners: [Block] = []
        var dates: [Block] = []
        for block in blocks {
            if DateCell.looksLikeDate(block.text), DateTail.cut(block.text) == nil || DateTail.isTarget(block.text) {
                dates.append(block)
            } else if let (before, date) = DateTail.cut(block.text) {
                owners.append(Block(kind: block.kind, text: before, line: block.line))
                dates.append(Block(kind: block.kind, text: date, line: block.line))
            } else {
                owners.append(block)
            }
        }
        return (owners, dates)
    }
}
