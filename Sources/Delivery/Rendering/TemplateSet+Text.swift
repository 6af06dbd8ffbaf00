// The built-in templates for plain text: the very text of `Config/templates/*.txt`, which a test compares.
// Change both together.

extension TemplateSet {
    static let builtInText: [String: String] = [
        "reminder.txt": """
        {{> head.txt}}
        {{#entries}}
        {{situation}} {{ask}}

        {{> entry.txt}}

        {{#next}}
        {{next}}
        {{/next}}
        {{/entries}}

        {{^isCopy}}
        {{> answer.txt}}
        {{/isCopy}}
        {{> foot.txt}}

        """,
        "reminders.txt": """
        {{> head.txt}}
        {{count}} targets of the plan “{{plan.title}}” {{#hasCopy}}concern you. The most urgent comes first.{{/hasCopy}}{{^hasCopy}}need an answer from you. The most urgent comes first. One reply can answer them all.{{/hasCopy}}

        {{#entries}}
        {{number}}. {{reference}}: {{standing}}

        {{standInHere}}

        {{situation}} {{ask}}

        {{> entry.txt}}

        {{#next}}
        {{next}}
        {{/next}}

        {{/entries}}
        {{^isCopy}}
        {{> answer.txt}}
        {{/isCopy}}
        {{> foot.txt}}

        """,
        "letter.txt": """
        {{> head.txt}}
        We have begun to follow the target dates of the plan “{{plan.title}}”. {{#isOne}}One of them{{/isOne}}{{^isOne}}{{count}} of them{{/isOne}}{{^standIn}}{{^note}}, in your name,{{/note}}{{/standIn}} had passed by then, and no answer to {{#isOne}}it{{/isOne}}{{^isOne}}them{{/isOne}} is recorded. You have missed no earlier message: this is the first.

        {{#isCopy}}Nothing is asked of you here.{{/isCopy}}{{^isCopy}}Please tell us where {{#isOne}}it stands{{/isOne}}{{^isOne}}each of them stands. One reply can answer them all{{/isOne}}.{{/isCopy}}

        {{#entries}}
        {{number}}. {{reference}}: {{standing}}

        {{standInHere}}

        {{> entry.txt}}

        {{#next}}
        {{next}}
        {{/next}}

        {{/entries}}
        {{^isCopy}}
        {{> answer.txt}}
        {{/isCopy}}
        {{> foot.txt}}

        """,
        "entry.txt": """
        {{#isOne}}
          Reference:     {{reference}}
        {{/isOne}}
        {{#action}}
          Action:        {{action}}
        {{/action}}
        {{#milestone}}
          Milestone:     {{milestone}}
        {{/milestone}}
          Target date:   {{date}}
        {{#late}}
          Late:          {{late}}
        {{/late}}
        {{#firstDate}}
          First date:    {{firstDate}}
        {{/firstDate}}
        {{#owner}}
          Owner:         {{owner}}
        {{/owner}}
        {{#jointOwners}}
          {{jointLabel}}:  {{jointOwners}}
        {{/jointOwners}}
        {{#isOne}}
          Plan:          {{plan.title}}
        {{/isOne}}

          {{recommendation}}:
          {{recommendationText}}

        """,
        "answer.txt": """
        HOW TO ANSWER

        Reply to this mail and quote the reference{{#isSeveral}} of each{{/isSeveral}}, with one of these:

        {{#asksForDate}}
          - done, and on which day
          - on track, and until which day you want no reminder
          - a new date, and why
        {{/asksForDate}}
        {{#asksForEvidence}}
          - still being done, and what shows it
          - no longer done, and why
        {{/asksForEvidence}}
          - not mine, and whose it is if you know

        One line is enough. Your reply goes to {{replyTo}}, where a person reads it.

        """,
        "head.txt": """
        {{#rehearsal}}
        {{rehearsal}}

        {{/rehearsal}}
        {{#standIn}}
        {{standIn}} {{standInAdvice}}

        {{/standIn}}
        {{^standIn}}
        Dear {{name}},

        {{#note}}
        {{note}}

        {{/note}}
        {{/standIn}}

        """,
        "foot.txt": """

        {{sender}}
        {{day}}

        This mail was written by duewatch, a program that follows action plans.

        """,
        "receipt.txt": """
        {{> head.txt}}
        {{#paragraphs}}
        {{.}}

        {{/paragraphs}}
        If this is not what you said, please reply to this mail and say so. It goes to {{replyTo}}, where a person reads it.
        {{> foot.txt}}

        """,
        "notice.txt": """
        {{> head.txt}}
        {{#paragraphs}}
        {{.}}

        {{/paragraphs}}
        {{> foot.txt}}

        """,
        "test.txt": """
        {{> head.txt}}
        This is a test. Nothing is asked of you; if you can read it, mail from duewatch reaches you.

        {{#paragraphs}}
        {{.}}

        {{/paragraphs}}
        {{> foot.txt}}

        """,
    ]
}
