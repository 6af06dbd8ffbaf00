// Sets of things that hang together, by their numbers: union and find.

struct Groups {
    private var above: [Int]

    init(count: Int) { above = Array(0..<count) }

    /// The least number of the group that `number` belongs to.
    func first(of number: Int) -> Int {
        var number = number
        while above[number] != number { number = above[number] }
        return number
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (first(of: a), first(of: b))
        if a != b { above[max(a, b)] = min(a, b) }
    }

    /// The members of each group, groups and members in rising order.
    var all: [[Int]] {
        var members: [Int: [Int]] = [:]
        for number in above.indices { members[first(of: number), default: []].append(number) }
        return members.keys.sorted().compactMap { members[$0] }
    }
}
