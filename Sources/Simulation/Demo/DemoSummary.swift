// The end of the demo: what was sent, where it lies, what to type next.

import Register
import Reminders

struct DemoSummary {
    let played: Played
    let webhooks: Int
    let unsigned: Int
    /// Targets that are late at the end.
    let late: Int
    let ledger: LedgerVerification
    let folder: String

    func lines(colours: Bool) -> [String] {
        func heading(_ text: String) -> String { colours ? "\n\u{1B}[1m\(text)\u{1B}[0m" : "\n\(text)" }
        return [heading("Summary")] + table + [heading("What to look at")] + next
    }

    private var table: [String] {
        let mails = played.parcels.filter { $0.facts.channel == .email }
        let entries = mails.flatMap(\.facts.entries)
        func reminders(_ kinds: Set<ReminderKind>) -> Int { entries.filter { kinds.contains($0.kind) }.count }
        let rows: [(String, Int)] = [
            ("mails in the Maildir", mails.count),
            ("  reminders in them", entries.count),
            ("    introductions", reminders([.introduction])),
            ("    before or on the day", reminders([.lead, .due, .starts, .midpoint])),
            ("    after it, to the owner", reminders([.overdue, .letter, .warned])),
            ("    up to deputy or manager", reminders([.escalated, .extended])),
            ("    check-ins on what is ongoing", reminders([.checkIn, .checkInRepeat])),
            ("  daily notes to the administrator", mails.filter { $0.facts.kind == .notice }.count),
            ("  receipts for answers", mails.filter { $0.facts.kind == .receipt }.count),
            ("  told to the administrator instead", entries.filter { $0.standIn != nil }.count),
            ("webhooks accepted, signature checked", webhooks),
            ("webhooks with a bad signature", unsigned),
            ("answers recorded", played.answers),
            ("  of them asking for a later date", played.extensions),
            ("targets late at the end", late),
        ]
        let width = 44
        let lines = rows.map { label, count in
            let number = String(count)
            return "  " + label + String(repeating: " ", count: max(1, width - label.count - number.count)) + number
        }
        return lines + [ledgerLine]
    }

    private var ledgerLine: String {
        switch ledger {
        case .sound(let rows): "  ledger: \(rows) rows, each chained to the one before: sound"
        case .broken(let seq): "  ledger: BROKEN at row \(seq)"
        }
    }

    private var next: [String] {
        let configuration = "--config \(folder)/duewatch.yaml"
        return [
            "  The Maildir, for any mail client:",
            "    \(folder)/mail",
            "    mutt -f \(folder)/mail",
            "  The register, with the same commands as in earnest:",
            "    duewatch status \(configuration)",
            "    duewatch targets \(configuration)",
            "    duewatch show \(DemoFiles.planName)/1.1 \(configuration)",
            "  The plan as published, and the files an administrator writes:",
            "    \(folder)/plan.txt, owners.yaml, duewatch.yaml",
            "  Your own plan: duewatch import --dry-run FILE",
        ]
    }
}
