// Which cells the rules of a page draw.

import Testing

@testable import Documents

@Suite("Grids of rules")
struct RuledGridTests {
    private func page(levels: [Rule], uprights: [Rule]) -> PDFPage {
        PDFPage(number: 1, width: 600, height: 800, levels: levels, uprights: uprights)
    }

    private static let three = [10.0, 50, 90].map { Rule(at: $0, from: 10, to: 310) }
    private static let four = [10.0, 110, 210, 310].map { Rule(at: $0, from: 10, to: 90) }

    @Test("two rows of three cells")
    func plain() throws {
        let grid = try #require(RuledGrid.grids(on: page(levels: Self.three, uprights: Self.four)).first)
        #expect(grid.rows == 2 && grid.columns == 3)
        #expect(grid.cells == [[0, 1, 2], [3, 4, 5]])
        #expect(grid.field(x: 120, y: 60).map { [$0.row, $0.column] } == [1, 1])
        #expect(grid.field(x: 5, y: 60) == nil)
    }

    @Test("borders drawn cell by cell are the same borders")
    func pieces() {
        let levels = Self.three.flatMap { rule in
            [10.0, 110, 210].map { Rule(at: rule.at + 0.4, from: $0, to: $0 + 99.5) }
        }
        let grids = RuledGrid.grids(on: page(levels: levels, uprights: Self.four))
        #expect(grids.map(\.cells) == [[[0, 1, 2], [3, 4, 5]]])
    }

    @Test("where no rule parts two fields, they are one cell")
    func merged() {
        var uprights = Self.four
        uprights[1].from = 50
        uprights[2].from = 50
        #expect(
            RuledGrid.grids(on: page(levels: Self.three, uprights: uprights)).map(\.cells) == [
                [[0, 0, 0], [3, 4, 5]]
            ])
        var levels = Self.three
        levels[1].from = 110
        #expect(
            RuledGrid.grids(on: page(levels: levels, uprights: Self.four)).map(\.cells) == [[[0, 1, 2], [0, 4, 5]]])
    }

    @Test("a row that a page break leaves without a rule below it is a row")
    func open() throws {
        let levels = Array(Self.three.prefix(2))
        let grid = try #require(RuledGrid.grids(on: page(levels: levels, uprights: Self.four)).first)
        #expect(grid.ys.count == 3)
    }

    @Test("an underline, a box and a page full of strokes are no grid")
    func none() {
        #expect(RuledGrid.grids(on: page(levels: [Rule(at: 300, from: 20, to: 60)], uprights: [])).isEmpty)
        let box = page(levels: [Self.three[0], Self.three[2]], uprights: [Self.four[0], Self.four[3]])
        #expect(RuledGrid.grids(on: box).isEmpty)
        let strokes = (0..<5_000).map { Rule(at: Double($0), from: Double($0), to: Double($0) + 2) }
        #expect(RuledGrid.grids(on: page(levels: strokes, uprights: strokes)).isEmpty)
    }
}
