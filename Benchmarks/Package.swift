// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds duewatch builds this.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "duewatch", path: "..")],
    targets: [
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                .product(name: "CivilTime", package: "duewatch"),
                .product(name: "ActionPlans", package: "duewatch"),
                .product(name: "Documents", package: "duewatch"),
                .product(name: "Reminders", package: "duewatch"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
    ]
)
