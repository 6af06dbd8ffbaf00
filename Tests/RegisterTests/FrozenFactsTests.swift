import ActionPlans
import CivilTime
import Foundation
import Reminders
import Testing

@testable import Register

@Suite("Frozen facts")
struct FrozenFactsTests {
    @Test("what is written by hand is read by Codable as it was, and names what Codable names")
    func sameAsCodable() throws {
        for facts in [Self.full, Self.bare] {
            let text = String(decoding: try Stored.octets(facts), as: UTF8.self)
            let back: MessageFacts? = try Stored.value(text)
            #expect(back == facts)
            let ours = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let theirs =
                try JSONSerialization.jsonObject(with: Data(try Stored.encoded(facts).utf8)) as? [String: Any]
            #expect(names(ours ?? [:]) == names(theirs ?? [:]))
        }
    }

    @Test("every stored property is written, those that come later too")
    func complete() throws {
        let text = String(decoding: try Stored.octets(Self.full), as: UTF8.self)
        for property in Mirror(reflecting: Self.full).children.compactMap(\.label)
        where !["event", "correction"].contains(property) {
            #expect(text.contains("\"\(property)\":"), "\(property)")
        }
        let entry = try #require(Self.full.entries.first)
        for property in Mirror(reflecting: entry).children.compactMap(\.label) {
            #expect(text.contains("\"\(property)\":"), "\(property)")
        }
    }

    /// Paths of all that is not null.
    private func names(_ tree: Any, under path: String = "") -> Set<String> {
        switch tree {
        case let object as [String: Any]:
            object.reduce(into: [path]) { $0.formUnion(names($1.value, under: "\(path)/\($1.key)")) }
        case let array as [Any]:
            array.reduce(into: [path]) { $0.formUnion(names($1, under: "\(path)[]")) }
        case is NSNull: []
        default: [path]
        }
    }

    private static let bare = message(
        channel: .email, plan: nil, intended: nil, entries: [], paragraphs: ["one \"line\"\n"], marking: nil, link: nil)

    private static let full = message(
        channel: .webhook(endpoint: "cases"),
        plan: PlanFacts(id: PlanID(3), name: "gates", title: "Gates \u{2014} \u{2028}all"),
        intended: Party(person: PersonID(9), name: "Ida \\ Tender", address: "ida@example.org"),
        entries: [entry], paragraphs: [], marking: "OFFICIAL", link: "https://example.org/{reference}")

    private static let entry = EntryFacts(
        reminder: ReminderID(5), kind: .overdue, stage: "late", repetition: 2, reference: "gates/1.1",
        recommendation: "1", recommendationText: "Oil\tthe hinges", action: "Oil them", milestone: "North gate",
        phrase: "April 2026", due: day("2026-04-30"), rule: "a month is due on its last day",
        firstDue: day("2026-03-31"), revision: 2, extensions: 1, workingDaysLate: 4, owner: "Head of Wings",
        role: .deputy, jointOwners: ["Head of Gates"], standIn: .noPerson, insteadOf: "Hal Older", actsAs: .manager,
        copy: .joint,
        next: NextStep(role: .manager, name: "Max Ager", day: day("2026-05-11"), needsRelease: true),
        occurrence: day("2026-04-30"), merged: ["gates/1.2"], startedOn: day("2026-01-01"), ownerExtensions: 1,
        introduction: IntroductionEntry(
            firstReminder: day("2026-05-04"),
            climbsTo: [IntroductionEntry.Rung(role: .deputy, name: "Dee Puty", needsRelease: false)],
            lateFrom: day("2026-05-05")))

    private static func message(
        channel: Channel, plan: PlanFacts?, intended: Party?, entries: [EntryFacts], paragraphs: [String],
        marking: String?, link: String?
    ) -> MessageFacts {
        MessageFacts(
            id: String(repeating: "a", count: 32), kind: .reminders, channel: channel, mode: .live,
            date: instant(86_400), day: day("2026-03-02"), dateHeader: "Mon, 02 Mar 2026 09:00:00 +0000", plan: plan,
            recipient: Party(person: PersonID(1), name: "Zoë", address: nil), intended: intended,
            sender: Party(person: nil, name: "Gates", address: "gates@example.org"), replyTo: "ada@example.org",
            domain: "example.org", thread: "t", subject: "1 reminder", entries: entries, paragraphs: paragraphs,
            marking: marking, isThin: true, link: link, heldOver: HeldOver(reminders: 2, cap: 10))
    }
}
