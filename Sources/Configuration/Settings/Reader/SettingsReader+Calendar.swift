// The zone and the bank holidays that a calendar is made of, from the system's files and the ones that come with us.

import CivilTime

extension SettingsReader {
    /// The zone that a section names; nil with a problem where it cannot be had.
    mutating func zone(in section: Section?, otherwise standard: String) -> Zone? {
        guard section?.isAbsent("zone") ?? true else {
            let expected = "a time zone such as Europe/London"
            guard let section, let name = section.value("zone", expecting: expected, reading: { $0 }) else {
                return nil
            }
            return zone(name, at: section.place(of: "zone"))
        }
        return zone(standard, at: section?.place(of: "zone") ?? root.place(of: "calendar").key("zone"))
    }

    private mutating func zone(_ name: String, at place: Place) -> Zone? {
        let folder = ZoneFolder(path: surroundings.zoneFolder)
        do {
            let zone = try folder.zone(name)
            noteReading(folder.file(of: name))
            return zone
        } catch {
            findings.error(at: place, error)
            return nil
        }
    }

    /// The holidays that come with us, and over them those of the file that the settings name.
    mutating func holidays(in section: Section?) -> BankHolidays? {
        let place = section?.place(of: "holidays") ?? root.place(of: "calendar").key("holidays")
        let own = section?.path("holidays", from: folder)
        if section?.isAbsent("holidays") == false, own == nil { return nil }
        let shipped = surroundings.holidayFiles.lazy
            .compactMap { path in
                let (holidays, problems) = HolidaysFile.read(path)
                let isAbsent = holidays == nil && problems.contains { $0.found == "no such file" }
                return isAbsent ? nil : (path, holidays, problems)
            }
            .first
        if own == nil, shipped == nil {
            findings.error(
                at: place, expected: "bank holidays", found: "no file of them where duewatch is installed",
                hint: "install it again, or name a file in the shape of https://www.gov.uk/bank-holidays.json")
        }
        let base = shipped.flatMap { taken($0.0, $0.1, $0.2) }
        guard let own else { return base }
        let (holidays, problems) = HolidaysFile.read(own)
        guard let newer = taken(own, holidays, problems) else { return nil }
        return base.map { HolidaysFile.combined($0, newer) } ?? newer
    }

    private mutating func taken(_ path: String, _ holidays: BankHolidays?, _ problems: [Problem]) -> BankHolidays? {
        findings.include(problems)
        noteReading(path)
        return holidays
    }

    private mutating func noteReading(_ path: String) {
        if !filesRead.contains(path) { filesRead.append(path) }
    }

    /// Says for each division that is used how far its holidays are known, where that is not far enough.
    func check(_ holidays: BankHolidays, for divisions: [Division], in section: Section?) {
        let place = section?.place(of: "holidays") ?? root.place(of: "calendar").key("holidays")
        for division in Division.allCases where divisions.contains(division) {
            guard let last = holidays.lastDay(in: division) else {
                findings.error(
                    at: place, expected: "bank holidays of \(division.name)", found: "none",
                    hint: "the file must have events for \(division.rawValue)")
                continue
            }
            guard let today = surroundings.today, last < today.adding(months: 12) else { continue }
            findings.warning(
                at: place, expected: "the bank holidays of \(division.name) for a year ahead",
                found: "none after \(last.inWords)",
                hint: "fetch https://www.gov.uk/bank-holidays.json and name the file in calendar.holidays")
        }
    }
}
