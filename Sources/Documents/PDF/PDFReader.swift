// A PDF's bytes as paragraphs and tables. Finding words and rules is poppler's business, in a process of its own that
// is bounded in time, memory and output; making tables of them is done here. Knows nothing of what a plan says beyond
// the headings of its columns.

import ActionPlans

/// Reads PDFs.
public enum PDFReader {
    /// The document that the PDF in `bytes` prints; its lines are counted over its pages. A few bytes before "%PDF" are
    /// passed by. Throws where poppler is not installed, and for a PDF that is locked, broken, too large or without text.
    public static func read(_ bytes: [UInt8]) throws(PDFRefusal) -> SourceDocument {
        let pages = try Poppler().pages(of: bytes)
        return PDFPages(pages).document()
    }
}
