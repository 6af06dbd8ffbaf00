// One figure and the baseline it is held against, taken in turns in the same run, because machines are noisy.

struct Measurement {
    let name: String
    let unit: String
    /// Median units a second of the work and of its baseline.
    let rate: Double
    let baseline: (name: String, rate: Double)

    /// Runs both `rounds` times, one after the other, and keeps the medians.
    init(
        _ name: String, unit: String, count: Int, rounds: Int = 5, against baselineName: String,
        _ baseline: () throws -> Void, _ work: () throws -> Void
    ) rethrows {
        var times: [Duration] = []
        var baselineTimes: [Duration] = []
        for _ in 0..<rounds {
            baselineTimes.append(try ContinuousClock().measure(baseline))
            times.append(try ContinuousClock().measure(work))
        }
        self.name = name
        self.unit = unit
        rate = Self.rate(count, times)
        self.baseline = (baselineName, Self.rate(count, baselineTimes))
    }

    var line: String {
        let thousandths = Int(rate / baseline.rate * 1000)
        return "\(name): \(Int(rate)) \(unit)/s; \(thousandths)/1000 of \(baseline.name) (\(Int(baseline.rate)) \(unit)/s)"
    }

    private static func rate(_ count: Int, _ times: [Duration]) -> Double {
        let median = times.sorted()[times.count / 2]
        return Double(count) / (Double(median.components.attoseconds) / 1e18 + Double(median.components.seconds))
    }
}
