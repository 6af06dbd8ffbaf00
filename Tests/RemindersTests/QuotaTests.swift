// What is left of a relay's quota, at the edges of its minute and its day.

import CivilTime
import Testing

@testable import Reminders

@Suite("The quota of a relay")
struct QuotaTests {
    private let noon = Instant(milliseconds: 1_700_000_000_000)
    private let today = CivilDate(iso: "2023-11-14") ?? .min
    private let tomorrow = CivilDate(iso: "2023-11-15") ?? .min

    @Test(
        "a rate is a number in a second, a minute or an hour, and nothing else",
        arguments: [
            ("60/min", "60/min"), ("5/s", "5/s"), ("1000/h", "1000/h"), ("100000/h", "100000/h"), ("0/min", nil),
            ("100001/h", nil), ("60", nil), ("60/", nil), ("/min", nil), ("60/day", nil), ("-1/s", nil), ("+1/s", nil),
            ("1/s/s", nil), ("99999999999999999999/s", nil), ("", nil), ("1.5/s", nil), ("١/s", nil),
        ] as [(String, String?)])
    func reading(_ text: String, _ read: String?) {
        #expect(Rate(text)?.description == read)
    }

    @Test("no quota is no bound")
    func none() {
        var meter = QuotaMeter(.none, on: today, today: 1_000_000, recent: [])
        for _ in 0..<100 { meter.took(at: noon, on: today) }
        #expect(meter.allowance(at: noon, on: today) == .max)
    }

    @Test("so many in any minute: the next may leave a minute after the first of them")
    func rate() {
        var meter = QuotaMeter(Quota(rate: Rate(3, per: .min), perDay: nil), on: today, today: 0, recent: [])
        for second in [0, 10, 20] { meter.took(at: noon.adding(seconds: Int64(second)), on: today) }
        let now = noon.adding(seconds: 30)
        #expect(meter.allowance(at: now, on: today) == 0)
        #expect(meter.opens(after: now, on: today, midnight: .distantFuture) == noon.adding(seconds: 60))
        #expect(meter.allowance(at: noon.adding(seconds: 60), on: today) == 1)
        #expect(meter.allowance(at: noon.adding(seconds: 80), on: today) == 3)
    }

    @Test("so many on a day: the rest waits for midnight, when all of it is there again")
    func day() {
        var meter = QuotaMeter(Quota(rate: nil, perDay: 5), on: today, today: 4, recent: [])
        #expect(meter.allowance(at: noon, on: today) == 1)
        meter.took(at: noon, on: today)
        let midnight = noon.adding(seconds: 43_200)
        #expect(meter.allowance(at: noon, on: today) == 0)
        #expect(meter.opens(after: noon, on: today, midnight: midnight) == midnight)
        #expect(meter.allowance(at: midnight, on: tomorrow) == 5)
        meter.took(at: midnight, on: tomorrow)
        #expect(meter.allowance(at: midnight, on: tomorrow) == 4)
    }

    @Test("what never reached the relay is given back")
    func givenBack() {
        var meter = QuotaMeter(Quota(rate: Rate(1, per: .h), perDay: 1), on: today, today: 0, recent: [])
        meter.took(at: noon, on: today)
        meter.gaveBack()
        #expect(meter.allowance(at: noon, on: today) == 1)
        meter.gaveBack()
        #expect(meter.allowance(at: noon, on: today) == 1, "never more than there is")
    }

    @Test("a restart forgets nothing, and a clock that is set back does not stop mail for longer than the span")
    func restart() {
        let quota = Quota(rate: Rate(2, per: .min), perDay: nil)
        let meter = QuotaMeter(quota, on: today, today: 2, recent: [noon, noon.adding(seconds: 5)])
        #expect(meter.allowance(at: noon.adding(seconds: 6), on: today) == 0)
        let before = noon.adding(seconds: -86_400)
        let opens = meter.opens(after: before, on: today, midnight: .distantFuture)
        #expect(opens == before.adding(seconds: 60))
    }
}
