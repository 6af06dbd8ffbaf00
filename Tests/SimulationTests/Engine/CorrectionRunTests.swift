// A correction in the running service: to the address that the wrong message went to, as an answer to it, with the facts of
// the moment it leaves.

import CivilTime
import Delivery
import Foundation
import Register
import Reminders
import Service
import Simulation
import Testing

@Suite("Corrections in the running service")
struct CorrectionRunTests {
    private let monday = at("2026-04-01T00:00:00Z")

    private func deliveredLead() throws -> (Bench, wrong: Parcel, MessageID) {
        let bench = try Bench.armed()
        let wrong = try #require(try bench.run(until: monday).last { $0.facts.kind == .reminders })
        let row = try #require(try bench.register.deliveries().first { $0.id == wrong.facts.id })
        return (bench, wrong, row.message)
    }

    private func correct(_ bench: Bench, _ message: MessageID, at now: Instant) throws {
        try bench.register.correct(
            [message], because: "The date was misread.", mode: .live, by: amy, saidBy: "A. Reyes", noticesFrom: now,
            at: now)
    }

    @Test("it goes where the wrong one went, although the address has changed, and says what holds when it leaves")
    func asSent() throws {
        let (bench, wrong, message) = try deliveredLead()
        try correct(bench, message, at: monday)
        let moved = PersonEntry(name: "Hal 1", email: "other@gates.example", webhook: nil, from: nil, until: nil)
        try bench.register.adoptOwners(
            [OwnerEntry(post: "Head of Wing 1", aliases: [], holder: moved, deputy: nil, manager: nil)], by: amy,
            at: monday)
        _ = try bench.register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal 1", on: CivilDate(iso: "2026-04-01") ?? .min,
                because: "by telephone", ownerPost: nil),
            administrator: bench.policy.administrator.id, by: amy, at: monday)
        let parcels = try bench.run(from: monday, until: at("2026-04-03T00:00:00Z"))
        let corrections = parcels.filter { $0.facts.correction != nil }
        let facts = try #require(corrections.first?.facts)
        #expect(corrections.count == 1)
        #expect(facts.recipient == wrong.facts.recipient && facts.recipient.address == "hal.1@gates.example")
        #expect(facts.channel == wrong.facts.channel && facts.thread == wrong.facts.thread)
        #expect(facts.subject == "Correction: \(wrong.facts.subject)")
        let text = Renderer().mail(facts).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for phrase in [
            wrong.facts.subject, "What was wrong: The date was misread.", "gates/1.1 is completed",
            "said by A. Reyes", "On Monday 30 March 2026 we wrote to you",
        ] {
            #expect(text.contains(phrase), "\(phrase) in \(text)")
        }
        let bytes = String(decoding: try MailMessage.bytes(facts, Renderer().mail(facts)), as: UTF8.self)
        let unfolded = bytes.replacing("\r\n ", with: " ")
        #expect(unfolded.contains("In-Reply-To: <\(wrong.facts.id)@\(wrong.facts.domain)>"))
        #expect(unfolded.contains("<\(wrong.facts.id)@\(wrong.facts.domain)>\r\nMIME-Version"), "last in References")
    }

    @Test("a second correction of the same message is refused, and nobody else is written to")
    func once() throws {
        let (bench, _, message) = try deliveredLead()
        try correct(bench, message, at: monday)
        #expect(throws: RegisterError.self) { try correct(bench, message, at: monday.adding(seconds: 60)) }
        let parcels = try bench.run(from: monday, until: at("2026-04-03T00:00:00Z"))
        #expect(parcels.filter { $0.facts.correction != nil }.map(\.facts.recipient.name) == ["Hal 1"])
        #expect(throws: RegisterError.self) { try correct(bench, message, at: at("2026-04-03T00:00:00Z")) }
        #expect(try bench.register.ledger().filter { $0.event == .messageCorrected }.count == 1)
    }
}
