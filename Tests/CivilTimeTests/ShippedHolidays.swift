// Config/bank-holidays.json as it is shipped, in the shape of the gov.uk feed.

import CivilTime
import Foundation

struct Feed: Decodable {
    let division: String
    let events: [Event]

    struct Event: Decodable {
        let title: String
        let date: CivilDate
        let notes: String
        let bunting: Bool
    }
}

func shippedFeed() throws -> [String: Feed] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appendingPathComponent("Config/bank-holidays.json")
    return try JSONDecoder().decode([String: Feed].self, from: try Data(contentsOf: file))
}

func shippedHolidays() throws -> BankHolidays {
    var holidays: [Division: [CivilDate: String]] = [:]
    for (key, feed) in try shippedFeed() {
        guard let division = Division(rawValue: key) else { continue }
        for event in feed.events { holidays[division, default: [:]][event.date] = event.title }
    }
    return BankHolidays(holidays)
}
