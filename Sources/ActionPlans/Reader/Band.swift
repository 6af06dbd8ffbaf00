// One stretch of a recommendation's rows that stands beside its own owners and dates: a row, or the part of a row that
// one banner heads.

/// A row's actions, owners and dates, of one recommendation and one edition.
struct Band {
    var line: Int
    /// The table part it stands in.
    var page: Int
    /// The banner above it, or nil for text above all banners.
    var banner: Banner?
    var blocks: [Block]
    /// The owners that begin in this band, each with the stop that ends it.
    var owners: [String]
    var dates: [DatePhrase]
    /// Its first words finished the text of the band before.
    var beginsWithTail = false
    /// Its first owner finished a name of the band before.
    var ownerGoesOn = false
    /// Whether the response stands in a column of its own, so that the cell of actions holds nothing else.
    var isPure: Bool

    var isEmpty: Bool { blocks.isEmpty && owners.isEmpty && dates.isEmpty && !beginsWithTail && !ownerGoesOn }
}
