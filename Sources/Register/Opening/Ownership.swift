// Whose file it is. A command run by root becomes the owner of the register before it opens it, so that no file of the
// register ever belongs to root beside files of the service; anybody else is told which login to use.

import Glibc

public enum Ownership {
    /// Gives up root's rights for those of the owner of the register, or of its directory where there is no register
    /// yet. Does nothing for other users, and nothing where root owns it.
    public static func become(ownerOf path: String) throws {
        guard geteuid() == 0, let (user, group) = owner(of: path), user != 0 else { return }
        guard setgroups(0, nil) == 0, setegid(group) == 0, seteuid(user) == 0 else {
            throw RegisterError.permission(path: path, owner: login(user), command: "")
        }
    }

    static func owner(of path: String) -> (user: uid_t, group: gid_t)? {
        var status = stat()
        guard stat(path, &status) == 0 || stat(directory(of: path), &status) == 0 else { return nil }
        return (status.st_uid, status.st_gid)
    }

    /// The login of a user id, or the number where the system knows none.
    static func login(_ user: uid_t) -> String {
        guard let entry = getpwuid(user) else { return "#\(user)" }
        return String(cString: entry.pointee.pw_name)
    }

    static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
