// People and mailboxes. A person keeps their number when the address changes, so that nobody is told again for that.

import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// The person that an entry means, made or brought up to date. `present` are those who stand in that seat now:
    /// under the same name it is the same person.
    func person(for entry: PersonEntry, present: [PersonID] = [], keepingWebhook: Bool = false) throws -> PersonID {
        let known = try match(entry, present: present)
        let id: PersonID
        if let known {
            id = known
            try update(id, to: entry)
        } else {
            id = PersonID(
                try insert(
                    "INSERT INTO person (name, email, created_at) VALUES (?, ?, ?)", [entry.name, entry.email, at]))
        }
        try setChannels(of: id, to: entry, keepingWebhook: keepingWebhook)
        return id
    }

    private func match(_ entry: PersonEntry, present: [PersonID]) throws -> PersonID? {
        if let email = entry.email {
            let holder = try PersonID.fetchOne(
                db, sql: "SELECT id FROM person WHERE \(Finding.byAddress)", arguments: [email])
            if let holder { return holder }
        }
        for person in present {
            let name = try String.fetchOne(db, sql: "SELECT name FROM person WHERE id = ?", arguments: [person])
            if name == entry.name { return person }
        }
        let namesakes = try PersonID.fetchAll(
            db, sql: "SELECT id FROM person WHERE name = ? AND email IS NULL ORDER BY id", arguments: [entry.name])
        return namesakes.count == 1 ? namesakes[0] : nil
    }

    private func update(_ id: PersonID, to entry: PersonEntry) throws {
        let row = try Row.fetchOne(db, sql: "SELECT name, email FROM person WHERE id = ?", arguments: [id])
        let (name, email): (String?, String?) = (row?["name"], row?["email"])
        guard name != entry.name || email != entry.email else { return }
        try execute(
            """
            UPDATE person SET name = ?, email = ?,
                email_refused_at = CASE WHEN email IS ? THEN email_refused_at ELSE NULL END WHERE id = ?
            """, [entry.name, entry.email, entry.email, id])
        try touchTargets(ofPerson: id)
    }

    private func setChannels(of id: PersonID, to entry: PersonEntry, keepingWebhook: Bool) throws {
        let before = try Channel.fetchAll(
            db, sql: "SELECT channel FROM person_channel WHERE person_id = ? ORDER BY position", arguments: [id])
        var channels: [Channel] = entry.email == nil ? [] : [.email]
        if let endpoint = entry.webhook { channels.append(.webhook(endpoint: endpoint)) }
        if keepingWebhook { channels += before.filter { $0 != .email } }
        guard channels != before else { return }
        try execute("DELETE FROM person_channel WHERE person_id = ?", [id])
        for (position, channel) in channels.enumerated() {
            try execute(
                "INSERT INTO person_channel (person_id, position, channel) VALUES (?, ?, ?)", [id, position, channel])
        }
        try touchTargets(ofPerson: id)
    }
}
