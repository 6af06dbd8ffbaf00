// Doubts that cling to a date, and statements that give way to another. Nothing is forgotten: what is silent still
// bounds the words beside a date.

extension Sentence {
    // MARK: Doubts, and what gives way

    /// A doubt in the clause of a date makes the date doubtful and is not told twice. Words that only give no day ("as
    /// soon as possible, by June 2024") are answered by the date.
    mutating func castDoubts() {
        var reasons: [Int: String] = [:]
        for statement in statements {
            if case .doubt(let why, isSoft: false) = statement.kind, reasons[statement.clause] == nil,
                !Grammar.vague.contains(why)
            {
                reasons[statement.clause] = why
            }
        }
        for index in statements.indices where statements[index].isDated {
            statements[index].doubt = reasons[statements[index].clause]
        }
        // "Complete, subject to sign-off"
        for index in statements.indices.dropFirst() {
            guard case .doubt(let why, isSoft: false) = statements[index].kind,
                case .completed = statements[index - 1].kind,
                statements[index].isTied(by: [.bracket, .to, .comma])
            else { continue }
            statements[index - 1].doubt = why
            statements[index].isSilent = true
        }
    }

    mutating func dropWhatGivesWay() {
        let dated = Set(statements.filter(\.isDated).map(\.clause))
        let counted = Set(statements.filter(\.isCounted).map(\.clause))
        // "Annual report each July"
        let rhythms = Set(statements.filter { $0.recurs && !$0.isSoftRhythm }.map(\.clause))
        let isOnlySoft = statements.allSatisfy(\.isSoftDoubt)
        let doubtful = Set(statements.filter(\.isDoubt).map(\.clause))
        var told: Set<Int> = []
        for index in statements.indices {
            let statement = statements[index]
            let isBesideDate = dated.contains(statement.clause)
            switch statement.kind {
            case .doubt(_, let isSoft):
                statements[index].isSilent =
                    statement.isSilent || isBesideDate || counted.contains(statement.clause) || (isSoft && !isOnlySoft)
                    || !told.insert(statement.clause).inserted
            case .ongoing(isSoft: true), .recurring(_, _, isSoft: true, _):
                guard isBesideDate || (statement.recurs && rhythms.contains(statement.clause)) else { continue }
                statements[index].isSilent = true
                // an adjective belongs to the words beside the date: "Annual report by March 2025"
                if statements.indices.contains(index + 1), statements[index + 1].clause == statement.clause {
                    statements[index + 1].words = statement.words.lowerBound..<statements[index + 1].words.upperBound
                }
            case .relative(let relative):
                let isVague = relative.period == nil && (isBesideDate || doubtful.contains(statement.clause))
                // "Within six months (June 2024)": the date says when
                let isTold =
                    relative.anchor == nil && statements.indices.contains(index + 1) && statements[index + 1].isDated
                    && statements[index + 1].isTied(by: [.bracket, .to]) && !statements[index + 1].joints.isEmpty
                // "June 2024 (6 months)": it says it again
                let isRetold =
                    relative.anchor == nil && relative.after == nil && index > 0 && statements[index - 1].isDated
                    && statement.joints.contains(.bracket) && statement.isTied(by: [.bracket])
                statements[index].isSilent = isVague || isTold || isRetold
            case .nothing: statements[index].isSilent = statements.count > 1
            default: break
            }
        }
    }
}
