// The files that the settings were made of besides their own: zones and bank holidays. The service notices when one of
// them is replaced, as by an update of tzdata. It never reads what is in them.

import Glibc

struct WatchedFiles: Sendable {
    private let paths: [String]
    private var stamps: [Stamp?]

    /// As they are now.
    init(_ paths: [String]) {
        self.paths = paths
        stamps = paths.map(Stamp.init(path:))
    }

    /// The files that are not what they were at the last look, whose place this one takes.
    mutating func changed() -> [String] {
        let fresh = paths.map(Stamp.init(path:))
        defer { stamps = fresh }
        return zip(paths, zip(stamps, fresh)).filter { $0.1.0 != $0.1.1 }.map(\.0)
    }

    /// What tells one file from its successor without reading it; nil for a file that is not there.
    private struct Stamp: Hashable {
        let device: UInt
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int

        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }
}
