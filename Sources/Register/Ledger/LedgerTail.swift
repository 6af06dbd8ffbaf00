// What one transaction need not read again for each row that it writes to the ledger: nobody else writes meanwhile.

final class LedgerTail {
    /// The number and the hash of the last row; nil where it was not read yet.
    var last: (seq: Int64, hash: String)?
    /// The author's salted digest, once it is written beside the name.
    var author: String?
}
