// A plan's file from its path to a draft, each failure with the file's name in front.

import ActionPlans
import Documents
import Register

struct PlanFile {
    let source: SourceDigest
    let draft: PlanDraft

    /// - Parameter columns: `heading=field`, for columns under headings that nobody else uses.
    /// - Throws: `Failure`: 64 where a mapping names no field, 66 where there is no such file, 65 where it is not readable as a plan.
    static func read(_ path: String, mapping columns: [String] = []) throws -> PlanFile {
        let limits = DocumentReader.Limits()
        let bytes = try FileBytes.read(path, limit: limits.bytes)
        let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        do {
            let options = DocumentOptions(map: try ColumnMap(columns))
            let document = try DocumentReader.read(bytes: bytes, name: path, options: options, limits: limits)
            // The same file read by other columns is another source.
            let content = bytes + Array(columns.joined(separator: "\n").utf8)
            return PlanFile(
                source: SourceDigest(name: name, content: content),
                draft: try PlanReader.read(document, by: OnAllCores()))
        } catch let fault as ColumnMapFault {
            throw Failure(.usage, "\(fault)")
        } catch let fault as NotAPlan {
            throw Failure(.badData, "\(path == "-" ? name : path): \(fault)")
        }
    }
}
