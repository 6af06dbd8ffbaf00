// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6 language mode, and a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

/// A library target of `Sources/` and its tests in `Tests/`.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
            swiftSettings: strict),
    ]
}

/// The built-in words of every mail, also installed as files for administrators to begin with.
let templates = [
    "answer", "correction", "entry", "foot", "head", "introduction", "letter", "notice", "receipt", "reminder",
    "reminders",
    "test", "thin",
].flatMap { ["\($0).html", "\($0).txt"] }

// Imports point one way; `.ci/imports` holds the sources to the same picture.
let package = Package(
    name: "duewatch",
    products: [.executable(name: "duewatch", targets: ["duewatch"])]
        + ["CivilTime", "ActionPlans", "Documents", "Reminders"].map { .library(name: $0, targets: [$0]) },
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .executableTarget(
            name: "duewatch", dependencies: ["Simulation", "Service", "Documents", arguments],
            swiftSettings: strict),
        .executableTarget(
            name: "fuzz", dependencies: ["Documents", "ActionPlans", "CivilTime", "TestSupport"], path: "Tests/Fuzz",
            exclude: ["Corpus"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["duewatch"], swiftSettings: strict),
    ]
        + module("CivilTime")
        + module("ActionPlans", ["CivilTime"])
        + module("Documents", ["ActionPlans", "CivilTime", "CExpat", "CZlib"])
        + module("Reminders", ["ActionPlans", "CivilTime"])
        + module("Configuration", ["Reminders", "ActionPlans", "CivilTime", yams])
        + module("Register", ["Reminders", "ActionPlans", "CivilTime", "CSQLite", grdb, sqlite, crypto])
        + module(
            "Delivery", ["Reminders", "ActionPlans", "CivilTime", "CCurl", crypto, mustache],
            resources: templates.map { .embedInCode("Templates/\($0)") })
        + module(
            "Service",
            ["Reminders", "Configuration", "Register", "Delivery", "CivilTime", "ActionPlans", logging])
        + module(
            "Simulation",
            [
                "Service", "Register", "Delivery", "Configuration", "Reminders", "ActionPlans",
                "CivilTime", logging, crypto,
            ], resources: [.embedInCode("Demo/demo-plan.txt")])
)
