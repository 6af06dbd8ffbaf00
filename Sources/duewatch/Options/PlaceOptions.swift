// Where the configuration and the register lie. Every command that needs them takes the same options.

import ArgumentParser
import FoundationEssentials
import Glibc

struct ConfigurationOption: ParsableArguments {
    @Option(help: ArgumentHelp("The settings file.", valueName: "path"))
    var config: String?

    /// What was named, else `$DUEWATCH_CONFIG`, else the installed file, else one in the working directory: but never
    /// that one for root, who would obey whoever wrote there.
    func path(
        environment: [String: String] = ProcessInfo.processInfo.environment, isRoot: Bool = geteuid() == 0,
        exists: (String) -> Bool = { access($0, F_OK) == 0 }
    ) -> String {
        if let config { return config }
        if let named = environment["DUEWATCH_CONFIG"], !named.isEmpty { return named }
        if !isRoot, !exists(Self.installed), exists(Self.local) { return Self.local }
        return Self.installed
    }

    static let installed = "/etc/duewatch/duewatch.yaml"
    static let local = "duewatch.yaml"
}

struct PlaceOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOption

    @Option(help: ArgumentHelp("Another register than the settings name.", valueName: "path"))
    var register: String?
}
