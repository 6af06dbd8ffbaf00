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
    /// Its owners stand in columns of their own ("Lead agency", "Lead officer") and answer together.
    var ownersAreJoint = false

    /// The band with the dates and owners that its text prints, where the table has no columns for them.
    func withInTextDates(_ layout: ColumnLayout) -> Band {
        guard !layout.readsDateColumn || !layout.readsOwnerColumn, !blocks.isEmpty else { return self }
        var band = self
        for block in blocks {
            for piece in Piece.cut([block]) {
                let found = InTextDates(
                    piece.text, readsDates: !layout.readsDateColumn, readsOwners: !layout.readsOwnerColumn)
                for date in found.dates {
                    var phrase = DatePhrase(text: date, line: block.line)
                    phrase.action = piece.text
                    phrase.owners = found.owners
                    band.dates.append(phrase)
                }
                band.owners += found.owners
            }
        }
        return band
    }

    var isEmpty: Bool { blocks.isEmpty && owners.isEmpty && dates.isEmpty && !beginsWithTail && !ownerGoesOn }
}
