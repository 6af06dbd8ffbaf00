// Delivery reports as servers write them, and everything else that a mailbox may hold.

import TestSupport
import Testing

@testable import Reminders

@Suite("The reading of delivery reports")
struct DeliveryReportTests {
    static let id = "0123456789abcdef0123456789abcdef"

    /// Parts of a report, as Postfix writes one.
    static func report(
        status: String = """
        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0000

        Final-Recipient: rfc822; hal@example.org
        Original-Recipient: rfc822;hal@example.org
        Action: failed
        Status: 5.1.1
        Remote-MTA: dns; mail.example.org
        Diagnostic-Code: smtp; 550 5.1.1 <hal@example.org>: Recipient address rejected:
            User unknown
        """, encoding: String = "7bit", boundary: String = "\"b1; and more\"",
        original: String = "Content-Type: message/rfc822\n\nMessage-ID: <\(id)@gates.example>\nSubject: Gates\n\nbody"
    ) -> String {
        let bare = boundary.split(separator: "\"").joined()
        return """
            Return-Path: <>
            From: MAILER-DAEMON@example.org
            Message-ID: <20260302.1@mx.example.org>
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary=\(boundary)

            This is MIME.
            --\(bare)
            Content-Type: text/plain

            Sorry. Action: delivered, said nobody.
            --\(bare)
            Content-Type: message/delivery-status
            Content-Transfer-Encoding: \(encoding)

            \(status)

            --\(bare)
            \(original)
            --\(bare)--
            """
    }

    private func read(_ text: String) throws -> DeliveryReport {
        try DeliveryReportReader.report(in: Array(text.utf8))
    }

    @Test("a report says who did not get it, why, and which message it was")
    func whole() throws {
        let report = try read(Self.report())
        let recipient = try #require(report.recipients.first)
        #expect(report.recipients.count == 1 && report.ids == [Self.id])
        #expect(recipient.addresses == ["hal@example.org", "hal@example.org"])
        #expect(recipient.action == .failed && recipient.status == "5.1.1")
        #expect(
            recipient.reply
                == Reply(
                    code: 550, enhancedStatus: "5.1.1",
                    text: "550 5.1.1 <hal@example.org>: Recipient address rejected: User unknown"))
    }

    struct Odd: Sendable, CustomTestStringConvertible {
        let sentence: String
        let text: String

        var testDescription: String { sentence }
    }

    private static let group = "Final-Recipient: rfc822; hal@example.org\nAction: failed\nStatus: 5.1.1"

    @Test(
        "reads it however it is dressed",
        arguments: [
            Odd(
                sentence: "with CRLF",
                text: report().split(separator: "\n", omittingEmptySubsequences: false)
                    .joined(separator: "\r\n")),
            Odd(sentence: "from an mbox", text: "From MAILER-DAEMON Mon Mar  2 09:00:00 2026\n" + report()),
            Odd(sentence: "with a bare boundary", text: report(boundary: "b1")),
            Odd(sentence: "cut off before its end", text: report().replacing("b1; and more--", with: "")),
            Odd(sentence: "with one group for everything", text: report(status: "Reporting-MTA: dns; x\n" + group)),
            Odd(
                sentence: "with words behind action and status",
                text: report(
                    status: "FINAL-RECIPIENT: RFC822;<Hal@Example.ORG>\nAction: FAILED (really)\nstatus: 5.1.1 (bad)")),
            Odd(
                sentence: "with an address in xtext",
                text: report(
                    status: "Original-Recipient: rfc822;hal+40example.org\nAction: failed\nStatus: 5.1.1")),
            Odd(
                sentence: "in quoted-printable",
                text: report(
                    status: "Final-Recipient=3A rfc822; hal=40exam=\nple.org\nAction: failed\nStatus: 5.1.1=20",
                    encoding: "quoted-printable")),
            Odd(
                sentence: "in base64",
                text: report(
                    status: "RmluYWwtUmVjaXBpZW50OiByZmM4MjI7IGhhbEBleGFtcGxlLm9yZwpBY3Rpb246IGZhaWxl\n"
                        + "ZApTdGF0dXM6IDUuMS4xCg==", encoding: "base64")),
            Odd(
                sentence: "with the headers only",
                text: report(
                    original: "Content-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID:\n <\(id)@gates.example>")),
            Odd(
                sentence: "forwarded as an attachment",
                text: "Subject: Fwd\nContent-Type: multipart/mixed; boundary=o\n\n"
                    + "--o\n\nsee below\n--o\nContent-Type: message/rfc822\n\n\(report())\n--o--\n"),
        ])
    func odd(_ row: Odd) throws {
        let report = try read(row.text)
        #expect(report.ids == [Self.id])
        #expect(report.recipients.map(\.action) == [.failed] && report.recipients.map(\.status) == ["5.1.1"])
        #expect(report.recipients[0].addresses.last?.lowercased() == "hal@example.org")
    }

    @Test("knows every action, and each recipient by itself")
    func actions() throws {
        let groups = DeliveryReport.Action.allCases.map { "Final-Recipient: rfc822;a@x.org\nAction: \($0.rawValue)" }
        let report = try read(Self.report(status: "Reporting-MTA: dns;x\n\n" + groups.joined(separator: "\n\n")))
        #expect(report.recipients.map(\.action) == DeliveryReport.Action.allCases)
        #expect(report.recipients.allSatisfy { $0.status == nil && $0.reply.code == 0 })
    }

    @Test(
        "refuses what is no report, with what to do",
        arguments: [
            ("", "it is empty"), ("\0\0\u{1}", "no part of the type"),
            ("Subject: hello\n\nsee you at noon", "--address"),
            ("Content-Type: multipart/report; boundary=b\n\n--b\n\n--b--", "no part of the type"),
            ("Content-Type: multipart/report\n\n--\n--", "no part of the type"),
            (report(status: "Final-Recipient: rfc822; hal@example.org"), "names no recipient with an action"),
            (report(status: "Action: exploded"), "names no recipient"),
        ])
    func refused(_ text: String, _ says: String) {
        let fault = #expect(throws: NotAReport.self) { try read(text) }
        #expect(fault?.description.contains(says) == true, "\(fault?.description ?? "")")
    }

    @Test("parts within parts end somewhere")
    func nested() {
        var text = Self.report()
        for level in 0..<200 {
            text = "Content-Type: multipart/mixed; boundary=n\(level)\n\n--n\(level)\n\(text)\n--n\(level)--"
        }
        #expect(throws: NotAReport.self) { try read(text) }
    }

    @Test("whatever is cut from it, put into it or swapped in it, it is read or refused, never more")
    func bent() {
        var generator = SplitMix64(seed: seed)
        print("seed \(seed)")
        let whole = Array(Self.report().utf8)
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: bytes.removeSubrange(at..<min(bytes.count - 1, at + Int.random(in: 1...60, using: &generator)))
                case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
                default: bytes.insert(10, at: at)
                }
                if bytes.isEmpty { bytes = [10] }
            }
            do throws(NotAReport) {
                let report = try DeliveryReportReader.report(in: bytes)
                #expect(!report.recipients.isEmpty)
                #expect(report.ids.allSatisfy { $0.utf8.count == 32 })
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
