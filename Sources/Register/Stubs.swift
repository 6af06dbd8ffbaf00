import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func adopt(_ draft: PlanDraft, as name: String, source: SourceDigest) throws -> Adoption {
        throw RegisterError.wrongState(sentence: "adoption is not written yet")
    }
    func adopt(_ entry: OwnerEntry) throws { throw RegisterError.wrongState(sentence: "owners are not written yet") }
    func person(for entry: PersonEntry, keepingWebhook: Bool) throws -> PersonID {
        throw RegisterError.wrongState(sentence: "owners are not written yet")
    }
    func answer(_ entry: AnswerEntry, administrator: PersonID) throws -> (id: AnswerID, effects: [AnswerEffect]) {
        throw RegisterError.wrongState(sentence: "answers are not written yet")
    }
    func amend(_ answer: AnswerID, because: String) throws -> [AnswerEffect] {
        throw RegisterError.wrongState(sentence: "answers are not written yet")
    }
}
struct OwnersReader {
    let db: Database
    init(_ db: Database) { self.db = db }
    func records() throws -> [OwnerRecord] { [] }
}
