// Adds a band to a recommendation's rows, after giving to the band above what only finishes it: the rest of a sentence,
// of an owner's name, or of a date, as page breaks part them.

extension RecommendationRows {
    /// Adds a band, after giving to the one above what only finishes it.
    mutating func add(_ band: Band, style: OwnerStyle) {
        var band = band
        let above = bands.indices.last
        if let above, bands[above].banner?.edition == band.banner?.edition {
            finishText(with: &band)
            if bands[above].page != band.page {
                finishOwner(with: &band, style: style)
                finishDate(with: &band)
            }
        }
        if !band.isEmpty { bands.append(band) }
    }

    private mutating func finishText(with band: inout Band) {
        guard let first = band.blocks.first, first.kind != .bullet,
            let above = bands.lastIndex(where: { !$0.blocks.isEmpty }),
            bands[above].banner?.edition == band.banner?.edition,
            let last = bands[above].blocks.indices.last
        else { return }
        let text = bands[above].blocks[last].text
        let fresh = Tail.withoutOverlap(first.text, after: text)
        let alone = band.blocks.count == 1 && !(band.owners.isEmpty && band.dates.isEmpty)
        // The same words beside another date are another action, not a tail that was printed twice.
        let overlaps = fresh != first.text && !(fresh.isEmpty && alone)
        let ownList = first.kind == .unmarkedList && first.text.first?.isLowercase != true
        guard overlaps || (!ownList && Tail.goesOn(text, in: first.text, standsAlone: alone)) else { return }
        if !fresh.isEmpty { bands[above].blocks[last].text = text + " " + fresh }
        band.blocks.removeFirst()
        band.beginsWithTail = true
    }

    private mutating func finishOwner(with band: inout Band, style: OwnerStyle) {
        guard let first = band.owners.first,
            let above = bands.lastIndex(where: { !$0.owners.isEmpty }),
            bands[above].banner?.edition == band.banner?.edition,
            let last = bands[above].owners.indices.last
        else { return }
        let name = bands[above].owners[last]
        let dateGoesOn = band.dates.first.flatMap { date in
            bands[above].dates.last.map { DateCell.runsOn($0.text, into: date.text) }
        }
        let restGoesOn =
            band.beginsWithTail && band.blocks.isEmpty && band.owners.count == 1 && band.dates.count <= 1
            && dateGoesOn ?? !bands[above].dates.isEmpty
        guard style.goesOn(name, in: first, restGoesOn: restGoesOn) else { return }
        bands[above].owners[last] = name + " " + first
        band.owners.removeFirst()
        band.ownerGoesOn = true
    }

    private mutating func finishDate(with band: inout Band) {
        guard let first = band.dates.first,
            let above = bands.lastIndex(where: { !$0.dates.isEmpty }),
            bands[above].banner?.edition == band.banner?.edition,
            let last = bands[above].dates.indices.last,
            DateCell.runsOn(bands[above].dates[last].text, into: first.text)
        else { return }
        bands[above].dates[last].text += " " + first.text
        band.dates.removeFirst()
    }
}
