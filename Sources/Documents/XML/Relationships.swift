// Which part of a file is its main one, and what its identifiers stand for. Source: ECMA-376, part 2, section 9.3.

/// The relationships of a package or of one of its parts.
final class Relationships: XMLVisitor {
    private var targets: [String: String] = [:]
    private var main: String?
    /// The first target of each type, by the last word of the type.
    private var typed: [String: String] = [:]

    /// The name of the entry that the document itself is in.
    static func mainPart(of archive: ZipArchive) throws(DocumentError.Fault) -> String {
        guard archive.has("_rels/.rels") else { throw .kind(.zip) }
        let found = try read("_rels/.rels", of: archive)
        guard let main = found.main else { throw .kind(.zip) }
        return main
    }

    /// The targets of the part `name`, by their identifiers, as names of entries.
    static func targets(of name: String, in archive: ZipArchive) throws(DocumentError.Fault) -> [String: String] {
        let cut = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let folder = String(name[..<cut])
        let part = "\(folder)_rels/\(name[cut...]).rels"
        guard archive.has(part) else { return [:] }
        return try read(part, of: archive).targets.mapValues {
            $0.hasPrefix("/") ? String($0.dropFirst()) : folder + $0
        }
    }

    /// The target of the part `name` with a type such as "styles", or nil.
    static func target(_ type: String, of name: String, in archive: ZipArchive) throws(DocumentError.Fault) -> String? {
        let cut = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let part = "\(name[..<cut])_rels/\(name[cut...]).rels"
        guard archive.has(part), let target = try read(part, of: archive).typed[type] else { return nil }
        let found = target.hasPrefix("/") ? String(target.dropFirst()) : name[..<cut] + target
        return archive.has(found) ? found : nil
    }

    private static func read(_ part: String, of archive: ZipArchive) throws(DocumentError.Fault) -> Relationships {
        let relationships = Relationships()
        var allowance = ExpansionAllowance(bytes: 1 << 20)
        try XMLPart.read(part, of: archive, allowance: &allowance, visitor: relationships)
        return relationships
    }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        guard name == "r:Relationship", let target = attributes["Target"], attributes["TargetMode"] != "External" else {
            return
        }
        if let id = attributes["Id"] { targets[id] = target }
        if let type = attributes["Type"]?.split(separator: "/").last, typed[String(type)] == nil {
            typed[String(type)] = target
        }
        if attributes["Type"]?.hasSuffix("/officeDocument") == true {
            main = main ?? (target.hasPrefix("/") ? String(target.dropFirst()) : target)
        }
    }

    func closes(_ name: String) {}
    func reads(_ text: UnsafeBufferPointer<UInt8>) {}
}
