// Why a PDF is not read, and what the person who has it can do.

/// A PDF that gives no words, or the lack of the program that finds them.
public enum PDFRefusal: Error, Hashable, Sendable {
    /// Poppler's programs are not installed.
    case noProgram(String)
    /// It opens with a password only, or forbids taking its text.
    case locked
    /// Pages without one word: scanned pictures.
    case noText(pages: Int)
    /// Poppler finds no PDF in it; its own words.
    case broken(String)
    /// The program took longer, or wrote more, than is allowed.
    case tooSlow(seconds: Int)
    case tooMuch(bytes: Int)
    case tooManyPages(limit: Int)
    /// The system did not let the program start; the system's words.
    case notStarted(String)

    /// What was found.
    public var found: String {
        switch self {
        case .noProgram(let name): "this is a PDF, and the program \(name), which finds its words, is not installed"
        case .locked: "this PDF is encrypted: it opens with a password, or forbids taking its text"
        case .noText(let pages):
            "this PDF has \(pages == 1 ? "one page" : "\(pages) pages") and no text: it is a scan, pictures only"
        case .broken(let words): "this PDF cannot be opened (\(words))"
        case .tooSlow(let seconds): "this PDF took more than \(seconds) seconds to read"
        case .tooMuch(let bytes): "this PDF holds more than \(bytes) bytes of text or drawings"
        case .tooManyPages(let limit): "this PDF has more than \(limit) pages"
        case .notStarted(let words): "pdftotext could not be started (\(words))"
        }
    }

    /// What to do.
    public var advice: String {
        switch self {
        case .noProgram:
            "Install the package poppler-utils (apt-get install poppler-utils), or ask for the Word or Excel original."
        case .locked: "Ask its publisher for a PDF without a password, or for the Word or Excel original."
        case .noText:
            "Ask its publisher for a PDF with text, or for the Word or Excel original; failing that, have an OCR "
                + "program add the text and check every date against the picture."
        case .broken: "Check that it was saved or downloaded whole."
        case .tooSlow, .tooMuch, .tooManyPages: "Split it, and import the pages of the plan only."
        case .notStarted: "Try again; if it stays so, ask whoever looks after this computer."
        }
    }
}
