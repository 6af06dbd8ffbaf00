// What stands for the settings in force: the words of their files and our own version. A restart under other settings is
// like a reload; one under the same leaves every next check as it is. Never kept: what the files say.

import FoundationEssentials

enum SettingsMark {
    /// - Parameter files: of the settings, the bank holidays and the zones.
    static func of(_ files: [String]) -> String {
        files.reduce(into: Digest(Release.version.utf8)) { digest, file in
            digest.add(file.utf8)
            do {
                digest.add(try Data(contentsOf: URL(filePath: file)))
            } catch {
                // It was there a moment ago. What takes its place has another mark.
                digest.add("\(error)".utf8)
            }
        }.text
    }
}

/// FNV-1a over parts: enough to tell one text from another, and says nothing of either.
struct Digest {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ first: some Sequence<UInt8>) { add(first) }

    mutating func add(_ part: some Sequence<UInt8>) {
        for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        // Between two parts stands what no text holds.
        hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }

    var text: String { String(hash, radix: 16) }
}
