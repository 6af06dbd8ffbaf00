import CivilTime
import Reminders
import Testing

@testable import Register

@Suite("Reasons in the ledger")
struct ReasonTests {
    private static let day = CivilDate(iso: "2027-03-02") ?? .min

    private static let all: [RefusalReason] = [
        .notArmed, .notChased(.withdrawn), .answeredDone, .answeredNotMine, .onTrack(until: day),
        .held(until: day, because: "a \"quoted\" reason"), .superseded(by: "overdue"), .nobodyInRole(.deputy),
        .dateChanged, .recipientChanged, .modeChanged, .notReleased, .stopped(because: "it was agreed"),
        .repeatsEnded, .answeredSince, .introduced(until: day), .introduced(until: nil), .capped(until: day),
    ]

    @Test("each is read back as it was written", arguments: all)
    func back(reason: RefusalReason) {
        #expect(RefusalReason(text: reason.json.description) == reason)
    }

    @Test(
        "what a later version wrote, and what is no reason at all, is none",
        arguments: [#"{"why": "moon_phase"}"#, #"{"why": "held"}"#, #"{"why": "told"}"#, "{}", "because", ""])
    func unknown(text: String) {
        #expect(RefusalReason(text: text) == nil)
    }
}
