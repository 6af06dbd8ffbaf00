// Whether a service holds the register, without touching its lock: the kernel's own list of locks is read instead, so
// that looking never makes a service that is just starting believe that another one runs.
// Source: proc(5), /proc/locks.

import Glibc

enum RunningService {
    /// The process id of the service on this register; nil where none runs, or this machine shows no list of locks.
    static func processID(register: String) -> Int? {
        var status = stat()
        guard stat(register + ".serve", &status) == 0 else { return nil }
        // Absent where no list of locks is kept: then nothing can be said.
        guard let bytes = try? FileBytes.read("/proc/locks", limit: 4 << 20) else { return nil }
        return holder(of: status.st_ino, in: String(decoding: bytes, as: UTF8.self))
    }

    /// `1: FLOCK  ADVISORY  WRITE 412 fe:01:1311 0 EOF` has the process and, behind the device, the inode.
    static func holder(of inode: ino_t, in locks: String) -> Int? {
        for line in locks.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
                words[5].split(separator: ":").last.flatMap({ ino_t($0) }) == inode
            else { continue }
            return Int(words[4])
        }
        return nil
    }
}
