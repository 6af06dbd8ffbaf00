// Why a carrier cannot be set up at all, told before anything is sent.

/// What is wrong with a setting or with this machine's libcurl, and what to do.
public struct CarrierFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}
