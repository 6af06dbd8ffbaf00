// The published rounds of a plan: one for each banner in its table, or one for a plan without banners, dated by the
// submission lines above the table.

import CivilTime

/// The editions of a plan, earliest first, and the edition that each band belongs to.
struct Editions {
    let drafts: [EditionDraft]

    init(front: FrontMatter, recommendations: [RecommendationRows]) {
        var banners: [Banner] = []
        for banner in recommendations.flatMap(\.bands).compactMap(\.banner)
        where !banners.contains(where: { $0.edition == banner.edition }) {
            banners.append(banner)
        }
        if banners.isEmpty {
            drafts = [Editions.withoutBanner(front)]
        } else {
            drafts = banners.sorted { $0.month < $1.month }.enumerated().map { place, banner in
                let submission = front.submissions.first { String($0.month.description.prefix(7)) == banner.edition }
                return EditionDraft(
                    id: banner.edition, label: banner.label, kind: place == 0 && !banner.isUpdate ? .original : .update,
                    date: submission?.date)
            }
        }
    }

    private static func withoutBanner(_ front: FrontMatter) -> EditionDraft {
        let submission = front.submissions.first { !$0.isUpdate } ?? front.submissions.first
        let id = submission.map { String($0.month.description.prefix(7)) } ?? "undated"
        return EditionDraft(id: id, label: "Action Plan", kind: .original, date: submission?.date)
    }

    /// The edition of a band; text above all banners belongs to the first.
    func edition(of band: Band) -> String { band.banner?.edition ?? drafts.first?.id ?? "undated" }

    /// The day against which an edition's phrases are read: its own, or the first of the month that its banner names.
    func day(of edition: String) -> CivilDate? {
        drafts.first { $0.id == edition }?.date ?? CivilDate(iso: edition + "-01")
    }
}
