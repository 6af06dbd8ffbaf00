// The decisions that settle a doubt, as the arguments of `duewatch settle`, the likeliest first. What a person has to
// put in stands in capitals.

import ActionPlans

extension ReviewedDoubt {
    /// Each as words for a shell, not quoted, without `--by` and `--because`.
    ///
    /// - Parameters:
    ///   - target: the one that it is about, where the review has it.
    ///   - successors: what may have replaced a target that a later edition superseded.
    public func choices(_ target: ReviewedTarget?, successors: [ReviewedTarget] = []) -> [[String]] {
        guard let reference else {
            let dismissed = [plan, "--doubt", String(number), "--dismiss"]
            guard kind == .nearOwner, posts.count == 2 else { return [dismissed] }
            return [[plan, "--post", posts[1], "--is", posts[0]], dismissed]
        }
        let dismissed = [reference, "--doubt", String(number), "--dismiss"]
        let date = [reference, "--date", "DATE"]
        let never = [reference, "--none"]
        switch kind {
        case .dateUnclear, .dateRelative, .noDate: return [date, never]
        case .secondDate, .reading: return [dismissed, date]
        case .pairingUnclear:
            guard let target else { return [dismissed] }
            return target.steps.indices.map { [reference, "--action", target.name(of: $0)] } + [dismissed]
        case .ownerUnclear:
            let owners = target?.owners ?? []
            return owners.map { [reference, "--owner", $0] } + [[reference] + owners.flatMap { ["--owner", $0] }]
        case .noOwner, .notMine: return [[reference, "--owner", "POST"], never]
        case .oneDeliverable: return [[reference, "--same-as", like ?? "REFERENCE"], dismissed]
        case .superseded:
            let likely = [like].compactMap(\.self)
            let others = successors.map(\.reference).filter { $0 != like }
            let known = likely + others.prefix(Self.mostSuccessors)
            return known.map { [reference, "--same-as", $0] } + [[reference, "--keep"], dismissed]
        case .nearOwner, .moved, .contradiction, .unreadable, .deliveryRefused, .deliverySetAside: return [dismissed]
        }
    }

    /// More of them help nobody to choose.
    private static let mostSuccessors = 6
}
