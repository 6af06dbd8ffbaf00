// Looking at every armed target again, because the rules are not those under which the next checks were worked out. It
// goes through the register in the order of its rows, and how far it has come is written with each step.

import CivilTime
import GRDB
import Reminders

/// How far a look through the register has come.
public enum LookProgress: Hashable, Sendable {
    /// Every armed target up to this one was looked at.
    case through(TargetID)
    case ended
}

extension Store {
    /// What SQLite may keep of the file in memory, in its unit: minus so many kilobytes. The usual is its own default.
    static let (lookCache, checkCache, usualCache) = (-32_768, -16_384, -2_000)

    /// Keeps the pages that it reads of many targets until it has written to them.
    public func keepingPages<Result>(_ body: () throws -> Result) throws -> Result {
        try keepPages(Self.checkCache)
        let result = Swift.Result { try body() }
        try keepPages(Self.usualCache)
        return try result.get()
    }

    private func keepPages(_ size: Int) throws {
        try mappingErrors { try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = \(size)") } }
    }

    /// Makes every armed target due for a look, from the first; a look that was under way begins anew.
    ///
    /// - Parameter mark: what stands for the rules of the look; nil for rules that are tried out on a copy.
    public func lookAgain(mark: String? = nil, at now: Instant) throws {
        try write(at: now) { writing in
            try writing.execute(
                "UPDATE register SET looked_through = 0, rules_mark = ifnull(?, rules_mark)", [mark])
        }
    }

    /// What stands for the settings under which every target was last looked at; nil where no service told.
    public func rulesMark() throws -> String? {
        try read { db in try String.fetchOne(db, sql: "SELECT rules_mark FROM register") }
    }

    /// The last target that was looked at again; nil where no look is under way.
    public func lookPoint() throws -> TargetID? { try read { db in try Self.lookPoint(db) } }

    static func lookPoint(_ db: Database) throws -> TargetID? {
        try TargetID.fetchOne(
            db.cachedStatement(sql: "SELECT looked_through FROM register WHERE looked_through IS NOT NULL"))
    }
}

extension Transaction {
    func note(_ look: LookProgress) throws {
        let point: TargetID? = if case .through(let target) = look { target } else { nil }
        // A look that somebody began anew meanwhile is not taken for further than it is.
        try execute("UPDATE register SET looked_through = ? WHERE looked_through IS NOT NULL", [point])
    }
}
