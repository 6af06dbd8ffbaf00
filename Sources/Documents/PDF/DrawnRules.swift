// The rules that a PDF's pages draw, from what `pdftocairo -svg` prints: paths of straight lines, stroked, or filled and
// so thin that they are lines. Letters, pictures and clips stand in definitions and are passed by. Only `path`, `page`
// and the definitions are looked at; nothing else of SVG is understood. Source: SVG 1.1, section 8.3.

struct DrawnRules {
    /// What one page draws.
    struct Page: Hashable {
        var levels: [Rule] = []
        var uprights: [Rule] = []
        /// The upper and lower edges of coloured fields.
        var shades: [Rule] = []
    }

    /// The rules of each page, in order.
    private(set) var pages = [Page()]
    /// A drawing of one page has no mark for it.
    private var marksPages = false
    /// How many definitions are open.
    private var depth = 0

    private static let thin = 3.0
    private static let most = 20_000

    init(_ drawing: [UInt8]) {
        var place = drawing.startIndex
        while let open = drawing[place...].firstIndex(of: 0x3C) {
            guard let close = drawing[open...].firstIndex(of: 0x3E) else { break }
            read(drawing[(open + 1)..<close])
            place = close + 1
        }
    }

    private mutating func read(_ tag: ArraySlice<UInt8>) {
        let name = tag.prefix { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2F || ($0 >= 0x41 && $0 <= 0x5A) }
        let closed = tag.last == 0x2F
        switch String(decoding: name, as: UTF8.self) {
        case "page":
            if marksPages { pages.append(Page()) }
            marksPages = true
        case "defs", "clipPath", "symbol", "mask", "pattern": if !closed { depth += 1 }
        case "/defs", "/clipPath", "/symbol", "/mask", "/pattern": depth -= 1
        case "path" where depth == 0: readPath(tag)
        default: break
        }
    }

    private mutating func readPath(_ tag: ArraySlice<UInt8>) {
        guard let outline = DrawnRules.attribute(" d=\"", of: tag) else { return }
        let style = DrawnRules.attribute(" style=\"", of: tag).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let matrix = Matrix(DrawnRules.attribute(" transform=\"matrix(", of: tag))
        guard let lines = PathLines(outline, matrix: matrix) else { return }
        for line in lines.parts {
            if style.contains("stroke:none") { addFill(line) } else { addStroke(line) }
        }
    }

    /// A filled shape counts where it is a thin rectangle.
    private mutating func addFill(_ points: [PathLines.Point]) {
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return }
        if bottom - top <= DrawnRules.thin, right - left > DrawnRules.thin {
            add(level: Rule(at: (top + bottom) / 2, from: left, to: right))
        } else if right - left <= DrawnRules.thin, bottom - top > DrawnRules.thin {
            add(upright: Rule(at: (left + right) / 2, from: top, to: bottom))
        } else if right - left > DrawnRules.thin, bottom - top > DrawnRules.thin {
            guard pages[pages.count - 1].shades.count < DrawnRules.most else { return }
            for at in [top, bottom] { pages[pages.count - 1].shades.append(Rule(at: at, from: left, to: right)) }
        }
    }

    private mutating func addStroke(_ points: [PathLines.Point]) {
        for (a, b) in zip(points, points.dropFirst()) {
            if (a.y - b.y).magnitude < 0.5, (a.x - b.x).magnitude > 1 {
                add(level: Rule(at: (a.y + b.y) / 2, from: min(a.x, b.x), to: max(a.x, b.x)))
            } else if (a.x - b.x).magnitude < 0.5, (a.y - b.y).magnitude > 1 {
                add(upright: Rule(at: (a.x + b.x) / 2, from: min(a.y, b.y), to: max(a.y, b.y)))
            }
        }
    }

    /// A page that draws more lines than any table is a drawing.
    private mutating func add(level rule: Rule) {
        if pages[pages.count - 1].levels.count < DrawnRules.most { pages[pages.count - 1].levels.append(rule) }
    }

    private mutating func add(upright rule: Rule) {
        if pages[pages.count - 1].uprights.count < DrawnRules.most { pages[pages.count - 1].uprights.append(rule) }
    }

    /// What stands between `opening` and the next quotation mark.
    private static func attribute(_ opening: String, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let wanted = Array(opening.utf8)
        guard tag.count > wanted.count else { return nil }
        var place = tag.startIndex
        while place + wanted.count <= tag.endIndex {
            if tag[place] == wanted[0], tag[place..<(place + wanted.count)].elementsEqual(wanted) {
                return tag[(place + wanted.count)...].prefix { $0 != 0x22 }
            }
            place += 1
        }
        return nil
    }
}
