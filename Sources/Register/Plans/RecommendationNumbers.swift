// The numbers of recommendations as references have them.

/// Numbers of recommendations as references have them: none is given twice in a plan.
struct RecommendationNumbers {
    private var taken: Set<String>

    init(taken: [String]) { self.taken = Set(taken) }

    /// The number itself; "4-2" for the second recommendation that is printed as 4.
    mutating func allot(_ number: String) -> String {
        var (candidate, count) = (number, 1)
        while !taken.insert(candidate).inserted {
            count += 1
            candidate = "\(number)-\(count)"
        }
        return candidate
    }
}
