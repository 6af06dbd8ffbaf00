// Numbers for the printed lines of a PDF, counted from the top of its first page, so that a problem can name its place.

struct LineNumbers {
    private var pages: [(before: Int, middles: [Double])] = []

    init(_ pages: [PDFPage]) {
        var before = 0
        for page in pages {
            let middles = TextLine.gathered(page.words).map(\.box.midY)
            self.pages.append((before, middles))
            before += middles.count
        }
    }

    /// The number, from one, of the line at `y` of the page with this place in the document.
    func line(at y: Double, page: Int) -> Int {
        let (before, middles) = pages[page]
        let place = middles.firstIndex { $0 > y - 1 } ?? max(0, middles.count - 1)
        return before + place + 1
    }
}
