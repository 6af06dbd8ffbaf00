// The actions of one recommendation in one edition, from its bands. Where the cell holds no response, each paragraph is
// an action and bullets are part of the paragraph above them, unless the row prints a date for each. Where the cell mixes
// response and actions, a paragraph is an action if it is lettered, a bullet, or promises or reports something; other
// paragraphs go on with the action above.

/// Steps, and what was learnt while telling them apart.
struct Steps {
    private(set) var steps: [Step] = []
    /// An acceptance that was not taken for an action promises something all the same, so no pairing is sure.
    private(set) var leftOutPromise = false
    private var bullet = 0

    /// `keeps` says whether a paragraph bears the name of something that a target date of the recommendation names.
    init(_ bands: [Band], keeps: (String) -> Bool) {
        for (place, band) in bands.enumerated() {
            let pieces = Piece.cut(band.blocks)
            let ownBullets = pieces.count { $0.kind == .bullet }
            let bulletsStand =
                !band.isPure || (ownBullets > 1 && ownBullets == band.dates.count)
                || (ownBullets > 0 && band.dates.contains { $0.action != nil })
            for piece in pieces {
                add(
                    piece, band: place, isPure: band.isPure, isAlone: pieces.count == 1 && !band.dates.isEmpty,
                    bulletsStand: bulletsStand, keeps: keeps)
            }
        }
        markLeadIns()
    }

    /// `isAlone` says that the piece is all that stands beside its row's dates.
    private mutating func add(
        _ piece: Piece, band: Int, isPure: Bool, isAlone: Bool, bulletsStand: Bool, keeps: (String) -> Bool
    ) {
        switch piece.kind {
        case .lettered:
            bullet = 0
            steps.append(Step(label: piece.letter, text: piece.text, role: .action, band: band))
        case .bullet where bulletsStand || steps.isEmpty:
            bullet += 1
            steps.append(Step(label: "bullet \(bullet)", text: piece.text, role: .action, band: band))
        case .bullet:
            steps[steps.count - 1].text += " \u{2022} " + piece.text
        case .paragraph where isPure:
            bullet = 0
            let isReason =
                !steps.contains { $0.role == .action } && Paragraph.isReason(piece.text)
                && !(isAlone
                    && Piece.sentences(of: piece.text).dropFirst().contains { Paragraph.promisesOrReports($0) })
            steps.append(Step(label: nil, text: piece.text, role: isReason ? .reason : .action, band: band))
        case .paragraph:
            addMixed(piece, band: band, keeps: keeps)
        }
    }

    private mutating func addMixed(_ piece: Piece, band: Int, keeps: (String) -> Bool) {
        bullet = 0
        let promises = Paragraph.promisesOrReports(piece.text)
        if Paragraph.isAcceptance(piece.text) {
            leftOutPromise = leftOutPromise || (Paragraph.promisesMore(piece.text) && !piece.text.hasSuffix(":"))
        } else if promises || keeps(piece.text) {
            steps.append(Step(label: nil, text: piece.text, role: .action, band: band))
        } else if !steps.isEmpty {
            steps[steps.count - 1].text += " " + piece.text
        }
    }

    private mutating func markLeadIns() {
        for index in steps.indices.dropLast() where steps[index].text.hasSuffix(":") || steps[index].text.hasSuffix(";")
        {
            let opensBullets = steps[index + 1].label?.hasPrefix("bullet") ?? false
            if opensBullets, steps[index].label?.hasPrefix("bullet") != true { steps[index].role = .leadIn }
        }
    }
}
