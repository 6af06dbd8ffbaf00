// Real PDFs through poppler, where it is installed; and what is said where it is not, or where a PDF gives no words.

import ActionPlans
import Testing

@testable import Documents

@Suite("Files that are PDFs")
struct PDFReaderTests {
    static let hasPoppler: Bool = {
        let version = ChildProgram(name: "pdftotext", arguments: ["-v"], limit: 1_000, seconds: 10)
        return (try? version.run(over: [])) != nil  // not installed is an answer, not a failure
    }()

    private func refusal(_ bytes: [UInt8]) throws -> PDFRefusal? {
        let error = try #require(throws: DocumentError.self) {
            try DocumentReader.read(bytes: bytes, name: "plan.pdf")
        }
        if case .pdf(let refusal) = error.fault { return refusal }
        return nil
    }

    @Test(
        "a PDF of a plan is the draft of its text, ruled or not, with a few bytes before it or none",
        .enabled(if: hasPoppler), arguments: [PrintedBridgePlan.ruled, PrintedBridgePlan.open])
    func sameDraft(bytes: [UInt8]) throws {
        let text = try DraftLines.of(PlanText.read(BridgePlan.text))
        #expect(try DraftLines.of(DocumentReader.read(bytes: bytes, name: "plan.pdf")) == text)
        let late = Array("\r\n\r\n".utf8) + bytes
        #expect(try DraftLines.of(DocumentReader.read(bytes: late, name: "plan.pdf")) == text)
    }

    @Test("a scan is refused with what to ask for", .enabled(if: hasPoppler))
    func scan() throws {
        #expect(try refusal(PrintedBridgePlan.scanned) == .noText(pages: 1))
        let words = "\(DocumentError(name: "plan.pdf", fault: .pdf(.noText(pages: 1))))"
        for wanted in ["plan.pdf: ", "scan", "PDF with text", "Word or Excel original", "OCR"] {
            #expect(words.contains(wanted), "\(wanted)")
        }
    }

    @Test("a PDF with a password, one that is cut short and one of nothing are refused", .enabled(if: hasPoppler))
    func refused() throws {
        #expect(try refusal(PrintedBridgePlan.locked) == .locked)
        for bytes in [Array(PrintedBridgePlan.ruled.prefix(300)), Array("%PDF-1.7 ...".utf8)] {
            guard case .broken? = try refusal(bytes) else {
                Issue.record("\(bytes.count) bytes of a PDF were not called broken")
                continue
            }
        }
    }

    @Test("without poppler, the package to install is named; output and time have their bounds")
    func program() {
        let missing = ChildProgram(name: "duewatch-no-such-program", arguments: [], limit: 10, seconds: 10)
        #expect(throws: PDFRefusal.noProgram("duewatch-no-such-program")) {
            try Poppler(listing: missing).pages(of: PrintedBridgePlan.ruled)
        }
        #expect(PDFRefusal.noProgram("pdftotext").advice.contains("apt-get install poppler-utils"))
        let endless = ChildProgram(name: "yes", arguments: [], limit: 100_000, seconds: 10)
        #expect(throws: PDFRefusal.tooMuch(bytes: 100_000)) { try Poppler(listing: endless).pages(of: []) }
        let slow = ChildProgram(name: "sleep", arguments: ["600"], limit: 10, seconds: 1)
        #expect(throws: PDFRefusal.tooSlow(seconds: 1)) { try Poppler(listing: slow).pages(of: []) }
    }

    @Test("a program finds the bytes on its standard input and nothing of our environment")
    func environment() throws {
        let echo = ChildProgram(name: "cat", arguments: [], limit: 1 << 20, seconds: 10)
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try echo.run(over: bytes).output == bytes)
        let environment = ChildProgram(name: "env", arguments: [], limit: 10_000, seconds: 10)
        let lines = String(decoding: try environment.run(over: []).output, as: UTF8.self).split(separator: "\n")
        #expect(Set(lines.map { $0.prefix { $0 != "=" } }) == ["PATH", "LC_ALL"])
        let failing = ChildProgram(name: "ls", arguments: ["/nowhere"], limit: 10_000, seconds: 10)
        let result = try failing.run(over: [])
        #expect(result.status == 2)
        #expect(String(decoding: result.errors, as: UTF8.self).contains("/nowhere"))
    }
}
