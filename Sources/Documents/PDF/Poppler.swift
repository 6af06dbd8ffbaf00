// The words and rules of a PDF's pages, through poppler's pdftotext and pdftocairo. A PDF whose rules cannot be had is
// refused: read by its words alone, its rows could be mistaken in silence.

/// Poppler's programs, as they are called.
struct Poppler {
    var listing = ChildProgram(name: "pdftotext", arguments: ["-tsv", "-", "-"], limit: 32 << 20, seconds: 60)
    var drawing = ChildProgram(
        name: "pdftocairo", arguments: ["-svg", "-noshrink", "-nocenter"], limit: 32 << 20, seconds: 60)

    static let mostPages = 1_000
    /// So many pages are drawn at once.
    private static let stretch = 16

    /// The pages of the PDF in `bytes`. Throws where it is locked, broken, too much, or without a word.
    func pages(of bytes: [UInt8]) throws(PDFRefusal) -> [PDFPage] {
        let words: ChildProgram.Result
        do { words = try listing.run(over: bytes) } catch { throw Poppler.refusal(error, of: listing) }
        if words.status != 0 { throw Poppler.refusal(words) }
        var pages = WordListing.pages(words.output)
        if pages.count > Poppler.mostPages { throw .tooManyPages(limit: Poppler.mostPages) }
        if pages.allSatisfy({ $0.words.isEmpty }) { throw .noText(pages: pages.count) }
        for run in Poppler.runs(pages) { try draw(run, of: &pages, bytes) }
        return pages
    }

    /// Adds the rules of some pages. A page that draws too much by itself is a picture and keeps none.
    private func draw(_ run: Range<Int>, of pages: inout [PDFPage], _ bytes: [UInt8]) throws(PDFRefusal) {
        var drawing = drawing
        drawing.arguments += ["-f", "\(pages[run.lowerBound].number)", "-l", "\(pages[run.upperBound - 1].number)"]
        drawing.arguments += ["-", "-"]
        let drawn: ChildProgram.Result
        do { drawn = try drawing.run(over: bytes) } catch .tooMuch {
            guard run.count > 1 else { return }
            for page in run { try draw(page..<(page + 1), of: &pages, bytes) }
            return
        } catch {
            throw Poppler.refusal(error, of: drawing)
        }
        if drawn.status != 0 { throw Poppler.refusal(drawn) }
        for (index, rules) in zip(run, DrawnRules(drawn.output).pages) {
            pages[index].levels = rules.levels
            pages[index].uprights = rules.uprights
            pages[index].shades = rules.shades
        }
    }

    /// The drawing gives all pages the size of its first, so each run of pages of one size is drawn by itself.
    private static func runs(_ pages: [PDFPage]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, page) in pages.enumerated() {
            if let last = runs.last, last.count < stretch, pages[last.lowerBound].width == page.width,
                pages[last.lowerBound].height == page.height
            {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private static func refusal(_ fault: ChildProgram.Fault, of program: ChildProgram) -> PDFRefusal {
        switch fault {
        case .notInstalled: .noProgram(program.name)
        case .notStarted(let words): .notStarted(words)
        case .tooSlow: .tooSlow(seconds: program.seconds)
        case .tooMuch: .tooMuch(bytes: program.limit)
        }
    }

    /// pdftotext ends with 1 where it cannot open the file, with 3 where its permissions forbid it.
    private static func refusal(_ result: ChildProgram.Result) -> PDFRefusal {
        let words = String(decoding: result.errors, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(
            String.init)
        let isLocked = words.map { $0.contains("assword") || $0.contains("not allowed") } ?? false
        if isLocked || result.status == 3 { return .locked }
        return .broken(words ?? "poppler ended with \(result.status)")
    }
}
