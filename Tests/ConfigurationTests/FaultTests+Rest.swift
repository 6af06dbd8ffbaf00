// The rows for webhooks, for days and times, and for schedules.

import Configuration

extension FaultTests {
    static let letterheadFaults = [
        Fault(
            "a mailbox that nobody reads", "    schedule: standard\n", "    reply-to: no-reply@example.gov.uk\n",
            line: "no-reply", "plans.remand-2024.reply-to", says: "owners answer by replying"),
        Fault(
            "an administrator elsewhere", "    schedule: standard\n",
            "    administrator: {name: Rob, email: rob@elsewhere.example}\n", line: "administrator: {",
            "plans.remand-2024.administrator.email", says: "expected an address in example.gov.uk or example.org"),
        Fault(
            "a deputy without an address", "    schedule: standard\n",
            "    administrator: {name: Rob, email: rob@example.org, deputy: {name: Sam}}\n", line: "administrator: {",
            "plans.remand-2024.administrator.deputy.email", says: "expected the deputy's mail address"),
        Fault(
            "a link to nothing", "    schedule: standard\n", "    link: https://cases.example/\n", line: "link:",
            "plans.remand-2024.link", says: "has {reference} in it"),
        Fault(
            "references that nobody can look up are a warning", "    schedule: standard\n", "    thin: true\n",
            line: "thin", "plans.remand-2024.thin", says: "expected link beside thin: true", .warning),
    ]

    static let webhookFaults = [
        Fault(
            "a name that no owners file could use", "case-system:", "Case System:", line: "Case System",
            "webhooks.Case System", says: "small letters, digits and hyphens"),
        Fault(
            "a webhook without an address", "    url: https://cases.example.gov.uk:8443/in?from=duewatch\n", "",
            line: "case-system:", "webhooks.case-system.url", says: "found nothing"),
        Fault(
            "http without permission", "url: https:", "url: http:", line: "url:", "webhooks.case-system.url",
            says: "allow-http: true would permit http://"),
        Fault(
            "http with permission is a warning", "timeout: 30s", "allow-http: true", line: "allow-http",
            "webhooks.case-system.allow-http", says: "in the clear", .warning),
        Fault(
            "the internal network is a warning", "timeout: 30s", "allow-private-addresses: true",
            line: "allow-private", "webhooks.case-system.allow-private-addresses", says: "internal network", .warning),
        Fault(
            "a flag that is not true or false", "timeout: 30s", "allow-http: yes", line: "allow-http",
            "webhooks.case-system.allow-http", says: "expected true or false, found \"yes\""),
        Fault(
            "a password in an address", "url: https://", "url: https://me:pw@", line: "url:",
            "webhooks.case-system.url", says: "found something else (not shown); a name or password"),
        Fault(
            "no secret", "    secret-file: /srv/secret\n", "", line: "case-system:", "webhooks.case-system.secret-file",
            says: "secret-file or secret-credential, found neither"),
        Fault(
            "the secret itself is never shown", "secret-file: /srv/secret", "secret-file: whsec_c2VjcmV0",
            line: "secret-file", "webhooks.case-system.secret-file", says: "found something else (not shown)"),
        Fault(
            "nor as a credential", "previous-secret-credential: old-secret",
            "previous-secret-credential: whsec_c2VjcmV0", line: "previous-secret-credential",
            "webhooks.case-system.previous-secret-credential", says: "found something else (not shown)"),
        Fault(
            "a certificate that is not checked is a warning", "timeout: 30s", "verify-tls: false", line: "verify-tls",
            "webhooks.case-system.verify-tls", says: "anybody in between", .warning),
        Fault(
            "a network with bits behind it", "timeout: 30s", "allow: [10.1.0.1/16]", line: "allow: [10",
            "webhooks.case-system.allow[1]", says: "a network such as 10.1.0.0/16"),
        Fault(
            "as good as everything", "timeout: 30s", "allow: [0.0.0.0/0]", line: "allow: [0",
            "webhooks.case-system.allow[1]", says: "a narrower network", .warning),
        Fault(
            "an event that there is not", "timeout: 30s", "events: [reminders, answer]", line: "events",
            "webhooks.case-system.events[2]", says: "did you mean \"answers\"?"),
        Fault(
            "no event at all", "timeout: 30s", "events: []", line: "events", "webhooks.case-system.events",
            says: "an empty list"),
        Fault(
            "a bearer token in the file is never shown", "timeout: 30s", "auth: {bearer-file: sesame}", line: "auth",
            "webhooks.case-system.auth.bearer-file", says: "found something else (not shown)"),
        Fault(
            "two ways at once", "timeout: 30s", "auth: {bearer-file: /a, header: X-Api-Key}", line: "auth",
            "webhooks.case-system.auth", says: "bearer-credential alone, or header and value-credential"),
        Fault(
            "a header without a value", "timeout: 30s", "auth: {header: X-Api-Key}", line: "auth",
            "webhooks.case-system.auth", says: "header and value-credential, found header"),
        Fault(
            "a header that is set otherwise", "timeout: 30s", "auth: {header: Webhook-Id, value-file: /a}",
            line: "auth", "webhooks.case-system.auth.header", says: "found \"Webhook-Id\""),
        Fault(
            "a link without a reference", "timeout: 30s", "link: https://cases.example/", line: "link",
            "webhooks.case-system.link", says: "has {reference} in it"),
        Fault(
            "a proxy without a port", "timeout: 30s", "proxy: http://proxy.internal", line: "proxy",
            "webhooks.case-system.proxy", says: "a machine and a port"),
        Fault(
            "a proxy with a password, which is not shown", "timeout: 30s", "proxy: http://me:pw@proxy.internal:3128",
            line: "proxy", "webhooks.case-system.proxy", says: "(not shown); a name or password"),
        Fault(
            "a timeout without a unit", "timeout: 30s", "timeout: 30", line: "timeout", "webhooks.case-system.timeout",
            says: "seconds from 1s to 120s, such as 20s, found \"30\""),
        Fault(
            "a timeout too long", "timeout: 30s", "timeout: 300s", line: "timeout", "webhooks.case-system.timeout",
            says: "found \"300s\""),
        Fault(
            "a webhook with nothing", Self.webhook, "  case-system:\n", line: "case-system", "webhooks.case-system",
            says: "url and secret-file, found nothing"),
    ]

    static let webhook = """
          case-system:
            url: https://cases.example.gov.uk:8443/in?from=duewatch
            secret-file: /srv/secret
            previous-secret-credential: old-secret
            timeout: 30s

        """

    static let timeFaults = [
        Fault(
            "a zone with a typing slip", "Europe/London", "Europe/Lodnon", line: "zone: Europe/Lod", "calendar.zone",
            says: "did you mean \"Europe/London\"?"),
        Fault(
            "a region with a typing slip", "Europe/London", "Eurpoe/London", line: "zone: Eur", "calendar.zone",
            says: "did you mean \"Europe/London\"?"),
        Fault(
            "a zone that climbs out of its folder", "Europe/London", "../../etc/passwd", line: "zone: ..",
            "calendar.zone", says: "a time zone such as Europe/London"),
        Fault(
            "a zone by its path", "Europe/London", "/etc/localtime", line: "zone: /", "calendar.zone",
            says: "a time zone such as Europe/London"),
        Fault(
            "a region alone", "zone: Europe/London", "zone: Europe", line: "zone: Europe", "calendar.zone",
            says: "a time zone such as Europe/London, found \"Europe\""),
        Fault(
            "a file of the folder that is no zone", "Europe/London", "leapseconds", line: "zone: leap",
            "calendar.zone", says: "leapseconds"),
        Fault(
            "a plan's zone", "Europe/Dublin", "Europe/Dubln", line: "Dubln", "plans.remand-2024.zone",
            says: "did you mean \"Europe/Dublin\"?"),
        Fault(
            "a division with a typing slip", "england-and-wales", "england-and-whales", line: "whales",
            "calendar.division", says: "did you mean \"england-and-wales\"?"),
        Fault(
            "a division in words", "division: scotland", "division: Scotland", line: "division: Sc",
            "plans.remand-2024.division", says: "did you mean \"scotland\"?"),
        Fault(
            "bank holidays that are not there", "division: england-and-wales", "holidays: /nowhere/holidays.json",
            line: "holidays:", "calendar.holidays", says: "found no such file: /nowhere/holidays.json"),
        Fault(
            "a window that closes before it opens", "closes: 12:30", "closes: 08:00", line: "closes: 08",
            "window.closes", says: "a time after 08:30, when the window opens, found 08:00"),
        Fault(
            "a plan's window that closes before the inherited opening", "closes: \"15:00\"", "closes: \"08:30\"",
            line: "window: {", "plans.remand-2024.window.closes", says: "a time after 08:30"),
        Fault(
            "a window of minutes", "closes: 12:30", "closes: 08:45", line: "closes: 08", "window.closes",
            says: "at least 30 minutes", .warning),
        Fault(
            "a time without its zero", "opens: 08:30", "opens: 8:30", line: "opens", "window.opens",
            says: "found \"8:30\"; write \"08:30\""),
        Fault(
            "a time of a longer day", "closes: 12:30", "closes: 24:00", line: "closes", "window.closes",
            says: "\"24:00\""),
    ]

    static let scheduleFaults = [
        Fault(
            "a schedule that does not exist", "schedule: brief", "schedule: breif", line: "schedule: breif",
            "schedule", says: "brief or standard, found \"breif\"; did you mean \"brief\"?"),
        Fault(
            "a plan's schedule that does not exist", "schedule: standard", "schedule: strict", line: "strict",
            "plans.remand-2024.schedule", says: "expected the name of a schedule: brief or standard"),
        Fault(
            "a plan by a name that import would not take", "remand-2024:", "remand/2024:", line: "remand/",
            "plans.remand/2024", says: "as given to import --as"),
        Fault(
            "a stage without a name", "{stage: late, every: 5wd}", "{every: 5wd}", line: "every: 5wd",
            "schedules.brief[3].stage", says: "the stage's name, found nothing"),
        Fault(
            "a stage by a name that is taken", "stage: late", "stage: due-day", line: "every:",
            "schedules.brief[3].stage", says: "a name of its own"),
        Fault(
            "the name that arming uses", "stage: late", "stage: letter", line: "every:", "schedules.brief[3].stage",
            says: "a message that no schedule sends has this name"),
        Fault(
            "a stage without a rule", "{stage: due-day, on: due}", "{stage: due-day}", line: "due-day",
            "schedules.brief[2]", says: "one of lead, on, every, escalate, check-in or undated in a stage, found none"),
        Fault(
            "a stage with two rules", "on: due}", "on: due, lead: 5wd}", line: "on: due", "schedules.brief[2]",
            says: "found lead and on; make a stage of each"),
        Fault(
            "a stage on another day", "on: due}", "on: Monday}", line: "on: Mon", "schedules.brief[2].on",
            says: "expected due, start or midpoint, found \"Monday\""),
        Fault(
            "a lead in weeks", "lead: 10wd", "lead: 2 weeks", line: "weeks", "schedules.brief[1].lead",
            says: "write 14d or 10wd"),
        Fault("a lead of none", "lead: 10wd", "lead: 0d", line: "0d", "schedules.brief[1].lead", says: "at least 1"),
        Fault(
            "a repeat in calendar days", "every: 5wd", "every: 5d", line: "every", "schedules.brief[3].every",
            says: "working days, such as 10wd, found \"5d\"; write 5wd"),
        Fault(
            "a number too long to count", "every: 5wd", "every: 99999999999999999999wd", line: "every",
            "schedules.brief[3].every", says: "working days, such as 10wd"),
        Fault(
            "a rung without its distance", ", after: 3wd", "", line: "boss", "schedules.brief[4].after",
            says: "after the message below was sent"),
        Fault(
            "a rung to the holder", "escalate: manager", "escalate: holder", line: "boss",
            "schedules.brief[4].escalate", says: "expected deputy or manager, found \"holder\""),
        Fault(
            "an end of what does not repeat", "on: due}", "on: due, until: 3}", line: "on: due",
            "schedules.brief[2].until", says: "until: beside every: or repeat: only"),
        Fault(
            "two ends of the repeats", "every: 5wd", "every: 5wd, until: 3, for: 1m", line: "late",
            "schedules.brief[3].for", says: "expected until: or for:, found both"),
        Fault(
            "a release of what needs none", "every: 5wd", "every: 5wd, release: automatic", line: "late",
            "schedules.brief[3].release", says: "release: beside escalate: manager only"),
        Fault(
            "a release in other words", "after: 3wd}", "after: 3wd, release: auto}", line: "boss",
            "schedules.brief[4].release", says: "by-hand or automatic, found \"auto\""),
        Fault(
            "a rule that names no schedule there is", "schedule: brief",
            "schedule: brief\nrules:\n  - {when: {plan: a}, schedule: breif}", line: "plan: a",
            "rules[1].schedule", says: "did you mean \"brief\"?"),
        Fault(
            "a rule that fits everything", "schedule: brief",
            "schedule: brief\nrules:\n  - {when: {}, schedule: brief}", line: "when: {}", "rules[1].when",
            says: "found none"),
        Fault(
            "a rule by a field that there is not", "schedule: brief",
            "schedule: brief\nrules:\n  - {when: {labels: a}, schedule: brief}", line: "labels: a",
            "rules[1].when.labels", says: "did you mean \"label\"?"),
        Fault(
            "a rule by a response with a slip, in a list", "schedule: brief",
            "schedule: brief\nrules:\n  - {when: {response: [agreed, acepted]}, schedule: brief}", line: "acepted",
            "rules[1].when.response[2]", says: "did you mean \"accepted\"?"),
        Fault(
            "a rule that is never reached", "schedule: brief",
            "schedule: brief\nrules:\n  - {when: {plan: [a, b]}, schedule: standard}\n"
                + "  - {when: {plan: a, label: x}, schedule: brief}", line: "label: x", "rules[2]",
            says: "rule 1", .warning),
        Fault(
            "a schedule that nothing chooses", "  brief:\n", "  idle: [{stage: day, on: due}]\n  brief:\n",
            line: "idle:", "schedules.idle", says: "it cannot fire", .warning),
        Fault(
            "reviews without days", "division: scotland", "division: scotland\n    reviews: {leads: [5wd]}",
            line: "reviews", "plans.remand-2024.reviews", says: "found neither"),
        Fault(
            "a review on no day", "division: scotland", "division: scotland\n    reviews: {on: [2027-02-30]}",
            line: "reviews", "plans.remand-2024.reviews.on[1]", says: "a day as 2027-03-31"),
        Fault(
            "a distance without a rung", "every: 5wd", "every: 5wd, after: 3wd", line: "late",
            "schedules.brief[3].after", says: "beside escalate: only"),
        Fault(
            "the manager before the deputy", "after: 3wd}",
            "after: 3wd}\n    - {stage: d, escalate: deputy, after: 1wd}",
            line: "stage: d,", "schedules.brief[5].escalate", says: "the deputy before the manager"),
        Fault(
            "a second stage of one kind", "{stage: late, every: 5wd}",
            "{stage: late, every: 5wd}\n    - {stage: later, every: 9wd}", line: "later", "schedules.brief[4]",
            says: "\"late\" is of the same kind"),
        Fault(
            "a check-in in years", "check-in: 6m", "check-in: 1y", line: "1y", "schedules.brief[5].check-in",
            says: "write 12m"),
        Fault(
            "a ladder that nothing leads to", "    - {stage: late, every: 5wd}\n", "", line: "  brief:",
            "schedules.brief", says: "\"boss\" counts from the message", .warning),
        Fault(
            "a schedule without stages", "  brief:\n", "  none: []\n  brief:\n", line: "none:", "schedules.none",
            says: "found no stage"),
        Fault(
            "a schedule that is no list", "  brief:\n", "  none: daily\n  brief:\n", line: "none:", "schedules.none",
            says: "a list of stages, such as"),
    ]
}
