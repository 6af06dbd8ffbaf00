// Starts libcurl once for the process and makes sure that it can do what we need of it.
// Source: libcurl-thread(3), curl_global_init(3), curl_version_info(3).

import CCurl

public enum CurlLibrary {
    /// Call it from `main` before there are threads; later calls cost nothing. Throws if this libcurl is too old
    /// (7.85 is needed), or was built without TLS or without a resolver that can be waited for in the background.
    public static func start() throws(CarrierFault) { try outcome.get() }

    /// libcurl's own version, "7.88.1".
    public static var version: String {
        guard let about = shim_version()?.pointee, let version = about.version else { return "?" }
        return String(cString: version)
    }

    /// Worked out once, by whoever comes first; the others wait.
    private static let outcome: Result<Void, CarrierFault> = begin()

    private static func begin() -> Result<Void, CarrierFault> {
        guard curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK else {
            return .failure(CarrierFault(description: "libcurl could not be started"))
        }
        guard let about = shim_version()?.pointee else {
            return .failure(CarrierFault(description: "libcurl does not say what it is"))
        }
        guard about.version_num >= 0x07_5500 else {
            return .failure(CarrierFault(description: "libcurl 7.85 or later is needed, found \(version)"))
        }
        for (feature, name) in [(CURL_VERSION_ASYNCHDNS, "AsynchDNS"), (CURL_VERSION_SSL, "SSL")]
        where about.features & Int32(feature) == 0 {
            return .failure(
                CarrierFault(description: "libcurl \(version) was built without \(name); install Debian's libcurl4"))
        }
        return .success(())
    }
}
