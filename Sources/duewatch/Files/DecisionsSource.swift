// A file of decisions from its path to values: a filled-in sheet or the export of another register, told apart by what
// they hold. Every fault of a sheet is told at once.

import Documents
import Register
import Reminders

struct DecisionsSource {
    /// What a person asks for.
    struct Asked {
        var decisions: [Decision] = []
        var owners: [OwnerEntry] = []
    }

    let path: String
    /// The plan, where a sheet of owners alone does not tell.
    let plan: String?
    let by: String

    private static let limit = 16 << 20

    func read(_ installation: Installation) throws -> Asked {
        let bytes = try FileBytes.read(path, limit: Self.limit)
        let name = path == "-" ? "standard input" : path
        guard !DecisionsFile.isOne(bytes) else {
            return Asked(decisions: try DecisionsFile.read(bytes, name: name))
        }
        let rows = try SheetText.rows(of: bytes, name: name)
        guard let plan = plan ?? Self.plan(of: rows) else {
            throw Failure(
                .badData, "\(name): no row names a target, so the plan is not known",
                "run `duewatch settle PLAN --from \(Invocation.quoted(path)) --by WHO`")
        }
        let review = try installation.reading { try $0.review(plan: plan) }
        let sheet = ReviewSheetReader(
            rows, review: review, by: by, allowedDomains: installation.settings.allowedDomains)
        let faults = sheet.faults.map(\.description)
        guard faults.isEmpty else {
            throw Failure(.badData, lines: faults.map { "\(name): \($0)" } + ["nothing was changed"])
        }
        return Asked(decisions: sheet.decisions, owners: sheet.owners)
    }

    /// The plan of the first row that has one.
    private static func plan(of rows: [[String]]) -> String? {
        guard let head = rows.first?.firstIndex(where: { $0.lowercased() == ReviewSheet.Column.target.rawValue }) else {
            return nil
        }
        return rows.dropFirst().lazy.compactMap { row -> String? in
            guard head < row.count, !row[head].isEmpty else { return nil }
            return Decision.plan(of: row[head])
        }.first
    }
}
