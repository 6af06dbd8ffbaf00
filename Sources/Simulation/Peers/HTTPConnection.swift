// One connection of the webhook receiver: requests in, status lines out. Bounded, because even a test peer is a peer.

import Glibc

struct HTTPRequest {
    /// Names in lower case.
    let headers: [String: String]
    let body: [UInt8]
}

struct HTTPConnection {
    private static let largest = 256 * 1024
    private let socket: Int32
    private var received: [UInt8] = []

    init(socket: Int32) { self.socket = socket }

    /// The next whole request; nil when the peer has gone or sends what is no request.
    mutating func next() -> HTTPRequest? {
        while true {
            if let end = endOfHead {
                let headers = headers(in: received[..<end])
                guard let length = Int(headers["content-length"] ?? "0"), length >= 0 else {
                    return refuse("400 Bad Request")
                }
                guard length <= Self.largest else { return refuse("413 Content Too Large") }
                let start = end + 4
                if received.count >= start + length {
                    let body = Array(received[start..<start + length])
                    received.removeFirst(start + length)
                    return HTTPRequest(headers: headers, body: body)
                }
            }
            guard received.count <= 2 * Self.largest else { return refuse("431 Request Header Fields Too Large") }
            guard receive() else { return nil }
        }
    }

    func answer(_ status: String) {
        let line = Array("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n".utf8)
        _ = line.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// Says why, and ends the connection: what follows cannot be told from a body.
    private func refuse(_ status: String) -> HTTPRequest? {
        answer(status)
        return nil
    }

    private mutating func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return false }
        received += buffer[..<count]
        return true
    }

    private var endOfHead: Int? {
        let mark = Array("\r\n\r\n".utf8)
        guard received.count >= mark.count else { return nil }
        return (0...received.count - mark.count).first { received[$0..<$0 + mark.count].elementsEqual(mark) }
    }

    private func headers(in head: ArraySlice<UInt8>) -> [String: String] {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").dropFirst()
        let pairs = lines.compactMap { line -> (String, String)? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return (line[..<colon].lowercased(), String(value))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
