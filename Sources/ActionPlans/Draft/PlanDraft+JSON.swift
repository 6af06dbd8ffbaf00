// The draft as `duewatch import --dry-run --format json` prints it. Scripts rely on the names and on their order.

extension PlanDraft {
    /// The whole draft, keys in the order of the contract.
    public var json: JSON {
        .object([
            ("plan", .object([("title", .string(title)), ("published", .text(published?.description))])),
            ("editions", .array(editions.map(\.json))),
            ("recommendations", .series(JSON.Series(count: recommendations.count) { recommendations[$0].json })),
            ("problems", .array(problems.map(\.json))),
        ])
    }
}

extension EditionDraft {
    var json: JSON {
        .object([
            ("edition", .string(id)), ("label", .string(label)), ("kind", .string(kind.rawValue)),
            ("date", .text(date?.description)),
        ])
    }
}

extension RecommendationDraft {
    var json: JSON {
        .object([
            ("section", .string(section.rawValue)), ("number", .string(number)), ("directed_at", .text(directedAt)),
            ("text", .string(text)), ("response", .text(response?.rawValue)),
            ("editions", .array(editions.map(\.json))),
        ])
    }
}

extension RecommendationEdition {
    var json: JSON {
        .object([
            ("edition", .string(edition)), ("owners", .array(owners.map(JSON.string))),
            ("target_dates", .array(targetDates.map(\.json))), ("actions", .array(actions.map(\.json))),
        ])
    }
}

extension TargetStatement {
    var json: JSON {
        .object([
            ("n", .int(n)), ("line", .int(line)), ("phrase", .string(phrase)),
            ("owners", .array(owners.map(JSON.string))),
            ("readings", .array(readings.map { $0.json(includingMilestone: true) })),
        ])
    }
}

extension ActionDraft {
    var json: JSON {
        .object([
            ("label", .text(label)), ("text", .string(text)), ("owners", .array(owners.map(JSON.string))),
            ("target_dates", .array(targetDates.map(\.json))), ("pairing", .string(pairing.rawValue)),
        ])
    }
}

extension StatementReference {
    var json: JSON { .object([("n", .int(n)), ("phrase", .string(phrase))]) }
}

extension ReadingProblem {
    var json: JSON {
        .object([
            ("severity", .string(severity.rawValue)), ("line", line.map(JSON.int) ?? .null),
            ("where", .string(self.where)),
            ("message", .string(message)),
        ])
    }
}
