// `duewatch owners`: the posts that plans name, and the people who stand for them.

import ArgumentParser

struct OwnersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "owners", abstract: "List owners, or take in who stands for them.",
        discussion: """
            An owner is a post as a plan prints it; people with addresses stand for it, for
            a time. The register is the truth about them; YAML and CSV are how they come and
            go.

            EXAMPLES
              duewatch owners
                  the posts and who stands for them
              duewatch owners --unresolved > owners.yaml
                  a file to fill in: the posts for which nobody can be told
              duewatch owners import owners.yaml
                  take it in, after its difference was shown
              duewatch owners absence alex@example.gov.uk --from 2027-01-04 \\
                --until 2027-01-15
                  the deputy is told in these days
            """,
        subcommands: [
            OwnersListCommand.self, OwnersImportCommand.self, OwnersExportCommand.self, OwnersAbsenceCommand.self,
            OwnersMergeCommand.self,
        ], defaultSubcommand: OwnersListCommand.self)
}
