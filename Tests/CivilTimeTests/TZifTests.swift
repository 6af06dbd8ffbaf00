import CivilTime
import TestSupport
import Testing

@Suite("Zone files")
struct TZifTests {
    private static func file(_ change: (inout TZifFile) -> Void) -> [UInt8] {
        var file = TZifFile()
        change(&file)
        return file.bytes
    }

    @Test("a version 1 file has no rule, and keeps its last local time")
    func versionOne() throws {
        let bytes = TZifTests.file {
            $0.version = 0
            $0.times = [0]
            $0.following = [1]
            $0.types = [(0, 0, 0), (3600, 1, 4)]
            $0.names = Array("GMT\0BST\0".utf8)
        }
        let zone = try Zone(identifier: "Test", tzif: bytes)
        #expect(zone.abbreviation(at: Instant(milliseconds: -1)) == "GMT")
        #expect(zone.abbreviation(at: Instant(milliseconds: 0)) == "BST")
        #expect(zone.offset(at: .distantFuture) == 3600)
    }

    @Test("the rule holds from the last change on, the table before it")
    func ruleAfterTable() throws {
        let bytes = TZifTests.file {
            $0.times = [0]
            $0.following = [0]
            $0.types = [(7200, 0, 0)]
            $0.names = Array("OLD\0".utf8)
            $0.footer = "NEW1"
        }
        let zone = try Zone(identifier: "Test", tzif: bytes)
        #expect(zone.abbreviation(at: Instant(milliseconds: -1)) == "OLD")
        #expect(zone.abbreviation(at: Instant(milliseconds: 0)) == "NEW")
        #expect(zone.offset(at: Instant(milliseconds: 0)) == -3600)
    }

    @Test("daylight time that never ends is in force at every instant")
    func perpetualDaylight() throws {
        let zone = try Zone(identifier: "Test", tzif: TZifFile(footer: "XXX3EDT4,0/0,J365/23").bytes)
        for day in 18_000..<20_000 {
            let midnight = Instant(milliseconds: Int64(day) * 86_400_000)
            for hour in 0..<24 where zone.offset(at: midnight.adding(seconds: Int64(hour) * 3600)) != -14_400 {
                Issue.record("standard time \(hour) hours after \(midnight)")
            }
        }
    }

    @Test(
        "what RFC 9636 does not allow is refused, naming the field",
        arguments: [
            ("header", []), ("header", Array("TZif2".utf8)), ("magic", file { $0.magic = Array("TZIF".utf8) }),
            ("version", file { $0.version = UInt8(ascii: "5") }), ("version", file { $0.version = 1 }),
            ("type count", file { $0.types = [] }), ("type count", file { $0.counts[4] = .max }),
            ("character count", file { $0.names = [] }), ("indicator count", file { $0.counts[0] = 7 }),
            ("indicator count", file { $0.counts[1] = 7 }), ("leap second count", file { $0.leaps = 1 }),
            ("first block", file { $0.counts[3] = .max }), ("first block", file { $0.counts[5] = .max }),
            (
                "block",
                file {
                    $0.version = 0; $0.counts[3] = 400
                }
            ),
            ("block", Array(file { $0.footer = nil }.dropLast())),
            (
                "time of change 1",
                file {
                    $0.times = [5, 5]; $0.following = [0, 0]
                }
            ),
            (
                "time of change 1",
                file {
                    $0.times = [5, 4]; $0.following = [0, 0]
                }
            ),
            (
                "type of change 0",
                file {
                    $0.times = [5]; $0.following = [1]
                }
            ),
            ("offset", file { $0.types = [(93_600, 0, 0)] }), ("offset", file { $0.types = [(-90_000, 0, 0)] }),
            ("offset", file { $0.types = [(.min, 0, 0)] }), ("daylight flag", file { $0.types = [(0, 2, 0)] }),
            ("abbreviation", file { $0.types = [(0, 0, 4)] }), ("abbreviation", file { $0.names = Array("UTC".utf8) }),
            ("abbreviation", file { $0.names = [0xC3, 0xA9, 0x41, 0] }), ("footer", file { $0.footer = nil }),
            ("footer", file { $0.footer = nil } + Array("\nEST5".utf8)), ("footer", file { $0.footer = "EST" }),
        ] as [(String, [UInt8])])
    func refused(place: String, bytes: [UInt8]) {
        let error = #expect(throws: ZoneError.self) { try Zone(identifier: "Test/Zone", tzif: bytes) }
        #expect(error?.place.hasPrefix("\(place) (before byte") == true, "\(String(describing: error))")
        #expect(error?.description.contains("Test/Zone") == true)
        #expect(error?.description.contains("tzdata") == true)
    }

    @Test(
        "a footer that is no rule is refused",
        arguments: [
            "AB5", "EST", "EST+", "EST25", "EST5:60", "EST5:0", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0,",
            "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
            "EST5EDT,J0,J365", "EST5EDT,J366,J1", "EST5EDT,366,1", "EST5EDT,M3.2.0/168,M11.1.0",
            "EST5EDT,M3.2.0/,M11.1.0",
            "<+03-3", "<+0>3", "+03-3", "EST5 ", " EST5", "EST5EDT,M3.2.0/2:0,M11.1.0", "EST24EDT-25,J1,J2",
            "ES\u{301}T5",
        ])
    func refusedRules(rule: String) {
        let error = #expect(throws: ZoneError.self) { try Zone(identifier: "T", tzif: TZifFile(footer: rule).bytes) }
        #expect(error?.place.hasPrefix("footer") == true)
    }

    @Test("damaged files are read or refused, never a trap")
    func mutated() throws {
        var chance = SplitMix64(seed: seed)
        var refused = 0
        for identifier in ["Europe/London", "America/Nuuk", "Asia/Kathmandu", "Etc/UTC"] {
            let sound = try bytes(ofZone: identifier)
            let second = try #require((44..<sound.count - 44).first { sound[$0...].starts(with: "TZif".utf8) })
            for _ in 0..<1500 {
                var damaged = sound
                for _ in 0..<Int.random(in: 1...4, using: &chance) {
                    let places = [
                        0..<44, second..<second + 44, second..<damaged.count, damaged.count - 24..<damaged.count,
                    ]
                    let place = places[Int.random(in: 0..<4, using: &chance)]
                    damaged[Int.random(in: place, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
                }
                if Int.random(in: 0..<4, using: &chance) == 0 {
                    damaged.removeLast(Int.random(in: 0...damaged.count, using: &chance))
                }
                do throws(ZoneError) { use(try Zone(identifier: identifier, tzif: damaged)) } catch { refused += 1 }
            }
        }
        #expect((1000..<6000).contains(refused), "seed \(seed): most damage must be noticed, and some must pass")
    }

    /// Asks a zone everything, at ordinary and extreme instants.
    private func use(_ zone: Zone) {
        for milliseconds in [Int64.min, -3_000_000_000_000, 0, 1_714_464_000_000, 4_102_444_800_000, .max] {
            let instant = Instant(milliseconds: milliseconds)
            let (date, time) = zone.civil(at: instant)
            let back = zone.instant(of: date, at: time)
            #expect(zone.startOfDay(date) <= back.adding(seconds: 200_000))
            #expect(!zone.rfc5322(instant).isEmpty)
        }
    }
}
