// The straight parts of an SVG path, moved by its matrix. A path with curves has none: no table draws its borders so.

struct PathLines {
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    /// Each run of points that lines join.
    private(set) var parts: [[Point]] = []

    /// The parts of an outline of absolute M, L and Z; nil for any other, and for one of very many points.
    init?(_ outline: ArraySlice<UInt8>, matrix: Matrix) {
        var numbers: [Double] = []
        var points = 0
        for word in outline.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C }) {
            switch word.first {
            case 0x4D where word.count == 1: parts.append([])
            case 0x4C where word.count == 1: break
            case 0x5A where word.count == 1:
                if let first = parts.last?.first { parts[parts.count - 1].append(first) }
            default:
                guard let number = Double(String(decoding: word, as: UTF8.self)), number.magnitude < 1e6,
                    !parts.isEmpty, points < 2_000
                else {
                    return nil
                }
                numbers.append(number)
                if numbers.count == 2 {
                    parts[parts.count - 1].append(matrix.moved(x: numbers[0], y: numbers[1]))
                    points += 1
                    numbers = []
                }
            }
        }
        parts.removeAll { $0.count < 2 }
    }
}

/// The six numbers of SVG's `matrix(a b c d e f)`.
struct Matrix {
    private var numbers: [Double] = [1, 0, 0, 1, 0, 0]

    /// The matrix that `text` writes; without one, points stay where they are.
    init(_ text: ArraySlice<UInt8>?) {
        guard let text else { return }
        let words = text.prefix { $0 != 0x29 }.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C })
        let read = words.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        if read.count == 6, read.allSatisfy({ $0.magnitude < 1e6 }) { numbers = read }
    }

    func moved(x: Double, y: Double) -> PathLines.Point {
        PathLines.Point(
            x: numbers[0] * x + numbers[2] * y + numbers[4], y: numbers[1] * x + numbers[3] * y + numbers[5])
    }
}
