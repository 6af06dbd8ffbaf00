import Delivery
import Testing

@Suite("libcurl")
struct CurlLibraryTests {
    @Test("it starts, as often as it is asked to, and says its version")
    func starts() throws {
        try CurlLibrary.start()
        try CurlLibrary.start()
        #expect(CurlLibrary.version.split(separator: ".").count >= 2)
    }
}
