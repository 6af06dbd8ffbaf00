// Which messages can be corrected: only those that reached their reader in the present mode, and each once.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct CorrectionTests {
    private let opens = instant(86_400)

    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let reaches: MessageState
        var mode = DeliveryMode.live
        let says: String?
        var testDescription: String { why }
    }

    @Test(
        "only what was delivered in the present mode can be corrected",
        arguments: [
            Case(why: "delivered: it can", reaches: .delivered, says: nil),
            Case(why: "it waits, and nobody has it", reaches: .waiting, says: "is waiting"),
            Case(why: "it is under way", reaches: .claimed, says: "is claimed"),
            Case(why: "it was refused, so nobody has it", reaches: .refused, says: "is refused"),
            Case(why: "nobody knows whether it arrived", reaches: .setAside, says: "is set_aside"),
            Case(why: "the brake holds it", reaches: .held, says: "is held"),
            Case(why: "nothing was left of it", reaches: .void, says: "is void"),
            Case(
                why: "its reader had nothing: it was sent in another mode", reaches: .delivered, mode: .rehearsal,
                says: "was sent in live mode"),
        ])
    func states(_ row: Case) throws {
        let bench = try Bench.waiting()
        let message = try bench.register.deliveries()[0].message
        switch row.reaches {
        case .waiting: break
        case .held: _ = try bench.register.hold([message], because: "too many", at: opens)
        case .void:
            bench.stale = Dictionary(
                uniqueKeysWithValues: (1...9).map { (ReminderID($0), RefusalReason.dateChanged) })
            _ = try bench.claim(at: opens)
        default:
            let claim = try #require(try bench.claim(at: opens).claims.first)
            switch row.reaches {
            case .delivered: try bench.settle(claim, .fine, .delivered, at: opens)
            case .refused: try bench.settle(claim, .noMailbox, .refused(because: "no mailbox"), at: opens)
            case .setAside: try bench.settle(claim, .noAnswer("silence"), .setAside(because: "silence"), at: opens)
            default: break
            }
        }
        #expect(try bench.register.deliveries().last?.state == row.reaches, "the case is what it says")
        do {
            let found = try bench.register.correctable([message], mode: row.mode)
            #expect(row.says == nil && found.map(\.message) == [message])
        } catch let fault as RegisterError {
            let says = try #require(row.says, "\(fault)")
            #expect("\(fault)".contains(says), "\(fault)")
        }
    }

    @Test("an unknown number is named, and one that cannot be corrected keeps the others from it")
    func allOrNone() throws {
        let bench = try Bench.waiting()
        let message = try bench.register.deliveries()[0].message
        let claim = try #require(try bench.claim(at: opens).claims.first)
        try bench.settle(claim, .fine, .delivered, at: opens)
        for other in [MessageID(999), MessageID(message.value + 1)] {
            #expect(throws: RegisterError.self) {
                try bench.register.correct(
                    [message, other], because: "wrong", mode: .live, by: amy, saidBy: "Amy", noticesFrom: opens,
                    at: opens)
            }
        }
        #expect(try bench.register.deliveries().count == 1, "nothing was queued")
        try bench.register.correct(
            [message, message], because: "wrong", mode: .live, by: amy, saidBy: "Amy", noticesFrom: opens, at: opens)
        let rows = try bench.register.deliveries()
        #expect(rows.count == 2 && rows[0].recipient == rows[1].recipient && rows[0].channel == rows[1].channel)
        #expect(try bench.register.ledger().last { $0.event == .messageCorrected }?.message == message)
    }
}
