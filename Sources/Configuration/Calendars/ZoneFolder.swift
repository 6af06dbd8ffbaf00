// The system's time zones, one TZif file each, so that an update of tzdata reaches us. Never opens a path that a zone's
// name has talked it into: names are checked before they become part of one.

import CivilTime
import FoundationEssentials

struct ZoneFolder {
    let path: String

    func file(of name: String) -> String { "\(path)/\(name)" }

    /// The zone of this name. What it throws says what to install or which name was meant.
    func zone(_ name: String) throws(FileFault) -> Zone {
        guard Zone.isWellFormed(identifier: name) else {
            throw FileFault(expected: "a time zone such as Europe/London", found: name.quoted)
        }
        let bytes: [UInt8]
        do {
            bytes = try FileText.bytes(of: file(of: name))
        } catch {
            throw fault(name, error)
        }
        do {
            return try Zone(identifier: name, tzif: bytes)
        } catch {
            throw FileFault(
                expected: "\(error.expected) in \(file(of: name)), \(error.place)", found: error.found,
                hint: "reinstall the package tzdata, or name another zone")
        }
    }

    private func fault(_ name: String, _ cause: FileFault) -> FileFault {
        guard FileManager.default.fileExists(atPath: file(of: "Europe/London")) else {
            return FileFault(
                expected: "the time zones of the system in \(path)", found: "none there",
                hint: "install the package tzdata (apt-get install tzdata)")
        }
        guard cause.isAbsent || cause.found == "a folder" else { return cause }
        return FileFault(
            expected: "a time zone such as Europe/London", found: name.quoted,
            hint: MistakenWord.hint(for: name, in: neighbours(of: name)) ?? "the names are the files in \(path)")
    }

    /// Every name in the region that was named, or in the nearest one.
    private func neighbours(of name: String) -> [String] {
        let parts = name.split(separator: "/").map(String.init)
        guard let first = parts.first, parts.count > 1 else { return listing("") }
        let regions = listing("")
        let region = regions.contains(first) ? first : MistakenWord.suggestion(for: first, in: regions) ?? first
        return listing(region).map { "\(region)/\($0)" }
    }

    private func listing(_ folder: String) -> [String] {
        // Without a listing there is no suggestion; the problem itself stands.
        (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()) ?? []
    }
}
