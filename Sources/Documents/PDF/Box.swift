// Places on a page, in points from its top left corner.

/// A rectangle on a page.
struct Box: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var midX: Double { (left + right) / 2 }
    var midY: Double { (top + bottom) / 2 }

    /// The least box around this one and `other`.
    func joined(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}

/// A word as printed, and its place.
struct PlacedWord: Hashable {
    var text: String
    var box: Box
}

/// A straight rule that runs along one axis: a border of a table, an underline.
struct Rule: Hashable {
    /// The place across: y of a level rule, x of an upright one.
    var at: Double
    /// The stretch along.
    var from: Double
    var to: Double

    var length: Double { to - from }
}

/// The words and rules of one page.
struct PDFPage: Hashable {
    var number: Int
    var width: Double
    var height: Double
    var words: [PlacedWord] = []
    /// Rules from left to right.
    var levels: [Rule] = []
    /// The upper and lower edges of coloured fields.
    var shades: [Rule] = []
    /// Rules from top to bottom.
    var uprights: [Rule] = []
}
