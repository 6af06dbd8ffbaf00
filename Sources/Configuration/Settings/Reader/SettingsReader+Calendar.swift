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
        let shipped = surroundings.holidayFiles.lazy.compactMap { Self.contents(of: $0) }.first
        let base = shipped.flatMap { take($0, at: place) }
        guard section?.isAbsent("holidays") == false else {
            if shipped == nil {
                findings.error(
                    at: place, expected: "bank holidays", found: "no file of them where duewatch is installed",
                    hint: "install it again, or name a file in the shape of https://www.gov.uk/bank-holidays.json")
            }
            return base
        }
        guard let path = section?.path("holidays", from: folder) else { return nil }
        guard let own = Self.contents(of: path) else {
            findings.error(at: place, expected: "a file of bank holidays", found: "no such file: \(path)")
            return nil
        }
        guard let newer = take(own, at: place) else { return nil }
        return base.map { HolidaysFile.combined($0, newer) } ?? newer
    }

    private struct Contents {
        let path: String
        let holidays: BankHolidays?
        let problems: [Problem]
        let fault: FileFault?
    }

    /// nil where there is no such file.
    private static func contents(of path: String) -> Contents? {
        do throws(FileFault) {
            let (holidays, problems) = try HolidaysFile.read(path)
            return Contents(path: path, holidays: holidays, problems: problems, fault: nil)
        } catch {
            return error.isAbsent ? nil : Contents(path: path, holidays: nil, problems: [], fault: error)
        }
    }

    private mutating func take(_ contents: Contents, at place: Place) -> BankHolidays? {
        noteReading(contents.path)
        findings.include(contents.problems)
        if let fault = contents.fault {
            findings.error(
                at: place, expected: "\(fault.expected) at \(contents.path)", found: fault.found, hint: fault.hint)
        }
        return contents.holidays
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
