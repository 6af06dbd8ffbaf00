// The words and rules of a PDF's pages, through poppler's pdftotext and pdftocairo. Pages whose rules could not be had
// are read by their words alone.

/// Poppler's programs, as they are called.
struct Poppler {
    var listing = ChildProgram(
        name: "pdftotext", arguments: ["-tsv", "-", "-"], limit: 128 << 20, seconds: 60)
    var drawing = ChildProgram(
        name: "pdftocairo", arguments: ["-svg", "-noshrink", "-nocenter"], limit: 256 << 20, seconds: 60)

    /// The pages of the PDF in `bytes`. Throws where it is locked, broken, too much, or without a word.
    func pages(of bytes: [UInt8]) throws(PDFRefusal) -> [PDFPage] {
        let words: ChildProgram.Result
        do { words = try listing.run(over: bytes) } catch { throw Poppler.refusal(error, of: listing) }
        if words.status != 0 { throw Poppler.refusal(words) }
        var pages = WordListing.pages(words.output)
        if pages.allSatisfy({ $0.words.isEmpty }) { throw .noText(pages: pages.count) }
        // The drawing gives all pages the size of the first, so each run of pages of one size is drawn by itself.
        for run in Poppler.runs(pages).prefix(64) {
            let range = [
                "-f", "\(pages[run.lowerBound].number)", "-l", "\(pages[run.upperBound - 1].number)", "-", "-",
            ]
            var drawing = drawing
            drawing.arguments += range
            let drawn: ChildProgram.Result
            do { drawn = try drawing.run(over: bytes) } catch .notInstalled {
                throw .noProgram(drawing.name)
            } catch {
                continue
            }
            for (index, rules) in zip(run, DrawnRules(drawn.output).pages) {
                pages[index].levels = rules.levels
                pages[index].uprights = rules.uprights
                pages[index].shades = rules.shades
            }
        }
        return pages
    }

    private static func runs(_ pages: [PDFPage]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, page) in pages.enumerated() {
            if let last = runs.last, pages[last.lowerBound].width == page.width,
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
        return .broken(words ?? "pdftotext ended with \(result.status)")
    }
}
