// Reads one XML part of a file as a stream of elements, through Expat. A document type is refused, so there are no
// entities but XML's own five; nothing outside the part is ever read. Sources: XML 1.0, sections 2.8 and 4.6; expat.h.

import CExpat

/// What reads the elements of a part, in document order.
protocol XMLVisitor: AnyObject {
    func opens(_ name: String, _ attributes: XMLAttributes) throws(DocumentError.Fault)
    func closes(_ name: String) throws(DocumentError.Fault)
    func reads(_ text: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element, valid while it opens.
struct XMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of the attribute with this name, whatever its namespace.
    subscript(_ name: String) -> String? {
        guard let list else { return nil }
        var place = 0
        while let key = list[place], let value = list[place + 1] {
            if duewatch_xml_is(key, name) != 0 { return String(cString: value) }
            place += 2
        }
        return nil
    }
}

final class XMLPart {
    private let name: String
    private let limits: DocumentReader.Limits
    private let visitor: any XMLVisitor
    private let parser: XML_Parser
    private var fed = 0
    private var depth = 0
    private var fault: DocumentError.Fault?

    /// One token may not be longer: Expat keeps it in memory whole.
    private static let longestToken = 4 << 20

    /// Reads the part `name` of `archive` and shows its elements to `visitor`.
    static func read(
        _ name: String, of archive: ZipArchive, allowance: inout ExpansionAllowance, visitor: any XMLVisitor
    ) throws(DocumentError.Fault) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) else {
            throw .damaged(part: name.quoted, why: "there is no memory to read it")
        }
        let part = XMLPart(name: name, limits: archive.limits, visitor: visitor, parser: parser)
        try archive.unpack(name, allowance: &allowance) { piece throws(DocumentError.Fault) in
            try part.feed(piece, isLast: false)
        }
        try part.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }

    private init(name: String, limits: DocumentReader.Limits, visitor: any XMLVisitor, parser: XML_Parser) {
        self.name = name
        self.limits = limits
        self.visitor = visitor
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, list in
                guard let name, let part = XMLPart.of(context) else { return }
                part.opens(name, XMLAttributes(list: list))
            },
            { context, name in
                guard let name, let part = XMLPart.of(context) else { return }
                part.closes(name)
            })
        XML_SetCharacterDataHandler(parser) { context, text, length in
            guard let text, let part = XMLPart.of(context), part.fault == nil else { return }
            text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
                part.visitor.reads(UnsafeBufferPointer(start: $0, count: Int(length)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let part = XMLPart.of(context) else { return }
            part.stop(
                .damaged(part: part.name.quoted, why: "it declares a document type, which no office program writes"))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// The part that a callback belongs to; it outlives all of them, because `read` holds it.
    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
        context.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }

    private func feed(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(DocumentError.Fault) {
        fed += piece.count
        let status = piece.withMemoryRebound(to: CChar.self) {
            XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
        }
        if let fault { throw fault }
        if status != XML_STATUS_OK {
            let code = XML_GetErrorCode(parser)
            let why = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
            throw .damaged(part: name.quoted, why: "line \(XML_GetCurrentLineNumber(parser)) of its XML: \(why)")
        }
        if fed - Int(XML_GetCurrentByteIndex(parser)) > XMLPart.longestToken, !isLast {
            throw .damaged(part: name.quoted, why: "one of its tags is longer than any that is read")
        }
    }

    private func opens(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        guard fault == nil else { return }
        depth += 1
        if depth > limits.depth { return stop(.nestedTooDeep(part: self.name.quoted, limit: limits.depth)) }
        do { try visitor.opens(XMLName.short(name), attributes) } catch { stop(error) }
    }

    private func closes(_ name: UnsafePointer<CChar>) {
        guard fault == nil else { return }
        depth -= 1
        do { try visitor.closes(XMLName.short(name)) } catch { stop(error) }
    }

    private func stop(_ fault: DocumentError.Fault) {
        self.fault = self.fault ?? fault
        XML_StopParser(parser, 0)
    }
}
