// Who answers for each statement and action of an edition, as far as its rows and words tie them.

extension EditionPairing {
    /// Ties owners to statements and actions where the row holds one owner, or several beside one date
    /// and one action (they answer for it jointly), or as many owners as dates; or where a
    /// surely paired action names the body of exactly one.
    mutating func tieOwners(of group: PairingGroup, to ownerOf: inout [Int: [String]]) {
        let owners = group.bands.flatMap { bands[$0].owners.map(OwnerCell.name) }
        let dates = group.bands.flatMap { Array(ranges[$0]) }
        let places = places(of: group)
        guard !owners.isEmpty else { return }
        if dates.contains(where: { phrase(of: $0).action != nil }), dates.allSatisfy({ !phrase(of: $0).owners.isEmpty })
        {
            for place in places {
                let named = (joined[place]?.statements ?? []).flatMap { statements[$0].owners }
                if !named.isEmpty { ownerOf[place] = named }
            }
            return
        }
        if Set(owners.map { Prose.folded($0) }).count == 1 {
            for date in dates { statements[date].owners = [owners[0]] }
            for place in places { ownerOf[place] = [owners[0]] }
            return
        }
        if group.bands.contains(where: { bands[$0].ownersAreJoint }) {
            for band in group.bands where bands[band].ownersAreJoint {
                let names = bands[band].owners.map(OwnerCell.name)
                for date in ranges[band] { statements[date].owners = names }
                for place in places where steps[place].band == band { ownerOf[place] = names }
            }
            return
        }
        for band in group.bands where bands[band].owners.count == 1 && !bands[band].ownerGoesOn && !group.ownersAreMixed
        {
            for date in ranges[band] { statements[date].owners = bands[band].owners.map(OwnerCell.name) }
        }
        if dates.count == 1, places.count(where: { steps[$0].role == .action }) == 1, !group.ownersAreMixed {
            statements[dates[0]].owners = owners
            for place in places { ownerOf[place] = owners }
            return
        }
        let areStacked =
            owners.count == dates.count && !group.ownersAreMixed
            && group.bands.count(where: { !bands[$0].owners.isEmpty || !ranges[$0].isEmpty }) == 1
        if areStacked {
            for (date, owner) in zip(dates, owners) { statements[date].owners = [owner] }
        }
        var introduced: [String] = []
        for place in places {
            if areStacked, let (numbers, _) = joined[place], numbers.count == 1 {
                ownerOf[place] = statements[numbers[0]].owners
                continue
            }
            var named = actors(steps[place].text, among: owners)
            if named.count != 1, steps[place].label?.hasPrefix("bullet") == true { named = introduced }
            if steps[place].role == .leadIn { introduced = named }
            guard named.count == 1 else { continue }
            ownerOf[place] = named
            if let (numbers, pairing) = joined[place], pairing == .certain {
                for number in numbers { statements[number].owners = named }
            }
        }
    }

    /// The owners whose bodies a text names: the one it opens with, else all.
    private func actors(_ text: String, among owners: [String]) -> [String] {
        func naming(_ words: String) -> [String] {
            owners.filter { owner in vocabulary.body(of: owner).map { vocabulary.mentions(words, $0) } ?? false }
        }
        let opening = naming(text.split(separator: " ").prefix(6).joined(separator: " "))
        return opening.count == 1 ? opening : naming(text)
    }
}
