// The digest by which a plan's file is known again. Source: FIPS 180-4, SHA-256.

import Crypto

extension SourceDigest {
    /// 64 lower-case hex digits.
    public static func sha256(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hex }
}
