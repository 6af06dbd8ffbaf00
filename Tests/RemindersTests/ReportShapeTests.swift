// Delivery reports in the shapes of the servers that write most of them: where they put the id, and what they say of whom.

import Testing

@testable import Reminders

@Suite("Delivery reports as well-known servers write them")
struct ReportShapeTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let server: String
        let text: String
        let action: DeliveryReport.Action
        let code: Int
        let status: String?
        var address = "hal@example.org"
        var testDescription: String { server }
    }

    private static let id = DeliveryReportTests.id
    private static let ours = "Message-ID: <\(id)@gates.example>\nTo: Hal <hal@example.org>\nSubject: Gates"

    /// A multipart of these parts, each with its own header.
    private static func report(_ head: String, boundary: String, _ parts: [String]) -> String {
        (["\(head)\n"] + parts.map { "--\(boundary)\n\($0)\n" } + ["--\(boundary)--\n"]).joined(separator: "\n")
    }

    static let shapes = [
        Shape(
            server: "Postfix, after days of trying",
            text: report(
                """
                From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="4C1F.1772445600/mx.example.net"
                """, boundary: "4C1F.1772445600/mx.example.net",
                [
                    "Content-Description: Notification\nContent-Type: text/plain; charset=utf-8\n\nI'm sorry.",
                    """
                    Content-Description: Delivery report
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example.net
                    X-Postfix-Queue-ID: 4C1F
                    X-Postfix-Sender: rfc822; answers@gates.example
                    Arrival-Date: Mon,  2 Mar 2026 10:00:00 +0000 (GMT)

                    Final-Recipient: rfc822; hal@example.org
                    Original-Recipient: rfc822;hal@example.org
                    Action: failed
                    Status: 4.4.1
                    Diagnostic-Code: X-Postfix; connect to mail.example.org[192.0.2.9]:25:
                        Connection timed out
                    """, "Content-Description: Undelivered Message\nContent-Type: message/rfc822\n\n\(ours)\n\nbody",
                ]), action: .failed, code: 0, status: "4.4.1"),
        Shape(
            server: "Exim, which says 5.0.0 of everything",
            text: report(
                """
                X-Failed-Recipients: hal@example.org
                Auto-Submitted: auto-replied
                From: Mail Delivery System <Mailer-Daemon@mx.example.net>
                Content-Type: multipart/report; report-type=delivery-status; boundary=1772445600-eximdsn-7
                MIME-Version: 1.0
                References: <\(id)@gates.example>
                """, boundary: "1772445600-eximdsn-7",
                [
                    "Content-type: text/plain; charset=us-ascii\n\nThis message was created automatically.",
                    """
                    Content-type: message/delivery-status

                    Reporting-MTA: dns; mx.example.net

                    Action: failed
                    Final-Recipient: rfc822;hal@example.org
                    Status: 5.0.0
                    Remote-MTA: dns; mail.example.org
                    Diagnostic-Code: smtp; 550-5.1.1 The account that you tried to reach does not exist.
                     550 5.1.1 Please look at the address again.
                    """, "Content-type: text/rfc822-headers\n\nReturn-path: <answers@gates.example>\n\(ours)",
                ]), action: .failed, code: 550, status: "5.1.1"),
        Shape(
            server: "Exim, of an address that it cannot route",
            text: report(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x-eximdsn-8",
                boundary: "x-eximdsn-8",
                [
                    "Content-type: text/plain; charset=us-ascii\n\n  hal@example.org\n    Unrouteable address",
                    """
                    Content-type: message/delivery-status

                    Reporting-MTA: dns; mx.example.net

                    Action: failed
                    Final-Recipient: rfc822;hal@example.org
                    Status: 5.0.0
                    """, "Content-type: message/rfc822\n\n\(ours)\n\nbody",
                ]), action: .failed, code: 0, status: "5.0.0"),
        Shape(
            server: "Exchange, with a page in two forms before it",
            text: report(
                """
                From: <postmaster@example.org>
                In-Reply-To: <\(id)@gates.example>
                References: <target.1@gates.example>
                \t<\(id)@gates.example>
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="_0a1_EX_"
                """, boundary: "_0a1_EX_",
                [
                    "Content-Type: multipart/alternative; differences=Content-Type;\n\tboundary=\"_b_\"\n\n"
                        + "--_b_\nContent-Type: text/plain; charset=\"us-ascii\"\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "Delivery has failed to these recipients or groups:=20\n--_b_\n"
                        + "Content-Type: text/html; charset=\"us-ascii\"\n\n<html></html>\n--_b_--",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns;EX1.example.org
                    Received-From-MTA: dns;mx.gates.example
                    Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0000

                    Original-Recipient: rfc822;hal@example.org
                    Final-Recipient: rfc822;hal@example.org
                    Action: failed
                    Status: 5.1.10
                    Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup
                    X-Display-Name: Hal
                    """, "Content-Type: message/rfc822\n\nReceived: from mx by EX1\n\(ours)\n\nbody",
                ]), action: .failed, code: 550, status: "5.1.10"),
        Shape(
            server: "Exchange, whose queue gave up",
            text: report(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"q\"", boundary: "q",
                [
                    "Content-Type: text/plain\n\nExpired.",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns;EX2.example.org

                    Final-recipient: RFC822;Hal@Example.org
                    Action: failed
                    Status: 4.4.7
                    Diagnostic-Code: smtp;550 4.4.7 QUEUE.Expired; message expired
                    """, "Content-Type: text/rfc822-headers\n\n\(ours)",
                ]), action: .failed, code: 550, status: "4.4.7", address: "Hal@example.org"),
        Shape(
            server: "Gmail, with a picture and its own name for the id",
            text: report(
                """
                From: Mail Delivery Subsystem <mailer-daemon@mail.example.com>
                To: answers@gates.example
                X-Failed-Recipients: hal@example.org
                Content-Type: multipart/report; boundary="00000000000c0ffee"; report-type=delivery-status
                """, boundary: "00000000000c0ffee",
                [
                    "Content-Type: multipart/related; boundary=\"0000000000000000000bed\"\n\n--0000000000000000000bed\n"
                        + "Content-Type: multipart/alternative; boundary=\"00000000000000000ace\"\n\n--00000000000000000ace\n"
                        + "Content-Type: text/plain; charset=\"UTF-8\"\n\n** Address not found **\n--00000000000000000ace--\n\n"
                        + "--0000000000000000000bed\nContent-Type: image/png; name=\"icon.png\"\n"
                        + "Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--0000000000000000000bed--",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mail.example.com
                    Received-From-MTA: dns; answers@gates.example
                    Arrival-Date: Mon, 02 Mar 2026 02:00:00 -0800 (PST)
                    X-Original-Message-ID: <\(id)@gates.example>

                    Final-Recipient: rfc822; hal@example.org
                    Action: failed
                    Status: 5.1.1
                    Remote-MTA: dns; in.example.org. (192.0.2.7, the server for the domain example.org.)
                    Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                     550-5.1.1 Please try again 550 5.1.1 later - gsmtp
                    Last-Attempt-Date: Mon, 02 Mar 2026 02:00:01 -0800 (PST)
                    """, "Content-Type: message/rfc822\n\nSubject: Gates\nTo: hal@example.org",
                ]), action: .failed, code: 550, status: "5.1.1"),
        Shape(
            server: "Sendmail, which is still trying",
            text: report(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"i22A0.1/mx\"",
                boundary: "i22A0.1/mx",
                [
                    "\n    **  THIS IS A WARNING MESSAGE ONLY  **",
                    """
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; mx.example.net
                    Arrival-Date: Mon, 2 Mar 2026 10:00:00 GMT

                    Final-Recipient: RFC822; hal@example.org
                    Action: delayed
                    Status: 4.2.0
                    Diagnostic-Code: SMTP; 451 4.2.0 greylisted
                    Will-Retry-Until: Sat, 7 Mar 2026 10:00:00 GMT
                    """, "Content-Type: message/rfc822\n\n\(ours)\n\nbody",
                ]), action: .delayed, code: 451, status: "4.2.0"),
    ]

    @Test("each is read: which message, for whom, what became of it, and why", arguments: shapes)
    func shape(_ shape: Shape) throws {
        let report = try DeliveryReportReader.report(in: Array(shape.text.utf8))
        let recipient = try #require(report.recipients.first)
        #expect(report.recipients.count == 1)
        #expect(report.ids.contains(Self.id))
        #expect(recipient.addresses.contains(shape.address))
        #expect(recipient.action == shape.action)
        #expect(recipient.reply.code == shape.code && recipient.reply.enhancedStatus == shape.status)
    }
}
