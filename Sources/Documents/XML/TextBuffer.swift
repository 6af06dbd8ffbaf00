// The text of an element, gathered piece by piece.

struct TextBuffer {
    private var bytes: [UInt8] = []

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

    /// What was gathered, and an empty buffer after it.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
