// Runs one program over bytes that it reads from its standard input, without a shell. Its environment holds PATH and
// LC_ALL only; what it writes, how long it takes (timeout, of the coreutils) and how much memory it takes (prlimit, of
// util-linux) are bounded. The bytes are handed over in a file without a name, which goes with the run. Source:
// posix_spawn(3), timeout(1), prlimit(1).

import Glibc

/// A program that is started afresh for each run.
struct ChildProgram {
    /// How a run ended other than by an exit.
    enum Fault: Error, Hashable {
        case notInstalled
        case notStarted(String)
        case tooSlow
        case tooMuch
    }

    /// What a run left behind.
    struct Result {
        /// The exit status, or 128 and the signal that ended it.
        var status: Int32
        var output: [UInt8]
        /// The first bytes of what it wrote as errors.
        var errors: [UInt8]
    }

    var name: String
    var arguments: [String]
    /// The most bytes of output.
    var limit: Int
    var seconds: Int
    /// The most bytes of memory.
    var memory = 2 << 30

    /// Runs the program over `input` and returns what it wrote, once it has ended.
    func run(over input: [UInt8]) throws(Fault) -> Result {
        var open = OpenFiles()
        defer { open.closeAll() }
        guard let file = open.nameless(holding: input), let output = open.pipe(), let errors = open.pipe() else {
            throw .notStarted(ChildProgram.words(errno))
        }
        let child = try start(reading: file, writing: output.write, errors.write)
        open.close(output.write)
        open.close(errors.write)
        var drain = Drain(output: output.read, errors: errors.read, limit: limit)
        // timeout hands the signal on to the program it watches.
        if !drain.run() { kill(child, SIGTERM) }
        open.closeAll()
        let status = ChildProgram.await(child)
        if drain.outputBytes.count > limit { throw .tooMuch }
        switch status {
        case 126, 127: throw .notInstalled
        case 124, 128 + SIGKILL: throw .tooSlow
        default: return Result(status: status, output: drain.outputBytes, errors: drain.errorBytes)
        }
    }

    private func start(reading input: Int32, writing output: Int32, _ errors: Int32) throws(Fault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigaddset(&usual, SIGTERM)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let watched = ["timeout", "--foreground", "--signal=KILL", "\(seconds)", "prlimit", "--as=\(memory)", name]
        var words: [UnsafeMutablePointer<CChar>?] = []
        for word in watched + arguments { words.append(strdup(word)) }
        var environment: [UnsafeMutablePointer<CChar>?] = []
        for setting in ["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"] { environment.append(strdup(setting)) }
        defer { for word in words + environment { free(word) } }
        words.append(nil)
        environment.append(nil)
        var child: pid_t = 0
        let failure = posix_spawnp(&child, watched[0], &actions, &attributes, &words, &environment)
        if failure != 0 { throw .notStarted("timeout, of the coreutils: " + ChildProgram.words(failure)) }
        return child
    }

    private static func await(_ child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            if errno != EINTR { return 128 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func words(_ number: Int32) -> String { String(cString: strerror(number)) }
}
