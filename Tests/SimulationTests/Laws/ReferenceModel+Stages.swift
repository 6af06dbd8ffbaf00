// The reference model's idea of when: the stages before a date and on it, the letter, the repeats after it, and the rungs.

import CivilTime
import Reminders

extension ReferenceModel {
    // MARK: the holder

    func forHolder(_ target: Target, _ post: Int, on day: CivilDate) -> Saying? {
        guard let reader = reader(.holder, of: post, on: day) else { return nil }
        func saying(_ kind: Kind, _ stage: String, _ planned: CivilDate, _ repetition: Int = 1) -> Saying {
            Saying(
                kind: kind, stage: stage, planned: planned, repetition: repetition, post: post, reader: reader.person,
                standsIn: reader.standsIn)
        }
        let told = target.toldHolder(reader.person, standsIn: reader.standsIn, of: post)
        let named = told + target.toldBefore(.holder, of: post)
        func late(from origin: CivilDate?) -> [Saying] {
            guard let origin, let planned = latePoint(told, from: origin, on: day) else { return [] }
            let last = named.filter { $0.kind == .late }.map(\.saying.repetition).max() ?? 0
            return [saying(.late, "late", planned, last + 1)]
        }
        var all: [Saying]
        let letters = told.filter { $0.kind == .letter }
        if let armed = target.armed, target.due < armed, !letters.isEmpty {
            // Repeats count from the day on which the letter left.
            let left = letters.compactMap(\.sent).min()
            all = late(from: left.flatMap { left in schedule.overdue.map { working($0.every, after: left) } })
        } else if let armed = target.armed, target.due < armed, !named.contains(where: { $0.kind == .late }) {
            all = [saying(.letter, "letter", armed)]
        } else {
            all = schedule.leads.map { saying(.lead, $0.name, lead($0.span, before: target.due)) }
            if schedule.tellsTheDay { all.append(saying(.due, "due-day", workingDay(onOrBefore: target.due))) }
            // Neither what was said, nor what comes before something that was said.
            all = all.filter { new in
                !told.contains { past in
                    past.kind.thread == new.kind.thread
                        && (past.saying.stage == new.stage
                            || (past.planned, past.kind.rawValue) >= (new.planned, new.kind.rawValue))
                }
            }
            all += late(from: working(1, after: target.due))
        }
        return all.filter { new in new.planned <= day && !told.contains { $0.saying.isLater(than: new) } }
            .max { $1.isLater(than: $0) }
    }

    /// The latest point of the grid that has come and was not said.
    private func latePoint(_ told: [Said], from origin: CivilDate, on day: CivilDate) -> CivilDate? {
        guard let (every, repeats) = schedule.overdue else { return nil }
        let said = told.filter { $0.kind == .late }
        let number = said.map(\.saying.repetition).max()
        // Another would only pile up behind one that waits.
        if let number, said.allSatisfy({ $0.saying.repetition != number || $0.sent == nil }) { return nil }
        // What was said late is not said again before half a step has passed.
        let last = said.map { past in
            past.sent.map { $0 > past.planned ? working(every / 2, after: $0) : past.planned } ?? past.planned
        }.max()
        var point = origin
        var count = 1
        var latest: CivilDate?
        while point <= day, repeats.map({ count <= $0 }) ?? true {
            latest = point
            point = working(every, after: point)
            count += 1
        }
        guard let latest, last.map({ $0 < latest }) ?? true else { return nil }
        return latest
    }

    // MARK: the ladder

    /// The first rung that was not told, or the warning before it, where its day has come. Each opens so long after the one
    /// below was sent; one that has nobody in it leaves its days to the next.
    func rung(_ target: Target, _ post: Int, after onTrack: CivilDate?, on day: CivilDate) -> Saying? {
        guard let (hearer, standsIn) = reader(.holder, of: post, on: day), hearer != StoryCast.administrator,
            var below = target.toldHolder(hearer, standsIn: standsIn, of: post).filter(\.kind.tellsOfLateness)
                .compactMap(\.sent).min()
        else { return nil }
        if let onTrack { below = max(below, onTrack) }
        var wait = 0
        let rungs = [(Kind.deputy, schedule.deputy), (.manager, schedule.manager?.after)]
        for (kind, days) in rungs {
            guard let days else { continue }
            wait += days
            let reader = reader(kind.role, of: post, on: day)
            // Who was told and is away by now was told; a deputy who acts was told of nothing as a deputy.
            let before =
                hearer == StoryCast.deputy(post)
                ? [] : target.toldBefore(kind.role, of: post).filter { $0.sent != nil }
            let told = reader.map { target.told(kind.role, $0.person) } ?? before
            if !told.isEmpty {
                guard let sent = told.compactMap(\.sent).min() else { return nil }
                (below, wait) = (max(below, sent), 0)
                continue
            }
            guard let reader else { continue }
            let opens = working(wait, after: below)
            func saying(_ kind: Kind, _ stage: String, _ planned: CivilDate, to reader: (String, Bool)) -> Saying? {
                guard planned <= day else { return nil }
                return Saying(
                    kind: kind, stage: stage, planned: planned, post: post, reader: reader.0, standsIn: reader.1)
            }
            if kind == .deputy { return saying(kind, "to-deputy", opens, to: reader) }
            let warnings = target.told(.holder, hearer).filter { $0.kind == .warning }
            guard !warnings.isEmpty else {
                return saying(.warning, "to-manager-warning", working(-2, after: opens), to: (hearer, standsIn))
            }
            guard let warned = warnings.compactMap(\.sent).min(), schedule.manager?.isAutomatic == true else {
                return nil
            }
            return saying(kind, "to-manager", max(opens, working(2, after: warned)), to: reader)
        }
        return nil
    }

    // MARK: days

    private func lead(_ span: Span, before due: CivilDate) -> CivilDate {
        switch span {
        case .days(let count): workingDay(onOrBefore: due.adding(days: -count))
        case .months(let count): workingDay(onOrBefore: due.adding(months: -count))
        case .workingDays(let count): working(-count, after: workingDay(onOrBefore: due))
        }
    }

    private func workingDay(onOrBefore day: CivilDate) -> CivilDate {
        calendar.isWorking(day) ? day : workingDay(onOrBefore: day.adding(days: -1))
    }

    /// A day at a time; a negative count goes back.
    private func working(_ count: Int, after day: CivilDate) -> CivilDate {
        var (day, left) = (day, abs(count))
        while left > 0 {
            day = day.adding(days: count < 0 ? -1 : 1)
            if calendar.isWorking(day) { left -= 1 }
        }
        return day
    }
}
