// The reference model's idea of who hears what: holders, those who act for them, rungs, and copies.

import CivilTime
import Reminders

extension ReferenceModel {
    /// Everything of a target that is to be said by a day and was not.
    func sayings(of target: Target, on day: CivilDate) -> [Saying] {
        let own = chased(target, on: day).flatMap { post, onTrack -> [Saying] in
            [forHolder(target, post, on: day), rung(target, post, after: onTrack, on: day)].compactMap(\.self)
        }
        // Who hears for two posts of the target hears the later.
        let latest = own.filter { saying in
            !own.contains {
                $0.isLater(than: saying) && $0.reader == saying.reader && $0.kind.role == saying.kind.role
            }
        }
        return latest + latest.flatMap { copies(of: $0, target, on: day) }
    }

    /// Whether what was planned may still leave.
    func isTrue(_ said: Said, of target: Target, on day: CivilDate) -> Bool {
        let saying = said.saying
        guard chased(target, on: day).contains(where: { $0.post == saying.post }) else { return false }
        if saying.isCopy {
            let earlier = target.said.filter { $0.saying.isCopy && $0.saying.reader == saying.reader }
            return copied(target, leading: saying.post, on: day).contains(saying.reader)
                && !earlier.contains { $0.way == said.way && $0.saying.isLater(than: saying) }
        }
        guard let reader = reader(saying.kind.role, of: saying.post, on: day),
            reader == (saying.reader, saying.standsIn)
        else { return false }
        let told =
            saying.kind.role == .holder
            ? target.toldHolder(saying.reader, standsIn: saying.standsIn, of: saying.post)
            : target.told(saying.kind.role, saying.reader)
        return !told.contains { $0.way == said.way && $0.saying.isLater(than: saying) }
    }

    /// Whose ladder is not stopped, and the last day until which they were on track.
    private func chased(_ target: Target, on day: CivilDate) -> [(post: Int, onTrack: CivilDate?)] {
        guard target.armed != nil, !target.holds.contains(where: { $0 >= day }) else { return [] }
        return target.answers.chased.filter { ($0.onTrack ?? .min) < day }
    }

    /// Who hears what is meant for the one in a role; nil where it is passed over.
    func reader(_ role: Role, of post: Int, on day: CivilDate) -> (person: String, standsIn: Bool)? {
        let ladder = [StoryCast.holder(post), StoryCast.deputy(post), cast.manager(post)]
        let hearer = ladder.first { !isAway($0, on: day) }
        switch role {
        case .holder: return (hearer ?? StoryCast.administrator, hearer != ladder[0])
        case .deputy: return ladder[1] == hearer || isAway(ladder[1], on: day) ? nil : (ladder[1], false)
        case .manager:
            guard ladder[2] != hearer else { return nil }
            return isAway(ladder[2], on: day) ? (StoryCast.administrator, true) : (ladder[2], false)
        }
    }

    // MARK: copies

    /// The others of a joint target get what the one who leads gets, but for what tells of lateness.
    private func copies(of saying: Saying, _ target: Target, on day: CivilDate) -> [Saying] {
        guard !saying.kind.tellsOfLateness else { return [] }
        return copied(target, leading: saying.post, on: day).map { reader in
            Saying(
                kind: saying.kind, stage: saying.stage, planned: saying.planned, repetition: saying.repetition,
                post: saying.post, reader: reader, standsIn: false, isCopy: true)
        }
    }

    private func copied(_ target: Target, leading post: Int, on day: CivilDate) -> [String] {
        let leads = reader(.holder, of: post, on: day)?.person
        let readers = target.answers.led.compactMap { reader(.holder, of: $0, on: day)?.person }
        return Set(readers.filter { $0 != leads && $0 != StoryCast.administrator }).sorted()
    }
}
