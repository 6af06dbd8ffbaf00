// The built-in templates: the files of `Templates`, in the program itself, so that it needs no file to run.

extension TemplateSet {
    /// By file name. A test holds that this names every file there is.
    static let builtInSources: [String: String] = [
        "answer.html": PackageResources.answer_html,
        "answer.txt": PackageResources.answer_txt,
        "correction.html": PackageResources.correction_html,
        "correction.txt": PackageResources.correction_txt,
        "entry.html": PackageResources.entry_html,
        "entry.txt": PackageResources.entry_txt,
        "foot.html": PackageResources.foot_html,
        "foot.txt": PackageResources.foot_txt,
        "head.html": PackageResources.head_html,
        "head.txt": PackageResources.head_txt,
        "introduction.html": PackageResources.introduction_html,
        "introduction.txt": PackageResources.introduction_txt,
        "letter.html": PackageResources.letter_html,
        "letter.txt": PackageResources.letter_txt,
        "notice.html": PackageResources.notice_html,
        "notice.txt": PackageResources.notice_txt,
        "receipt.html": PackageResources.receipt_html,
        "receipt.txt": PackageResources.receipt_txt,
        "reminder.html": PackageResources.reminder_html,
        "reminder.txt": PackageResources.reminder_txt,
        "reminders.html": PackageResources.reminders_html,
        "reminders.txt": PackageResources.reminders_txt,
        "test.html": PackageResources.test_html,
        "test.txt": PackageResources.test_txt,
        "thin.html": PackageResources.thin_html,
        "thin.txt": PackageResources.thin_txt,
    ].mapValues { String(decoding: $0, as: UTF8.self) }
}
