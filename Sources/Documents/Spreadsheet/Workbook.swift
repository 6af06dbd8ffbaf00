// An XLSX file: finds the sheet with the plan's headings and says which sheets were passed by. Never computes, never
// follows a link to another file. Source: ECMA-376, part 1, 18.2.

import ActionPlans

final class Workbook: XMLVisitor {
    private struct Tab {
        var name: String
        var id: String
        var isHidden: Bool
    }

    private var tabs: [Tab] = []
    private var since1904 = false

    static func read(_ archive: ZipArchive, part: String, map: ColumnMap, limits: DocumentReader.Limits)
        throws(DocumentError.Fault) -> SourceDocument
    {
        var allowance = ExpansionAllowance(bytes: limits.expandedBytes)
        let workbook = Workbook()
        try XMLPart.read(part, of: archive, allowance: &allowance, visitor: workbook)
        let strings = SharedStrings()
        if let name = try Relationships.target("sharedStrings", of: part, in: archive) {
            try XMLPart.read(name, of: archive, allowance: &allowance, visitor: strings)
        }
        let styles = CellStyles()
        if let name = try Relationships.target("styles", of: part, in: archive) {
            try XMLPart.read(name, of: archive, allowance: &allowance, visitor: styles)
        }
        let targets = try Relationships.targets(of: part, in: archive)
        var finding = PlanSheet(map: map)
        for tab in workbook.tabs.filter({ !$0.isHidden }) + workbook.tabs.filter(\.isHidden) {
            guard let name = targets[tab.id], archive.has(name) else { continue }
            if tab.isHidden, finding.isFound {
                finding.passBy(hidden: tab.name)
                continue
            }
            let sheet = Sheet(
                texts: strings.texts, formats: styles.formats, since1904: workbook.since1904, limits: limits)
            try XMLPart.read(name, of: archive, allowance: &allowance, visitor: sheet)
            try finding.add(sheet, named: tab.name, isHidden: tab.isHidden)
        }
        return finding.document
    }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "s:sheet":
            guard let title = attributes["name"], let id = attributes["id"] else { return }
            tabs.append(Tab(name: title, id: id, isHidden: (attributes["state"] ?? "visible") != "visible"))
        case "s:workbookPr": since1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        default: break
        }
    }

    func closes(_ name: String) {}
    func reads(_ text: UnsafeBufferPointer<UInt8>) {}
}
