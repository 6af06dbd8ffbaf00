// The words of target dates, and nothing about how they combine.

enum Season: Int, Sendable { case spring, summer, autumn, winter }

enum Vocabulary {
    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12,
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12, "febr": 2, "octo": 10, "novem": 11, "janv": 1,
    ]

    static let seasons: [String: Season] = [
        "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
    ]

    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "a": 1,
        "an": 1, "forty": 40, "sixty": 60, "ninety": 90,
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "1st": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4,
    ]

    /// Units of a span of time, as ISO 8601 letters.
    static let units: [String: Character] = [
        "day": "D", "days": "D", "week": "W", "weeks": "W", "wk": "W", "wks": "W", "month": "M", "months": "M",
        "mth": "M", "mths": "M", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "quarter": "Q", "quarters": "Q",
        "weekly": "W", "monthly": "M", "yearly": "Y", "hour": "H", "hours": "H", "hrs": "H", "month's": "M",
        "year's": "Y", "months'": "M",
    ]

    /// What a number after them counts is not a day.
    static let counters: Set<String> = [
        "recommendation", "recommendations", "rec", "recs", "section", "sections", "para", "paragraph", "paragraphs",
        "phase", "stage", "step", "tranche", "cohort", "wave", "action", "actions", "part", "table", "annex", "figure",
        "chapter", "objective", "priority", "strand", "version", "v", "no", "item", "page", "point", "article",
        "clause", "regulation", "rule", "appendix", "workstream", "milestone", "level", "tier", "band", "group",
        "category", "option", "area", "key", "r", "a", "goal", "theme", "gate", "release", "module", "year", "line",
    ]

    /// Words of a past action: "was published", "Launched March 2023".
    static let pastVerbs: Set<String> = [
        "published", "issued", "launched", "delivered", "implemented", "introduced", "established", "held", "agreed",
        "approved", "appointed", "recruited", "released", "signed", "sent", "rolled", "met", "finalised", "finalized",
        "concluded", "achieved", "actioned", "reviewed", "updated", "revised", "circulated", "shared", "submitted",
        "presented", "undertaken", "trained", "adopted", "opened", "closed", "set", "made", "produced", "completed",
        "disseminated", "laid", "passed", "enacted", "commissioned", "awarded", "developed", "created", "embedded",
        "conducted", "carried", "put", "ended", "discussed", "communicated", "announced", "drafted", "amended",
        "replaced", "consulted", "reported", "distributed", "installed", "ratified", "came", "went", "took",
        "mobilised",
        "done", "given", "provided", "written", "changed", "moved", "tested", "piloted", "convened", "attended",
        "resolved", "removed", "fixed", "refreshed", "refurbished", "cleared", "tabled", "hosted", "secured",
    ]

    /// Words that put an action into the future, whatever verb follows.
    static let futureWords: Set<String> = [
        "will", "to", "should", "shall", "must", "expected", "planned", "due", "scheduled", "be", "being", "aim",
        "anticipated", "intended", "would", "can", "expect", "not", "next", "yet",
    ]

    /// Labels before a date, which are no milestone.
    static let labels: Set<String> = [
        "due", "date", "dates", "target", "targets", "deadline", "timescale", "timescales", "timeframe", "when",
        "by", "completion", "delivery", "expected", "planned", "estimated", "anticipated", "timeline", "provisional",
        "revised", "original", "new", "now", "originally", "proposed", "forecast", "is", "are", "in", "on", "at",
        "the", "of", "for", "from", "to", "until", "and", "or", "then", "with", "a", "an", "be", "it", "this", "that",
        "approximately", "approx", "around", "circa", "about", "c", "likely", "within", "during", "before", "after",
        "probably", "currently", "previously", "extended", "moved", "slipped", "deferred", "postponed", "rescheduled",
        "changed", "amended", "pushed", "rev", "initial", "current", "progress", "underway", "complete", "completed",
        "implementation",
        "provisionally", "also", "as", "no", "later", "than", "aim", "aiming", "set", "was", "end", "but", "latest",
        "finish", "starting", "start", "both", "initially", "between", "target:", "further", "via", "per", "will",
        "closed", "done", "achieved", "implemented", "delivered", "ongoing", "status", "next", "ii", "iii", "iv", "vi",
        "vii", "viii", "place", "track", "scheduled", "forward", "back", "put", "reprofiled", "extension", "requested",
        "sooner", "earlier",
    ]
}
