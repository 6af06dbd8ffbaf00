// What is printed at the head or foot of page after page: page numbers, a repeated title, a marking. Told by repetition
// at one place of the page with nothing but more of its kind between it and the edge; page numbers by their form. A
// title's first printing at the head of a page is kept.

struct PageFurniture {
    private var dropped: [Int: Set<TextLine>] = [:]

    /// The words of a line with each number as one mark, and where it stands.
    private struct Mark: Hashable {
        var form: String
        var left: Int
        var top: Int
    }

    /// Learns from the lines of each page that stand in no ruled table, from top to bottom.
    init(_ pages: [[TextLine]]) {
        var printed: [Mark: [Int]] = [:]
        for (page, lines) in pages.enumerated() {
            for mark in Set(lines.map(PageFurniture.mark)) { printed[mark, default: []].append(page) }
        }
        let often = max(2, (pages.filter { !$0.isEmpty }.count * 2 + 4) / 5)
        for (page, lines) in pages.enumerated() {
            let repeats = { (line: TextLine) in (printed[PageFurniture.mark(line)] ?? []).count >= often }
            let head = lines.prefix(while: { repeats($0) || PageFurniture.isPageNumber($0) }).prefix(4)
            for line in head {
                let isFirst = printed[PageFurniture.mark(line)]?.first == page
                if !isFirst || PageFurniture.isPageNumber(line) { dropped[page, default: []].insert(line) }
            }
            let foot = lines.dropFirst(head.count).reversed()
                .prefix(while: { repeats($0) || PageFurniture.isPageNumber($0) }).prefix(4)
            for line in foot { dropped[page, default: []].insert(line) }
        }
    }

    /// `lines` of the page with this place in the document, without its furniture.
    func without(_ lines: [TextLine], page: Int) -> [TextLine] {
        lines.filter { dropped[page]?.contains($0) != true }
    }

    private static func mark(_ line: TextLine) -> Mark {
        Mark(form: form(line), left: Int((line.box.left / 4).rounded()), top: Int((line.box.top / 4).rounded()))
    }

    private static func form(_ line: TextLine) -> String {
        var form = ""
        for character in line.text.lowercased() {
            if character.isNumber {
                if form.last != "#" { form.append("#") }
            } else {
                form.append(character)
            }
        }
        return form
    }

    private static func isPageNumber(_ line: TextLine) -> Bool {
        ["page #", "page # of #", "# of #", "#/#", "- # -", "# | page", "page | #", "p. #", "p.#"].contains(form(line))
    }
}
