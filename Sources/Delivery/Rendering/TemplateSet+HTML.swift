// The built-in templates for HTML: the very text of `Config/templates/*.html`, which a test compares.
// Change both together.

extension TemplateSet {
    static let builtInHTML: [String: String] = [
        "reminder.html": """
        {{> head.html}}
        {{#entries}}
        <p style="margin: 0 0 16px;">{{situation}} <strong>{{ask}}</strong></p>
        {{> entry.html}}
        {{#next}}
        <p style="margin: 0 0 12px;">{{next}}</p>
        {{/next}}
        {{/entries}}
        {{^isCopy}}
        {{> answer.html}}
        {{/isCopy}}
        {{> foot.html}}

        """,
        "reminders.html": """
        {{> head.html}}
        <p style="margin: 0 0 16px;">{{count}} targets of the plan “{{plan.title}}” {{#hasCopy}}concern you. The most urgent comes first.{{/hasCopy}}{{^hasCopy}}need an answer from you. The most urgent comes first. One reply can answer them all.{{/hasCopy}}</p>
        {{#entries}}
        <h2 style="margin: 24px 0 8px; padding: 12px 0 0; border-top: 1px solid #8a9299; font-size: 19px; line-height: 1.3;">{{number}}. {{reference}}: {{standing}}</h2>
        {{#standInHere}}
        <p style="margin: 0 0 12px;">{{standInHere}}</p>
        {{/standInHere}}
        <p style="margin: 0 0 12px;">{{situation}} {{ask}}</p>
        {{> entry.html}}
        {{#next}}
        <p style="margin: 0 0 12px;">{{next}}</p>
        {{/next}}
        {{/entries}}
        {{^isCopy}}
        {{> answer.html}}
        {{/isCopy}}
        {{> foot.html}}

        """,
        "letter.html": """
        {{> head.html}}
        <p style="margin: 0 0 16px;">We have begun to follow the target dates of the plan “{{plan.title}}”. {{#isOne}}One of them{{/isOne}}{{^isOne}}{{count}} of them{{/isOne}}{{^standIn}}{{^note}}, in your name,{{/note}}{{/standIn}} had passed by then, and no answer to {{#isOne}}it{{/isOne}}{{^isOne}}them{{/isOne}} is recorded. You have missed no earlier message: this is the first.</p>
        {{#isCopy}}
        <p style="margin: 0 0 16px;">Nothing is asked of you here.</p>
        {{/isCopy}}
        {{^isCopy}}
        <p style="margin: 0 0 16px;"><strong>Please tell us where {{#isOne}}it stands{{/isOne}}{{^isOne}}each of them stands{{/isOne}}.</strong>{{^isOne}} One reply can answer them all.{{/isOne}}</p>
        {{/isCopy}}
        {{#entries}}
        <h2 style="margin: 24px 0 8px; padding: 12px 0 0; border-top: 1px solid #8a9299; font-size: 19px; line-height: 1.3;">{{number}}. {{reference}}: {{standing}}</h2>
        {{#standInHere}}
        <p style="margin: 0 0 12px;">{{standInHere}}</p>
        {{/standInHere}}
        {{> entry.html}}
        {{#next}}
        <p style="margin: 0 0 12px;">{{next}}</p>
        {{/next}}
        {{/entries}}
        {{^isCopy}}
        {{> answer.html}}
        {{/isCopy}}
        {{> foot.html}}

        """,
        "entry.html": """
        <table style="border-collapse: collapse; width: 100%; margin: 0 0 12px;">
        {{#isOne}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Reference</th><td style="padding: 3px 0; vertical-align: top;"><strong>{{reference}}</strong></td></tr>
        {{/isOne}}
        {{#action}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Action</th><td style="padding: 3px 0; vertical-align: top;">{{action}}</td></tr>
        {{/action}}
        {{#milestone}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Milestone</th><td style="padding: 3px 0; vertical-align: top;">{{milestone}}</td></tr>
        {{/milestone}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Target date</th><td style="padding: 3px 0; vertical-align: top;">{{date}}</td></tr>
        {{#late}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Late</th><td style="padding: 3px 0; vertical-align: top;">{{late}}</td></tr>
        {{/late}}
        {{#firstDate}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">First date</th><td style="padding: 3px 0; vertical-align: top;">{{firstDate}}</td></tr>
        {{/firstDate}}
        {{#owner}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Owner</th><td style="padding: 3px 0; vertical-align: top;">{{owner}}</td></tr>
        {{/owner}}
        {{#jointOwners}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">{{jointLabel}}</th><td style="padding: 3px 0; vertical-align: top;">{{jointOwners}}</td></tr>
        {{/jointOwners}}
        {{#isOne}}
        <tr><th scope="row" style="width: 110px; padding: 3px 12px 3px 0; text-align: left; vertical-align: top; font-weight: normal; opacity: 0.75;">Plan</th><td style="padding: 3px 0; vertical-align: top;">{{plan.title}}</td></tr>
        {{/isOne}}
        </table>
        <p style="margin: 0 0 12px; padding: 0 0 0 12px; border-left: 4px solid #8a9299;"><strong>{{recommendation}}</strong><br>{{recommendationText}}</p>

        """,
        "answer.html": """
        <h2 style="margin: 24px 0 8px; font-size: 19px; line-height: 1.3;">How to answer</h2>
        <p style="margin: 0 0 8px;">Reply to this mail and quote the reference{{#isSeveral}} of each{{/isSeveral}}, with one of these:</p>
        <ul style="margin: 0 0 8px; padding-left: 24px;">
        {{#asksForDate}}
        <li><strong>done</strong>, and on which day</li>
        <li><strong>on track</strong>, and until which day you want no reminder</li>
        <li><strong>a new date</strong>, and why</li>
        {{/asksForDate}}
        {{#asksForEvidence}}
        <li><strong>still being done</strong>, and what shows it</li>
        <li><strong>no longer done</strong>, and why</li>
        {{/asksForEvidence}}
        <li><strong>not mine</strong>, and whose it is if you know</li>
        </ul>
        <p style="margin: 0;">One line is enough. Your reply goes to {{replyTo}}, where a person reads it.</p>

        """,
        "head.html": """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{subject}}</title>
        <style>:root { color-scheme: light dark; }</style>
        </head>
        <body style="margin: 0; padding: 16px; font-family: Arial, Helvetica, sans-serif; font-size: 16px; line-height: 1.5;">
        <div style="max-width: 600px; margin: 0 auto;">
        {{#rehearsal}}
        <p style="margin: 0 0 16px; padding: 8px 12px; border: 2px solid #b58840;"><strong>{{rehearsal}}</strong></p>
        {{/rehearsal}}
        {{#standIn}}
        <p style="margin: 0 0 16px; padding: 8px 12px; border-left: 4px solid #b58840;">{{standIn}} {{standInAdvice}}</p>
        {{/standIn}}
        {{^standIn}}
        <p style="margin: 0 0 16px;">Dear {{name}},</p>
        {{#note}}
        <p style="margin: 0 0 16px; padding: 8px 12px; border-left: 4px solid #b58840;">{{note}}</p>
        {{/note}}
        {{/standIn}}

        """,
        "foot.html": """
        <p style="margin: 24px 0 0;">{{sender}}<br>{{day}}</p>
        <p style="margin: 16px 0 0; font-size: 14px; opacity: 0.75;">This mail was written by duewatch, a program that follows action plans.</p>
        </div>
        </body>
        </html>

        """,
        "receipt.html": """
        {{> head.html}}
        {{#paragraphs}}
        <p style="margin: 0 0 16px;">{{.}}</p>
        {{/paragraphs}}
        <p style="margin: 0 0 16px;">If this is not what you said, please reply to this mail and say so. It goes to {{replyTo}}, where a person reads it.</p>
        {{> foot.html}}

        """,
        "notice.html": """
        {{> head.html}}
        {{#paragraphs}}
        <p style="margin: 0 0 16px;">{{.}}</p>
        {{/paragraphs}}
        {{> foot.html}}

        """,
        "test.html": """
        {{> head.html}}
        <p style="margin: 0 0 16px;">This is a test. Nothing is asked of you; if you can read it, mail from duewatch reaches you.</p>
        {{#paragraphs}}
        <p style="margin: 0 0 16px;">{{.}}</p>
        {{/paragraphs}}
        {{> foot.html}}

        """,
    ]
}
