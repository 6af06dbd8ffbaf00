// The words of a PDF and their places, from what `pdftotext -tsv` prints: level, page, paragraph, block, line, word,
// left, top, width, height, confidence and text, parted by tabs. Level 1 is a page, level 5 a word. Lines of any other
// shape are passed by. Source: poppler's pdftotext(1) and utils/pdftotext.cc.

enum WordListing {
    /// The pages of `listing`, without rules. A page without words is a page all the same.
    static func pages(_ listing: some Sequence<UInt8>) -> [PDFPage] {
        var pages: [PDFPage] = []
        let bytes = Array(listing)
        for line in bytes.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, let level = whole(fields[0]), let number = whole(fields[1]),
                let left = amount(fields[6]), let top = amount(fields[7]), let width = amount(fields[8]),
                let height = amount(fields[9])
            else { continue }
            if level == 1 {
                pages.append(PDFPage(number: number, width: width, height: height))
            } else if level == 5, !pages.isEmpty {
                let text = Spelling.plain(String(decoding: fields[11], as: UTF8.self))
                guard !text.isEmpty, height > 0 else { continue }
                let box = Box(left: left, top: top, right: left + max(width, 0), bottom: top + height)
                pages[pages.count - 1].words.append(PlacedWord(text: text, box: box))
            }
        }
        return pages
    }

    private static func whole(_ field: ArraySlice<UInt8>) -> Int? { Int(String(decoding: field, as: UTF8.self)) }

    /// A number that a place on a page can have.
    private static func amount(_ field: ArraySlice<UInt8>) -> Double? {
        guard let number = Double(String(decoding: field, as: UTF8.self)), number.magnitude < 1e6 else { return nil }
        return number
    }

    /// Words as a keyboard writes them.
    private enum Spelling {
        /// Ligatures parted, blanks and marks without width dropped.
        static func plain(_ word: String) -> String {
            var plain = ""
            for scalar in word.unicodeScalars {
                switch scalar.value {
                case 0xFB00: plain += "ff"
                case 0xFB01: plain += "fi"
                case 0xFB02: plain += "fl"
                case 0xFB03: plain += "ffi"
                case 0xFB04: plain += "ffl"
                case 0x00...0x20, 0x7F, 0xA0, 0x200B, 0xFEFF: continue
                default: plain.unicodeScalars.append(scalar)
                }
            }
            return plain
        }
    }
}
