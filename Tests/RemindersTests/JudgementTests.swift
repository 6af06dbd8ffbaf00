// What is done about each outcome: every outcome, channel and number of tries, with a sentence each.

import CivilTime
import Testing

@testable import Reminders

@Suite("The judgement of an outcome")
struct JudgementTests {
    private static let reply = Reply(code: 451, enhancedStatus: "4.7.1", text: "greylisted, ada@example.org")
    private static let webhook = Channel.webhook(endpoint: "desk")

    /// A Tuesday in the window, half an hour after nine.
    private func verdict(
        _ outcome: Outcome, _ channel: Channel, attempt: Int = 1, mayHaveArrived: Bool = false,
        first: String = "2024-04-30 09:30", now: String = "2024-04-30 09:30"
    ) throws -> Verdict {
        let judgement = Judgement(calendar: try SampleCalendar.calendar(), window: try SampleCalendar.window())
        let attempt = Try(
            id: "0123456789abcdef", channel: channel, attempt: attempt, firstAttemptAt: try london(first),
            mayHaveArrived: mayHaveArrived)
        return judgement.verdict(on: outcome, of: attempt, at: try london(now))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let outcome: Outcome
        let channels: [Channel]
        var attempt = 1
        var mayHaveArrived = false
        let verdict: String

        var testDescription: String { sentence }
    }

    private static let both: [Channel] = [.email, webhook]
    private static func said(_ code: Int, _ status: String? = nil) -> Reply {
        Reply(code: code, enhancedStatus: status, text: "as the peer says")
    }

    static let cases: [Case] = [
        Case(
            sentence: "accepted is delivered", outcome: .accepted(said(250)), channels: both, verdict: "delivered"),
        Case(
            sentence: "accepted at the last try is delivered", outcome: .accepted(said(200)), channels: both,
            attempt: 1_000_000, verdict: "delivered"),
        Case(
            sentence: "refused for now is tried again, and cannot have arrived",
            outcome: .refusedForNow(said(451, "4.7.1"), retryAfterSeconds: nil), channels: both,
            verdict: "again because 451 4.7.1"),
        Case(
            sentence: "a doubt of an earlier try stays", outcome: .refusedForNow(said(503), retryAfterSeconds: nil),
            channels: both, mayHaveArrived: true, verdict: "again in doubt because 503"),
        Case(
            sentence: "refused for now at the last try is set aside",
            outcome: .refusedForNow(said(451), retryAfterSeconds: nil), channels: [webhook], attempt: 10,
            verdict: "set aside because given up after 10 tries: 451"),
        Case(
            sentence: "refused for good is refused", outcome: .refusedForGood(said(550, "5.1.1")), channels: both,
            verdict: "refused because 550 5.1.1"),
        Case(
            sentence: "refused for good is refused at any try", outcome: .refusedForGood(said(404)), channels: both,
            attempt: 9, mayHaveArrived: true, verdict: "refused because 404"),
        Case(
            sentence: "refused credentials stop the relay", outcome: .refusedForGood(said(535, "5.7.8")),
            channels: [.email], verdict: "stop because 535 5.7.8"),
        Case(
            sentence: "a relay that wants to know who we are stops", outcome: .refusedForGood(said(530)),
            channels: [.email], verdict: "stop because 530"),
        Case(
            sentence: "535 means nothing to a webhook", outcome: .refusedForGood(said(535)), channels: [webhook],
            verdict: "refused because 535"),
        Case(
            sentence: "an endpoint that is gone stops", outcome: .refusedForGood(said(410)), channels: [webhook],
            verdict: "stop because 410"),
        Case(
            sentence: "410 means nothing to a relay", outcome: .refusedForGood(said(410)), channels: [.email],
            verdict: "refused because 410"),
        Case(
            sentence: "no answer is tried again, in doubt", outcome: .noAnswer("timeout after DATA"), channels: both,
            verdict: "again in doubt because timeout after DATA"),
        Case(
            sentence: "a mail without an answer for the second time is set aside", outcome: .noAnswer("timeout"),
            channels: [.email], attempt: 2, mayHaveArrived: true,
            verdict: "set aside because no answer for the second time, so it may have arrived twice: timeout"),
        Case(
            sentence: "a webhook without an answer goes on by its schedule", outcome: .noAnswer("timeout"),
            channels: [webhook], attempt: 5, mayHaveArrived: true, verdict: "again in doubt because timeout"),
        Case(
            sentence: "a local fault is tried again, and cannot have arrived", outcome: .localFault("no route"),
            channels: both, verdict: "again because no route"),
        Case(
            sentence: "a local fault at the last try is set aside", outcome: .localFault("no route"),
            channels: [webhook],
            attempt: 1_000_000, verdict: "set aside because given up after 1000000 tries: no route"),
    ]

    @Test("follows from the outcome, the channel and the history", arguments: cases)
    func judging(_ row: Case) throws {
        for channel in row.channels {
            let verdict = try verdict(
                row.outcome, channel, attempt: row.attempt, mayHaveArrived: row.mayHaveArrived)
            #expect(words(verdict) == row.verdict, "\(channel)")
        }
    }

    private func words(_ verdict: Verdict) -> String {
        switch verdict {
        case .delivered: "delivered"
        case .retry(_, let doubt, let because): "again \(doubt ? "in doubt " : "")because \(because)"
        case .refused(let because): "refused because \(because)"
        case .setAside(let because): "set aside because \(because)"
        case .putBack(let because): "put back because \(because)"
        case .stopChannel(let because): "stop because \(because)"
        }
    }

    @Test("never repeats the peer's words, which may hold an address")
    func masked() throws {
        let verdict = try verdict(.refusedForNow(Self.reply, retryAfterSeconds: nil), .email)
        #expect(!"\(verdict)".contains("ada@"))
    }

    private func wait(
        _ channel: Channel, attempt: Int, retryAfter: Int? = nil, first: String = "2024-04-30 09:30",
        now: String = "2024-04-30 09:30"
    ) throws -> Int64? {
        let verdict = try verdict(
            .refusedForNow(Self.reply, retryAfterSeconds: retryAfter), channel, attempt: attempt, first: first, now: now
        )
        guard case .retry(let at, _, _) = verdict else { return nil }
        return try london(now).milliseconds(until: at) / 1000
    }

    @Test("any number of tries has bounds that never shrink, up to a million and beyond either end")
    func bounds() throws {
        for channel in Self.both {
            var last: ClosedRange<Int64> = 0...0
            for attempt in 1...1_000_000 {
                guard let bounds = RetryTable.bounds(after: attempt, channel: channel) else {
                    #expect(channel == Self.webhook && attempt > 9, "\(channel), try \(attempt)")
                    continue
                }
                guard bounds.lowerBound >= last.lowerBound, bounds.upperBound >= last.upperBound else {
                    Issue.record("\(channel), try \(attempt): \(bounds) after \(last)")
                    return
                }
                last = bounds
            }
            #expect(last.upperBound <= 36 * 3_600_000)
            for attempt in [Int.min, -1, 0] {
                #expect(
                    RetryTable.bounds(after: attempt, channel: channel)
                        == RetryTable.bounds(after: 1, channel: channel))
            }
            _ = try wait(channel, attempt: .max)
        }
    }

    @Test("webhooks keep to the schedule of Standard Webhooks, give or take half a gap, and end after ten tries")
    func webhookSchedule() throws {
        let schedule: [Int64] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
        for (index, gap) in schedule.enumerated() {
            let wait = try #require(try wait(Self.webhook, attempt: index + 1))
            #expect((gap / 2...gap * 3 / 2).contains(wait), "try \(index + 1): \(wait)")
        }
        #expect(try wait(Self.webhook, attempt: 10) == nil)
    }

    @Test("mail is tried twice within the first hour, after a gap that greylisting asks for, then every few hours")
    func mailSchedule() throws {
        let bounds: [ClosedRange<Int64>] = [300...900, 1_800...3_600, 7_200...10_800, 7_200...10_800]
        for (index, range) in bounds.enumerated() {
            let wait = try #require(try wait(.email, attempt: index + 1, now: "2024-04-30 09:30"))
            #expect(range.contains(wait), "try \(index + 1): \(wait)")
        }
    }

    struct Span: Sendable, CustomTestStringConvertible {
        let sentence: String
        let now: String
        let attempt: Int
        let givesUp: Bool

        var testDescription: String { sentence }
    }

    @Test(
        "mail is given up after five days, however often it was tried in them",
        arguments: [
            Span(
                sentence: "not after an hour and many tries", now: "2024-04-30 10:30", attempt: 10_000, givesUp: false),
            Span(sentence: "not over a weekend", now: "2024-05-04 12:00", attempt: 9, givesUp: false),
            Span(sentence: "not a minute early", now: "2024-05-05 09:29", attempt: 2, givesUp: false),
            Span(sentence: "after five days", now: "2024-05-05 09:30", attempt: 2, givesUp: true),
            Span(sentence: "not where the clock went back", now: "2023-01-01 09:30", attempt: 2, givesUp: false),
        ])
    func span(_ row: Span) throws {
        let verdict = try verdict(.localFault("no route"), .email, attempt: row.attempt, now: row.now)
        #expect(
            (verdict == .setAside(because: "given up after five days and \(row.attempt) tries: no route"))
                == row.givesUp, "\(verdict)")
    }

    @Test("the jitter repeats, differs between messages, and covers all of its span")
    func jitter() {
        let bounds: ClosedRange<Int64> = 300_000...900_000
        let waits = (0..<2_000).map { RetryTable.gap(within: bounds, id: "message-\($0)", attempt: 1) }
        #expect(waits == (0..<2_000).map { RetryTable.gap(within: bounds, id: "message-\($0)", attempt: 1) })
        #expect(waits.allSatisfy(bounds.contains))
        #expect((waits.min() ?? 0) < 306_000 && (waits.max() ?? 0) > 894_000)
        let tenths = Dictionary(grouping: waits) { ($0 - 300_000) / 60_001 }.mapValues(\.count)
        #expect(tenths.count == 10 && tenths.values.allSatisfy { (120...280).contains($0) }, "\(tenths)")
        #expect(RetryTable.gap(within: 0...0, id: "", attempt: 0) == 0)
    }

    @Test("a peer that says that we are too many is left alone for a minute at least")
    func throttled() throws {
        let verdict = try verdict(
            .refusedForNow(Self.said(429), retryAfterSeconds: nil), Self.webhook)
        #expect(verdict == .retry(at: try london("2024-04-30 09:31"), mayHaveArrived: false, because: "429"))
    }

    @Test("a Retry-After is heeded if it is longer, for a day at most")
    func retryAfter() throws {
        #expect(try wait(Self.webhook, attempt: 1, retryAfter: 3_600) == 3_600)
        #expect(try wait(Self.webhook, attempt: 1, retryAfter: .max) == 86_400)
        for short in [0, -5, Int.min, 1] {
            let wait = try #require(try wait(Self.webhook, attempt: 1, retryAfter: short))
            #expect((2...7).contains(wait))
        }
    }

    @Test("mail tried again leaves in the window, but for half an hour after the first try; webhooks at any hour")
    func window() throws {
        // The first gap is at most a quarter of an hour: still within half an hour of the first try.
        let soon = try #require(try wait(.email, attempt: 1, first: "2024-04-30 16:25", now: "2024-04-30 16:25"))
        #expect(soon <= 900)
        let late = try verdict(
            .localFault("x"), .email, attempt: 2, first: "2024-04-30 16:00", now: "2024-04-30 16:10")
        #expect(late == .retry(at: try london("2024-05-01 09:00"), mayHaveArrived: false, because: "x"))
        let weekend = try verdict(
            .localFault("x"), .email, attempt: 4, first: "2024-03-28 10:00", now: "2024-03-28 15:00")
        #expect(weekend == .retry(at: try london("2024-04-02 09:00"), mayHaveArrived: false, because: "x"))
        let night = try #require(try wait(Self.webhook, attempt: 4, first: "2024-04-30 16:00", now: "2024-04-30 22:00"))
        #expect(night <= 10_800)
    }
}
