// The digest of a file that a plan was read from.

import Crypto
import FoundationEssentials

extension SourceDigest {
    /// Of these bytes.
    public init(name: String, content: [UInt8]) { self.init(name: name, sha256: SHA256.hash(data: Data(content)).hex) }
}
