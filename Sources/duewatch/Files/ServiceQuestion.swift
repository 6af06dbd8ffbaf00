// A question to the running service, and why it may have no answer, in sentences that say what to do.

import Register

struct ServiceQuestion {
    let register: String

    /// - Throws: `Failure`, `RegisterError`
    func ask(_ request: ServiceRequest) throws -> String {
        do {
            return try request.ask(registerPath: register)
        } catch let fault as ServiceRequest.Fault {
            throw failure(fault)
        }
    }

    private func failure(_ fault: ServiceRequest.Fault) -> Failure {
        switch fault {
        case .noService:
            Failure(
                .unavailable, "no service runs on \(register)",
                "start one with `systemctl start duewatch`; a service whose setting `register` was changed has to be "
                    + "restarted")
        case .ended: Failure(.unavailable, "the service on \(register) ended before it answered; its log says why")
        case .silent(let seconds):
            Failure(
                .tryLater,
                "the service on \(register) has the question and did not answer within \(seconds) seconds: its log "
                    + "says what it is at")
        }
    }

    static let otherVersion = Failure(
        .unavailable, "the service gave no answer that this version understands: restart the service")
}
