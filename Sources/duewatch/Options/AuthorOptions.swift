// In whose name a change is made. The login is recorded in any case.

import ArgumentParser
import Register

struct AuthorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("For whom you do it, if not for yourself.", valueName: "who"))
    var by: String?

    var author: Author { Author(login: Login.name(), by: by) }
}
