// What is printed at the head or foot of page after page: page numbers, a repeated title, a marking. Told by repetition,
// page numbers by their form. A title's first printing at the head of a page is kept.

struct PageFurniture {
    private var dropped: [Int: Set<TextLine>] = [:]
    private static let lines = 3

    /// Learns from the lines of each page that stand in no ruled table, from top to bottom.
    init(_ pages: [[TextLine]]) {
        var heads: [String: [Int]] = [:]
        var feet: [String: [Int]] = [:]
        for (page, lines) in pages.enumerated() {
            for text in Set(lines.prefix(PageFurniture.lines).map(PageFurniture.form)) {
                heads[text, default: []].append(page)
            }
            for text in Set(lines.suffix(PageFurniture.lines).map(PageFurniture.form)) {
                feet[text, default: []].append(page)
            }
        }
        let often = max(2, (pages.filter { !$0.isEmpty }.count * 2 + 4) / 5)
        for (page, lines) in pages.enumerated() {
            for (place, line) in lines.enumerated() {
                let form = PageFurniture.form(line)
                let atHead = place < PageFurniture.lines
                let atFoot = place >= lines.count - PageFurniture.lines
                let repeatsHead = atHead && (heads[form] ?? []).count >= often && heads[form]?.first != page
                let repeatsFoot = atFoot && (feet[form] ?? []).count >= often && !(atHead && heads[form]?.first == page)
                let isNumber = (atHead || atFoot) && PageFurniture.isPageNumber(form)
                if repeatsHead || repeatsFoot || isNumber { dropped[page, default: []].insert(line) }
            }
        }
    }

    /// `lines` of the page with this place in the document, without its furniture.
    func without(_ lines: [TextLine], page: Int) -> [TextLine] {
        lines.filter { dropped[page]?.contains($0) != true }
    }

    /// The words with each number as one mark.
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

    private static func isPageNumber(_ form: String) -> Bool {
        ["page #", "page # of #", "# of #", "#/#", "- # -", "# | page", "page | #", "p. #", "p.#"].contains(form)
    }
}
