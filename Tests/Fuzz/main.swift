// `make fuzz`: bends phrases and documents by a seed, and reads them. No crash, no hang, memory bounded. A fault prints the
// seed and the number that make its input again: fuzz --seed S --from N --count 1 --print.

import ActionPlans
import CivilTime
import Documents
import FoundationEssentials
import Glibc

struct Arguments {
    var seed: UInt64 = 1
    var from = 0
    var count = 10_000
    var corpus = "Tests/Fuzz/Corpus"
    var prints = false

    init(_ words: [String]) {
        var words = words[...]
        while let word = words.popFirst() {
            switch word {
            case "--seed": seed = words.popFirst().flatMap(UInt64.init) ?? seed
            case "--from": from = words.popFirst().flatMap(Int.init) ?? from
            case "--count": count = words.popFirst().flatMap(Int.init) ?? count
            case "--corpus": corpus = words.popFirst() ?? corpus
            case "--print": prints = true
            default:
                print("usage: fuzz [--seed S] [--from N] [--count N] [--corpus FOLDER] [--print]")
                exit(64)
            }
        }
    }
}

func files(in folder: String) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
        [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }
}

/// The most memory this process has held, in megabytes.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

/// Reads one input as everything it could be.
func read(_ bytes: [UInt8], isPhrase: Bool) {
    if isPhrase {
        let phrase = String(decoding: bytes, as: UTF8.self)
        for asOf in [nil, CivilDate(year: 2026, month: 2, day: 28)] {
            let reader = PhraseReader(asOf: asOf)
            let readings = reader.readings(of: phrase)
            precondition(!readings.isEmpty, "a phrase has at least one reading")
            for reading in readings {
                precondition(reading.kind != .unclear || reading.due == nil, "what is unclear never has a date")
                _ = reading.json(includingMilestone: true).description
            }
        }
    } else {
        do throws(DocumentError) {
            let document = try DocumentReader.read(bytes: bytes, name: "input")
            do throws(NotAPlan) {
                let draft = try PlanReader.read(document)
                _ = draft.json.description
                _ = draft.summary
            } catch {
                precondition(!error.description.isEmpty)
            }
        } catch {
            precondition(!error.description.isEmpty)
        }
    }
}

let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
let phrases = try files(in: arguments.corpus + "/phrases").flatMap { $0.split(separator: 0x0A).map(Array.init) }
let documents = try files(in: arguments.corpus + "/documents")
let phraseMutator = Mutator(seed: arguments.seed, corpus: phrases, longest: 4096)
let documentMutator = Mutator(seed: arguments.seed, corpus: documents, longest: 4096)
FaultReport.begin()
for number in arguments.from..<(arguments.from + arguments.count) {
    // Nine phrases to one document, which is some forty times as long.
    let isPhrase = number % 10 != 0
    let input = (isPhrase ? phraseMutator : documentMutator).input(number)
    if arguments.prints {
        print(String(decoding: input, as: UTF8.self))
        fflush(nil)
    }
    FaultReport.expect("fault at input \(number): fuzz --seed \(arguments.seed) --from \(number) --count 1 --print\n")
    read(input, isPhrase: isPhrase)
    if (number + 1) % 100_000 == 0 {
        print("\(number + 1 - arguments.from) inputs read, \(peakMemory()) MB at most")
        fflush(nil)
    }
}
FaultReport.end()
let peak = peakMemory()
guard peak < 256 else {
    print("memory is not bounded: \(peak) MB at most")
    exit(1)
}
print("\(arguments.count) inputs of seed \(arguments.seed): no crash, no hang, \(peak) MB at most")
