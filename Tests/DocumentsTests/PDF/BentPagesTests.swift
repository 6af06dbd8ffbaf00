// Pages bent at random, from a printed seed: no crash, and no word is lost.

import ActionPlans
import TestSupport
import Testing

@testable import Documents

@Suite("Bent pages")
struct BentPagesTests {
    private static func bent(_ pages: [PDFPage], _ random: inout SplitMix64) -> [PDFPage] {
        var pages = pages
        for place in pages.indices {
            for _ in 0..<Int.random(in: 0...12, using: &random) where !pages[place].words.isEmpty {
                let word = Int.random(in: pages[place].words.indices, using: &random)
                let shift = Double.random(in: -300...300, using: &random)
                pages[place].words[word].box.left += shift
                pages[place].words[word].box.right += shift
                if Bool.random(using: &random) { pages[place].words[word].box.bottom += shift.magnitude / 10 }
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) where !pages[place].levels.isEmpty {
                let level = Int.random(in: pages[place].levels.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: pages[place].levels.remove(at: level)
                case 1: pages[place].levels[level].to -= Double.random(in: 0...300, using: &random)
                default: pages[place].levels[level].at += Double.random(in: -30...30, using: &random)
                }
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) where !pages[place].uprights.isEmpty {
                let upright = Int.random(in: pages[place].uprights.indices, using: &random)
                if Bool.random(using: &random) {
                    pages[place].uprights.remove(at: upright)
                } else {
                    pages[place].uprights[upright].at += Double.random(in: -60...60, using: &random)
                }
            }
        }
        return pages
    }

    private static func words(_ document: SourceDocument) -> [String: Int] {
        var counts: [String: Int] = [:]
        func count(_ text: String) {
            for character in text where character.isLetter || character.isNumber {
                counts[String(character), default: 0] += 1
            }
        }
        for part in document.parts {
            switch part {
            case .paragraph(let line): count(line.text)
            case .table(let table): table.rows.forEach { $0.cells.forEach { if $0.repeats == nil { count($0.text) } } }
            }
        }
        return counts
    }

    @Test("no letter of a page is lost or doubled, wherever its words and rules stand", arguments: UInt64(1)...150)
    func nothingLost(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var press = Press(widths: [40, 150, 60, 220, 130, 90], order: [0, 1, 2, 3, 4, 5], furniture: false)
        press.rules = [.grid, .inner, .level, .none][Int.random(in: 0..<4, using: &random)]
        press.pageHeight = Double.random(in: 200...600, using: &random)
        let pages = Self.bent(press.pages(front: BridgePlan.front, rows: BridgePlan.rows), &random)
        var printed: [String: Int] = [:]
        for character in pages.flatMap(\.words).map(\.text).joined() where character.isLetter || character.isNumber {
            printed[String(character), default: 0] += 1
        }
        #expect(Self.words(PDFPages(pages).document()) == printed, "seed \(seed)")
    }

    @Test("output of poppler that was bent is read as far as it goes", arguments: UInt64(1)...60)
    func bentOutput(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var listing = Array("1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.27\t841.88\t-1\t###PAGE###\n".utf8)
        for place in 0..<40 {
            listing += Array(
                "5\t1\t0\t0\t0\t\(place)\t\(place * 30 % 500).75\t\(place * 9).4\t31.3\t11.6\t100\tDate\n".utf8)
        }
        var drawing = Array(
            "<svg><path style=\"stroke:none;\" d=\"M 1 5 L 9 5 L 9 9 L 1 9 Z\" transform=\"matrix(1,0,0,1,0,0)\"/></svg>"
                .utf8)
        for _ in 0..<30 {
            listing[Int.random(in: listing.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            drawing[Int.random(in: drawing.indices, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
        }
        var pages = WordListing.pages(listing)
        #expect(pages.count <= 41)
        for (place, rules) in zip(pages.indices, DrawnRules(drawing).pages) { pages[place].levels = rules.levels }
        #expect(PDFPages(pages).document().parts.count <= 100)
    }
}
