// A plan's file from its path to a draft, each failure with the file's name in front.

import ActionPlans
import Documents
import Register

struct PlanFile {
    let source: SourceDigest
    let draft: PlanDraft

    /// - Throws: `Failure`: 66 where there is no such file, 65 where it is not readable as a plan.
    static func read(_ path: String) throws -> PlanFile {
        let limits = DocumentReader.Limits()
        let bytes = try FileBytes.read(path, limit: limits.bytes)
        let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        do {
            let draft = try PlanReader.read(try DocumentReader.read(bytes: bytes, name: path, limits: limits))
            return PlanFile(source: SourceDigest(name: name, content: bytes), draft: draft)
        } catch let fault as NotAPlan {
            throw Failure(.badData, "\(path == "-" ? name : path): \(fault)")
        }
    }
}
