// One of libcurl's easy handles, with its calls by type. A setting that libcurl refuses stops the transfer, because
// some of them (TLS, proxies, protocols) are what makes it safe.
// Source: curl_easy_setopt(3), curl_easy_getinfo(3).

import CCurl

/// A setting that libcurl did not take.
struct CurlFault: Error, CustomStringConvertible {
    let description: String
}

/// Used by one thread at a time; ends with its last reference.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var list: UnsafeMutablePointer<curl_slist>?

    init() throws(CurlFault) {
        guard let pointer = curl_easy_init() else { throw CurlFault(description: "libcurl is out of memory") }
        self.pointer = pointer
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(list)
        words.deallocate()
    }

    /// Every setting as at first; open connections stay.
    func reset() throws(CurlFault) {
        curl_easy_reset(pointer)
        curl_slist_free_all(list)
        list = nil
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try check(shim_set_pointer(pointer, CURLOPT_ERRORBUFFER, words))
    }

    func set(_ option: CURLoption, _ value: Int) throws(CurlFault) {
        try check(shim_set_long(pointer, option, value))
    }

    func set(_ option: CURLoption, offset value: Int) throws(CurlFault) {
        try check(shim_set_offset(pointer, option, curl_off_t(value)))
    }

    /// libcurl keeps a copy of the text.
    func set(_ option: CURLoption, _ value: String) throws(CurlFault) {
        try check(shim_set_string(pointer, option, value))
    }

    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) throws(CurlFault) {
        try check(shim_set_pointer(pointer, option, value))
    }

    /// libcurl keeps a copy of as many bytes as its size setting says.
    func set(_ option: CURLoption, bytes: [UInt8]) throws(CurlFault) {
        let result = bytes.withUnsafeBytes {
            shim_set_pointer(pointer, option, UnsafeMutableRawPointer(mutating: $0.baseAddress))
        }
        try check(result)
    }

    /// The lines live until the next that are set, or `reset`: a handle has one list at a time.
    func set(_ option: CURLoption, _ values: [String]) throws(CurlFault) {
        var new: UnsafeMutablePointer<curl_slist>?
        for value in values {
            guard let longer = curl_slist_append(new, value) else {
                curl_slist_free_all(new)
                throw CurlFault(description: "libcurl is out of memory")
            }
            new = longer
        }
        let result = shim_set_list(pointer, option, new)
        curl_slist_free_all(list)
        list = new
        try check(result)
    }

    /// What libcurl said of the transfer before.
    func forgetDetail() { words[0] = 0 }

    func set(_ option: CURLoption, function: @escaping shim_bytes_function) throws(CurlFault) {
        try check(shim_set_bytes_function(pointer, option, function))
    }

    /// What holds for every transfer: no signals, no proxy out of the environment, TLS 1.2 with a certificate that is
    /// checked, against `caFile` where there is one. Only where `verifiesTLS` is false any certificate will do.
    func setBasics(caFile: String?, verifiesTLS: Bool, proxy: WebhookURL? = nil) throws(CurlFault) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROXY, proxy?.text ?? "")
        try set(CURLOPT_NOPROXY, proxy == nil ? "*" : "")
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, verifiesTLS ? 1 : 0)
        try set(CURLOPT_SSL_VERIFYHOST, verifiesTLS ? 2 : 0)
        if let caFile { try set(CURLOPT_CAINFO, caFile) }
        guard proxy != nil else { return }
        // The proxy sees where a request goes, and nothing of what is in it.
        try set(CURLOPT_HTTPPROXYTUNNEL, 1)
        try set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        if let caFile { try set(CURLOPT_PROXY_CAINFO, caFile) }
    }

    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return shim_get_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return shim_get_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard shim_get_string(pointer, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }

    /// How long the transfer took.
    var milliseconds: Int { offset(CURLINFO_TOTAL_TIME_T) / 1000 }

    /// "192.0.2.1:25"; nil where there was no connection.
    var remote: String? {
        guard let address = text(CURLINFO_PRIMARY_IP), !address.isEmpty else { return nil }
        return address.contains(":")
            ? "[\(address)]:\(number(CURLINFO_PRIMARY_PORT))" : "\(address):\(number(CURLINFO_PRIMARY_PORT))"
    }

    /// What libcurl says of a failure, on one line.
    func detail(_ result: CURLcode) -> String {
        let own = PlainLine.of(String(cString: words), limit: 300)
        return own.isEmpty ? String(cString: curl_easy_strerror(result)) : own
    }

    private func check(_ result: CURLcode) throws(CurlFault) {
        guard result == CURLE_OK else {
            throw CurlFault(description: "libcurl refused a setting: \(String(cString: curl_easy_strerror(result)))")
        }
    }
}
