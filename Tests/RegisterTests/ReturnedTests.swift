// Mail that came back: what it does to the message, its reminders, the address and the administrator.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct ReturnedTests {
    let opens = instant(86_400)

    private func delivered() throws -> (Bench, Claim) {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        try bench.settle(claim, .fine, .delivered, at: opens)
        return (bench, claim)
    }

    private func report(
        _ claim: Claim, _ action: DeliveryReport.Action = .failed, status: String? = "5.1.1",
        address: String? = "hal@example.org", diagnostic: String = "550 no such user"
    ) -> ReturnedMail {
        let recipient = DeliveryReport.Recipient(
            final: address, original: nil, action: action, status: status, diagnostic: diagnostic)
        return ReturnedMail(recipient, in: DeliveryReport(recipients: [recipient], ids: ["f", claim.facts.id]))
    }

    private func take(_ mail: ReturnedMail, _ bench: Bench) throws -> Returned {
        try bench.register.returned(
            mail, administrator: { _ in bench.administrator.id }, by: amy, at: opens.adding(seconds: 60))
    }

    @Test("a failure does what a 550 would: refused, told to the administrator, the address used no more")
    func failed() throws {
        let (bench, claim) = try delivered()
        let result = try take(report(claim), bench)
        #expect(result.message == claim.message && result.isRefused && result.condemned.count == 1)
        #expect(try bench.facts().recorded.map(\.fate) == [.givenUp])
        #expect(try bench.facts().owners[0].holder?.email == nil)
        #expect(try bench.register.worklist().map(\.kind) == [.deliveryRefused])
        #expect(try bench.register.earliestCheck() == opens.adding(seconds: 60), "whoever comes next is looked for")
        let rows = try bench.register.deliveries()
        #expect(rows.map(\.state) == [.waiting, .refused] && rows[0].kind == .notice)
        #expect(rows[1].because == "returned: 5.1.1 550 no such user")
        let events = try bench.register.ledger().suffix(4).map(\.event)
        #expect(events.contains(.mailReturned) && events.contains(.messageRefused))
        #expect(try bench.register.ledger().last { $0.event == .mailReturned }?.author == "amy")
        let again = try take(report(claim), bench)
        #expect(!again.isRefused && again.message == claim.message, "a second report changes nothing more")
        #expect(try bench.register.deliveries().count == 2)
    }

    @Test("who administers the plan of the message is told")
    func ofThePlan() throws {
        let (bench, claim) = try delivered()
        let gil = try bench.register.ensurePerson(name: "Gil Own", email: "gil@example.org", at: opens)
        _ = try bench.register.returned(
            report(claim), administrator: { $0 == claim.facts.plan?.name ? gil.id : bench.administrator.id }, by: amy,
            at: opens.adding(seconds: 60))
        #expect(try bench.register.deliveries().filter { $0.kind == .notice }.map(\.recipientName) == ["Gil Own"])
    }

    @Test(
        "anything but a failure is noted and changes nothing",
        arguments: DeliveryReport.Action.allCases.filter { $0 != .failed })
    func noted(_ action: DeliveryReport.Action) throws {
        let (bench, claim) = try delivered()
        let result = try take(report(claim, action), bench)
        #expect(!result.isRefused && result.condemned.isEmpty)
        #expect(try bench.states == [.delivered])
        #expect(try bench.facts().owners[0].holder?.email == "hal@example.org")
        #expect(try bench.register.ledger().last?.event == .mailReturned)
    }

    @Test(
        "a failure that is not the address's fault refuses the message and leaves the address alone",
        arguments: [
            "5.2.2", "4.4.7", "5.7.1",
        ])
    func notTheAddress(_ status: String) throws {
        let (bench, claim) = try delivered()
        #expect(try take(report(claim, status: status), bench).condemned.isEmpty)
        #expect(try bench.states.first == .refused)
        #expect(try bench.facts().owners[0].holder?.email == "hal@example.org")
    }

    @Test("without a status the code of the diagnosis tells whose fault it is")
    func withoutStatus() throws {
        let (bench, claim) = try delivered()
        #expect(try take(report(claim, status: nil), bench).condemned.count == 1)
    }

    @Test(
        "a status of 5.0.0 says nothing: the one in the server's words counts, and then its code",
        arguments: [
            ("550-5.1.1 no such account", 1), ("550 no such user", 1), ("550 5.7.1 not from you", 0),
            ("552 5.2.2 full", 0),
        ])
    func vagueStatus(_ words: String, _ condemned: Int) throws {
        let (bench, claim) = try delivered()
        #expect(try take(report(claim, status: "5.0.0", diagnostic: words), bench).condemned.count == condemned)
    }

    @Test("a report on another address than the message went to is not believed, and says what to do")
    func otherAddress() throws {
        let (bench, claim) = try delivered()
        let fault = #expect(throws: RegisterError.self) {
            try take(report(claim, address: "eve@elsewhere.org"), bench)
        }
        #expect(fault?.description.contains("--address hal@example.org") == true)
        #expect(try bench.states == [.delivered])
    }

    @Test("a report without an id of ours is matched by its address, to the last mail that was accepted for it")
    func byAddress() throws {
        let (bench, claim) = try delivered()
        let mail = ReturnedMail(
            ids: [], addresses: ["HAL@example.org"], action: .failed, condemns: true, because: "left in May")
        #expect(try take(mail, bench).message == claim.message)
        #expect(try bench.facts().owners[0].holder?.email == nil)
    }

    @Test("an address is used no more even where nothing was sent to it; one that nobody has is an error")
    func addressOnly() throws {
        let bench = try Bench.waiting()
        func mail(_ address: String) -> ReturnedMail {
            ReturnedMail(ids: [], addresses: [address], action: .failed, condemns: true, because: "x")
        }
        let result = try take(mail("hal@example.org"), bench)
        #expect(result.message == nil && !result.isRefused && result.condemned.count == 1)
        #expect(try bench.facts().owners[0].holder?.email == nil)
        #expect(throws: RegisterError.self) { try take(mail("nobody@example.org"), bench) }
    }

    @Test("the settlement of a message that came back meanwhile changes nothing")
    func meanwhile() throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        #expect(try take(report(claim), bench).isRefused)
        #expect(try bench.settle(claim, .fine, .delivered, at: opens.adding(seconds: 90)) == .fenced)
        #expect(try bench.states.first == .refused)
    }
}
