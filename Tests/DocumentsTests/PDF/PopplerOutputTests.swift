// What poppler's two programs print, line by line: words from the listing, rules from the drawing.

import Testing

@testable import Documents

@Suite("Poppler's listings and drawings")
struct PopplerOutputTests {
    @Test("words and pages are read, marks of flow and line and broken lines passed by, ligatures parted")
    func words() {
        let listing = """
            level\tpage_num\tpar_num\tblock_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
            1\t1\t0\t0\t0\t0\t0.000000\t0.000000\t595.275600\t841.889800\t-1\t###PAGE###
            3\t1\t0\t0\t0\t0\t48.75\t48.47\t350.73\t11.63\t-1\t###FLOW###
            4\t1\t0\t0\t0\t0\t48.75\t48.47\t350.73\t11.63\t-1\t###LINE###
            5\t1\t0\t0\t0\t0\t48.75\t48.47\t31.31\t11.64\t100\tO\u{FB03}ce
            5\t1\t0\t0\t0\t1\t83.23\t48.47\t21.27\t11.64\t100\t\u{A0}
            5\t1\t0\t0\t0\t1\tnan\t48.47\t21.27\t11.64\t100\tnowhere
            5\t1\t0\t0\t0\t1\t83.23\t48.47\t21.27
            1\t2\t0\t0\t0\t0\t0.000000\t0.000000\t841.889800\t595.275600\t-1\t###PAGE###
            """
        let pages = WordListing.pages(Array(listing.utf8))
        #expect(pages.map(\.number) == [1, 2])
        #expect(pages.map(\.width) == [595.2756, 841.8898])
        #expect(pages.map(\.words.count) == [1, 0])
        #expect(pages[0].words[0].text == "Office")
        #expect((pages[0].words[0].box.right - 80.06).magnitude < 0.001)
    }

    @Test("thin fields and straight strokes are rules; letters, curves and clips are none; matrices move them")
    func rules() {
        let drawing = """
            <?xml version="1.0"?><svg width="595pt" viewBox="0 0 595 842"><defs><g><symbol id="g">
            <path style="stroke:none;" d="M 0 0 L 100 0 L 100 1 L 0 1 Z"/></symbol></g>
            <clipPath id="c"><path d="M 0 0 L 300 0 L 300 1 L 0 1 Z"/></clipPath></defs><pageSet><page>
            <path style=" stroke:none;fill:rgb(0%,0%,0%);" d="M 48 100 L 98 100 L 98 101 L 48 101 Z M 48 100 "/>
            <path style=" stroke:none;fill:rgb(0%,0%,0%);" d="M 48 100 L 49 100 L 49 140 L 48 140 Z M 48 100 "/>
            <path style=" stroke:none;fill:rgb(90%,90%,90%);" d="M 50 200 L 90 200 L 90 240 L 50 240 Z"/>
            <path style="stroke:none;" d="M 50 200 C 50 201 60 201 60 200 Z"/></page><page>
            <path style="fill:none;stroke-width:1;" d="M 10 20 L 110 20 " transform="matrix(1,0,0,-1,5,800)"/>
            </page></pageSet></svg>
            """
        let pages = DrawnRules(Array(drawing.utf8)).pages
        #expect(pages.count == 2)
        #expect(pages[0].levels == [Rule(at: 100.5, from: 48, to: 98)])
        #expect(pages[0].uprights == [Rule(at: 48.5, from: 100, to: 140)])
        #expect(pages[0].shades == [Rule(at: 200, from: 50, to: 90), Rule(at: 240, from: 50, to: 90)])
        #expect(pages[1].levels == [Rule(at: 780, from: 15, to: 115)])
    }

    @Test("a drawing of one page, a drawing cut short and no drawing at all are read as far as they go")
    func partial() {
        let one = "<svg><path style=\"fill:none;\" d=\"M 1 5 L 9 5 L 9 9\"/></svg>"
        #expect(DrawnRules(Array(one.utf8)).pages[0].levels == [Rule(at: 5, from: 1, to: 9)])
        #expect(DrawnRules(Array(one.utf8)).pages[0].uprights == [Rule(at: 9, from: 5, to: 9)])
        #expect(DrawnRules(Array("<svg><path d=\"M 1".utf8)).pages == [DrawnRules.Page()])
        #expect(DrawnRules([]).pages == [DrawnRules.Page()])
    }
}
