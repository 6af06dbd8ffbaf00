// An object in JSON on one line, written member by member: no tree of it is made, which for what is written thousands of times
// a second would cost more than the writing. The form is that of `JSON.description`.

/// One object, whose members stand in the order in which they are added.
public struct JSONLine: Sendable {
    private var text = Octets()
    private var isFirst = true

    /// - Parameter members: adds each member.
    public static func octets(_ members: (inout JSONLine) -> Void) -> [UInt8] {
        var line = JSONLine()
        line.text.all.reserveCapacity(2_048)
        line.braces(members)
        return line.text.all
    }

    /// A string, or null where there is none.
    public mutating func add(_ name: StaticString, _ value: String?) {
        begin(name)
        if let value { JSON.quote(value, to: &text) } else { text.add("null") }
    }

    public mutating func add(_ name: StaticString, _ value: Int) {
        begin(name)
        text.write(String(value))
    }

    public mutating func add(_ name: StaticString, _ value: Int64?) {
        begin(name)
        if let value { text.write(String(value)) } else { text.add("null") }
    }

    public mutating func add(_ name: StaticString, _ value: Bool) {
        begin(name)
        text.add(value ? "true" : "false")
    }

    public mutating func add(_ name: StaticString, _ values: [String]) {
        list(name, count: values.count) { place, line in JSON.quote(values[place], to: &line.text) }
    }

    public mutating func addNull(_ name: StaticString) {
        begin(name)
        text.add("null")
    }

    public mutating func addObject(_ name: StaticString, _ members: (inout JSONLine) -> Void) {
        begin(name)
        braces(members)
    }

    /// So many objects.
    public mutating func addObjects(
        _ name: StaticString, count: Int, _ members: (_ place: Int, inout JSONLine) -> Void
    ) {
        list(name, count: count) { place, line in line.braces { members(place, &$0) } }
    }

    /// An object, or null where there is none.
    @inlinable public mutating func add<Value>(
        _ name: StaticString, _ value: Value?, _ members: (inout JSONLine, Value) -> Void
    ) {
        guard let value else { return addNull(name) }
        addObject(name) { members(&$0, value) }
    }

    /// A list of objects.
    @inlinable public mutating func add<Value>(
        _ name: StaticString, _ values: [Value], each members: (inout JSONLine, Value) -> Void
    ) {
        addObjects(name, count: values.count) { place, line in members(&line, values[place]) }
    }

    private mutating func begin(_ name: StaticString) {
        if !isFirst { text.add(", ") }
        isFirst = false
        text.add("\"")
        text.add(name)
        text.add("\": ")
    }

    private mutating func braces(_ members: (inout JSONLine) -> Void) {
        text.add("{")
        isFirst = true
        members(&self)
        isFirst = false
        text.add("}")
    }

    private mutating func list(
        _ name: StaticString, count: Int, _ write: (_ place: Int, inout JSONLine) -> Void
    ) {
        begin(name)
        text.add("[")
        for place in 0..<count {
            if place > 0 { text.add(", ") }
            write(place, &self)
        }
        text.add("]")
    }
}
