import CivilTime
import Foundation
import Reminders
import Testing

@Suite("The reasons")
struct ReasonTests {
    @Test("docs/reasons.md explains each of them once, and nothing else")
    func page() throws {
        let named = try Self.page.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `") else { return nil }
            return line.dropFirst(3).prefix { $0 != "`" }.description
        }
        #expect(named.sorted() == ReasonCode.allCases.map(\.rawValue).sorted())
    }

    @Test("a role, a copy and a stand-in have the name that the register stores")
    func sameNames() {
        #expect(Role.allCases.allSatisfy { $0.code.rawValue == $0.rawValue })
        #expect(CopyReason.allCases.allSatisfy { $0.code.rawValue == $0.rawValue })
        #expect(StandIn.allCases.allSatisfy { $0.code.rawValue == $0.rawValue })
    }

    @Test(
        "who acts for somebody is said, and never why that one is away",
        arguments: [
            (Role.holder, nil, nil, "as holder"), (.manager, nil, nil, "as manager"),
            (.holder, StandIn.acting, nil, "acting for the holder"),
            (.holder, .noPerson, nil, "since the post has no holder"),
            (.holder, nil, CopyReason.doer, "as a copy, since they do the work"),
        ] as [(Role, StandIn?, CopyReason?, String)])
    func person(role: Role, standIn: StandIn?, copy: CopyReason?, words: String) {
        #expect(WhyThisPerson(role: role, standIn: standIn, copy: copy).words == words)
    }

    private static var page: String {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            return try String(contentsOf: root.appending(path: "docs/reasons.md"), encoding: .utf8)
        }
    }
}
