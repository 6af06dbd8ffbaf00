// Bands that were one row before page breaks and layout parted them: what stands in one of them may belong to another.

/// Bands whose actions, owners and dates may belong to one another.
struct PairingGroup {
    var bands: [Int]
    /// Owners that begin in a band which goes on with another's action cannot be tied to a date by the row.
    var ownersAreMixed = false

    /// The groups of an edition's bands. A band goes with the one before it where its text or owner goes on from there,
    /// or a page break parts them and it names no owner of its own; statements beside no action go with what follows.
    static func groups(of bands: [Band], steps: [Step]) -> [PairingGroup] {
        let opening = Dictionary(grouping: steps.filter { $0.role != .reason }, by: \.band)
        var groups: [PairingGroup] = []
        for (place, band) in bands.enumerated() {
            let steps = opening[place] ?? []
            guard let last = groups.indices.last, place > 0 else {
                groups.append(PairingGroup(bands: [place]))
                continue
            }
            let newPage = bands[place - 1].page != band.page
            let goesOn = newPage || band.beginsWithTail
            let listGoesOn = newPage && steps.first?.label.map { $0.hasPrefix("bullet") && $0 != "bullet 1" } == true
            let waiting = groups[last].bands.allSatisfy { (opening[$0] ?? []).isEmpty }
            if steps.isEmpty && (goesOn || groups[last].bands.allSatisfy { bands[$0].dates.isEmpty }) {
                groups[last].bands.append(place)
            } else if waiting && groups[last].bands.contains(where: { !bands[$0].dates.isEmpty }) {
                groups[last].bands.append(place)
            } else if goesOn && (band.ownerGoesOn || (newPage && band.owners.isEmpty)) {
                groups[last].bands.append(place)
            } else if listGoesOn {
                groups[last].bands.append(place)
                if !band.owners.isEmpty { groups[last].ownersAreMixed = true }
            } else {
                groups.append(PairingGroup(bands: [place]))
            }
        }
        return groups
    }
}
