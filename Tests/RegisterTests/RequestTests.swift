import Foundation
import Glibc
import Testing

@testable import Register

@Suite("Questions to the running service")
struct RequestTests {
    private func answering(
        _ scratch: Scratch, _ answer: @escaping @Sendable (ServiceRequest) -> String?
    ) throws -> NudgeListener {
        let listener = try NudgeListener(registerPath: scratch.register)
        Thread.detachNewThread {
            while let call = listener.next() {
                guard case .asked(let request, let asker) = call else { continue }
                if let text = answer(request) { asker.answer(text) }
            }
        }
        return listener
    }

    @Test("each question has its own answer, whatever nudges come between", arguments: ServiceRequest.allCases)
    func answered(_ request: ServiceRequest) throws {
        let scratch = try Scratch()
        let listener = try answering(scratch) { "about \($0.rawValue)\nand more" }
        defer { listener.close() }
        // Some of them may find the queue full, which loses nothing.
        for _ in 0..<40 { Nudge.send(registerPath: scratch.register) }
        #expect(try request.ask(registerPath: scratch.register) == "about \(request.rawValue)\nand more")
    }

    @Test("a settings file of a hundred thousand bytes comes back whole")
    func long() throws {
        let scratch = try Scratch()
        let text = String(repeating: "# a long comment\n", count: 6_000)
        let listener = try answering(scratch) { _ in text }
        defer { listener.close() }
        #expect(try ServiceRequest.settings.ask(registerPath: scratch.register) == text)
    }

    @Test("without a service there is a fault that says so, also beside the socket that a killed one left")
    func nobody() throws {
        let scratch = try Scratch()
        #expect(throws: ServiceRequest.Fault.noService) {
            try ServiceRequest.reload.ask(registerPath: scratch.register)
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        let bound = Nudge.withAddress(scratch.register) { bind(descriptor, $0, $1) }
        #expect(bound == 0)
        close(descriptor)
        #expect(throws: ServiceRequest.Fault.noService) {
            try ServiceRequest.reload.ask(registerPath: scratch.register)
        }
    }

    @Test("a service that ends without an answer, and one that gives none, are two faults")
    func noAnswer() throws {
        let scratch = try Scratch()
        let silent = try answering(scratch) { _ in nil }
        #expect(throws: ServiceRequest.Fault.silent(seconds: 1)) {
            try ServiceRequest.reload.ask(registerPath: scratch.register, patience: 1)
        }
        silent.close()
        let listener = try NudgeListener(registerPath: scratch.register)
        Thread.detachNewThread {
            _ = listener.next()
            listener.close()
        }
        #expect(throws: ServiceRequest.Fault.ended) {
            try ServiceRequest.reload.ask(registerPath: scratch.register, patience: 5)
        }
    }
}
