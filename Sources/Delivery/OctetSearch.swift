// Looking for words in a text by their octets.

extension String {
    /// Whether these octets are somewhere in it: `contains` compares character by character, and takes a hundred times as
    /// long.
    func holds(_ text: String) -> Bool {
        var (whole, part) = (self, text)
        return whole.withUTF8 { whole in
            part.withUTF8 { part in
                guard let first = part.first else { return true }
                var rest = whole[...]
                while let start = rest.firstIndex(of: first), start + part.count <= whole.count {
                    rest = whole[start...]
                    if rest.starts(with: part) { return true }
                    rest = rest.dropFirst()
                }
                return false
            }
        }
    }
}
