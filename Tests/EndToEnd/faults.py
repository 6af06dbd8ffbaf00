"""The fault matrix: what a peer can do wrong, and what becomes of the message. The one place where this is written:
`cases/faults.py` plays each row against the service, and `python3 Tests/EndToEnd/faults.py` prints docs/faults.md.

Each peer does wrong once (`times`) and then as it should, so that a row also tells whether the message gets there."""

from dataclasses import dataclass

ACCEPTED, NOW, GOOD, SILENT, LOCAL = "accepted", "refused for now", "refused for good", "no answer", "local fault"

# What each verdict leads to: state at the end, tries, what the ledger says, what the log says of the first try.
VERDICTS = {
    "delivered": ("delivered", 1, ["message_accepted"], "info message.accepted"),
    "retry": ("delivered", 2, ["message_deferred", "message_accepted"], "warning message.deferred"),
    "refused": ("refused", 1, ["message_refused"], "error message.refused"),
    "stop channel": ("delivered", 2, ["channel_stopped", "message_accepted"], "critical channel.stopped"),
    "retry, set aside": ("set_aside", 2, ["message_deferred", "message_set_aside"], "warning message.deferred"),
}


@dataclass(frozen=True)
class Cell:
    at: str  # the verb or phase
    does: str  # what the peer does, as the script of peers/bad_relay.py or bad_endpoint.py: "reset", "reply 550 no"
    outcome: str
    verdict: str
    says: str = ""  # in the log's `because`
    times: int = 1
    taken: int | None = None  # how often the peer has the message whole and has not refused it; None: once or never
    least: int = 0  # seconds that the next try keeps away, at least

    @property
    def is_ambiguous(self) -> bool:
        return self.outcome == SILENT

    @property
    def copies(self) -> int:
        return self.taken if self.taken is not None else int(self.verdict != "refused")

    @property
    def name(self) -> str:
        return f"{self.at}: {self.does}" + (" (twice)" if self.times > 1 else "")


MAIL = [
    Cell("DNS", "unknown", LOCAL, "retry", "resolve host"),
    Cell("connect", "refused", LOCAL, "retry", "connect"),
    Cell("connect", "hang", LOCAL, "retry", "time"),
    Cell("greeting", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("greeting", "reply 554 5.7.1 not you", NOW, "retry", "554 5.7.1"),
    Cell("greeting", "reset", LOCAL, "retry"),
    Cell("greeting", "close", LOCAL, "retry"),
    Cell("greeting", "hang", LOCAL, "retry", "time"),
    Cell("greeting", "drip", ACCEPTED, "delivered"),
    Cell("greeting", "drip too slowly", LOCAL, "retry", "time"),
    Cell("greeting", "10 MB", LOCAL, "retry", "too large"),
    Cell("greeting", "babble", LOCAL, "retry"),
    Cell("EHLO", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("EHLO", "reply 550 5.7.1 not you", NOW, "retry", "550 5.7.1"),
    Cell("EHLO", "reset", LOCAL, "retry"),
    Cell("EHLO", "hang", LOCAL, "retry", "time"),
    Cell("EHLO", "drip", ACCEPTED, "delivered"),
    Cell("EHLO", "10 MB", LOCAL, "retry", "too large"),
    Cell("STARTTLS", "not offered", LOCAL, "retry", "TLS is required"),
    Cell("STARTTLS", "reply 454 4.7.0 no TLS now", LOCAL, "retry", "TLS is required"),
    Cell("STARTTLS", "reset", LOCAL, "retry"),
    Cell("STARTTLS", "hang", LOCAL, "retry", "time"),
    Cell("STARTTLS", "drip", ACCEPTED, "delivered"),
    Cell("STARTTLS", "10 MB", LOCAL, "retry", "too large"),
    Cell("TLS", "reset", LOCAL, "retry"),
    Cell("TLS", "hang", LOCAL, "retry", "time"),
    Cell("TLS", "babble", LOCAL, "retry"),
    Cell("TLS", "certificate of a stranger", LOCAL, "retry", "certificate"),
    Cell("TLS", "certificate of another host", LOCAL, "retry", "subject name"),
    Cell("TLS", "certificate that has expired", LOCAL, "retry", "certificate"),
    Cell("AUTH", "not offered", ACCEPTED, "delivered"),
    Cell("AUTH", "reply 454 4.7.0 not now", NOW, "retry", "454 4.7.0"),
    Cell("AUTH", "reply 535 5.7.8 wrong", GOOD, "stop channel", "535 5.7.8"),
    Cell("AUTH", "reset", LOCAL, "retry"),
    Cell("AUTH", "hang", LOCAL, "retry", "time"),
    Cell("AUTH", "drip", ACCEPTED, "delivered"),
    Cell("AUTH", "10 MB", LOCAL, "retry", "too large"),
    Cell("MAIL", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("MAIL", "reply 451 4.3.0 later", NOW, "retry", "451 4.3.0"),
    Cell("MAIL", "reply 550 5.7.1 not from you", GOOD, "refused", "550 5.7.1"),
    Cell("MAIL", "reset", LOCAL, "retry"),
    Cell("MAIL", "hang", LOCAL, "retry", "time"),
    Cell("MAIL", "drip", ACCEPTED, "delivered"),
    Cell("MAIL", "10 MB", LOCAL, "retry", "too large"),
    Cell("RCPT", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("RCPT", "reply 450 4.2.0 greylisted", NOW, "retry", "450 4.2.0"),
    Cell("RCPT", "reply 550 5.1.1 nobody", GOOD, "refused", "550 5.1.1"),
    Cell("RCPT", "reply 552 5.2.2 no room", NOW, "retry", "552 5.2.2"),
    Cell("RCPT", "reply 552 5.3.4 too big", GOOD, "refused", "552 5.3.4"),
    Cell("RCPT", "reset", LOCAL, "retry"),
    Cell("RCPT", "hang", LOCAL, "retry", "time"),
    Cell("RCPT", "drip", ACCEPTED, "delivered"),
    Cell("RCPT", "10 MB", LOCAL, "retry", "too large"),
    Cell("DATA", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("DATA", "reply 451 4.3.0 later", NOW, "retry", "451 4.3.0"),
    Cell("DATA", "reply 554 5.7.1 no", GOOD, "refused", "554 5.7.1"),
    Cell("DATA", "reset", LOCAL, "retry"),
    Cell("DATA", "hang", LOCAL, "retry", "time"),
    Cell("DATA", "drip", ACCEPTED, "delivered"),
    Cell("DATA", "10 MB", LOCAL, "retry", "too large"),
    Cell("body", "reset", SILENT, "retry"),
    Cell("body", "hang", SILENT, "retry"),
    Cell("final dot", "drip", ACCEPTED, "delivered"),
    Cell("final dot", "drip too slowly", SILENT, "retry", taken=2),
    Cell("final dot", "10 MB", SILENT, "retry", "too large", taken=2),
    Cell("final dot", "reply 421 4.3.2 not now", NOW, "retry", "421 4.3.2"),
    Cell("final dot", "reply 450 4.2.0 later", NOW, "retry", "450 4.2.0"),
    Cell("final dot", "reply 550 5.7.1 spam", GOOD, "refused", "550 5.7.1"),
    Cell("final dot", "reply 552 5.3.4 too big", GOOD, "refused", "552 5.3.4"),
    Cell("final dot", "reset", SILENT, "retry", taken=2),
    Cell("final dot", "close", SILENT, "retry", taken=2),
    Cell("final dot", "hang", SILENT, "retry", taken=2),
    Cell("final dot", "hang", SILENT, "retry, set aside", times=2, taken=2),
    Cell("QUIT", "reset", ACCEPTED, "delivered"),
    Cell("QUIT", "hang", ACCEPTED, "delivered"),
    Cell("QUIT", "10 MB", ACCEPTED, "delivered"),
]

WEBHOOK = [
    Cell("DNS", "unknown", LOCAL, "retry", "resolve host"),
    Cell("connect", "refused", LOCAL, "retry", "connect"),
    Cell("connect", "hang", LOCAL, "retry", "time"),
    Cell("connect", "a private address", LOCAL, "retry", "allow it, or private addresses"),
    Cell("TLS", "reset", LOCAL, "retry"),
    Cell("TLS", "hang", LOCAL, "retry", "time"),
    Cell("TLS", "babble", LOCAL, "retry"),
    Cell("TLS", "certificate of a stranger", LOCAL, "retry", "certificate"),
    Cell("TLS", "certificate of another host", LOCAL, "retry", "subject name"),
    Cell("TLS", "certificate that has expired", LOCAL, "retry", "certificate"),
    Cell("request", "reset", SILENT, "retry"),
    Cell("request", "hang", SILENT, "retry", "time"),
    Cell("headers", "reset", SILENT, "retry"),
    Cell("headers", "hang", SILENT, "retry", "time"),
    Cell("body", "reset", SILENT, "retry", taken=2),
    Cell("body", "close", SILENT, "retry", taken=2),
    Cell("body", "hang", SILENT, "retry", "time", taken=2),
    Cell("response", "babble", SILENT, "retry", taken=2),
    Cell("response", "drip", ACCEPTED, "delivered"),
    Cell("response", "drip too slowly", SILENT, "retry", "time", taken=2),
    Cell("response", "10 MB", ACCEPTED, "delivered"),
    Cell("response", "10 MB of headers", ACCEPTED, "delivered"),
    Cell("response", "status line, then hang", ACCEPTED, "delivered"),
    Cell("response", "status line, then reset", ACCEPTED, "delivered"),
    Cell("response", "reply 100, then 204", ACCEPTED, "delivered"),
    Cell("response", "reply 301 Location: /elsewhere", GOOD, "refused", "301"),
    Cell("response", "reply 307 Location: /elsewhere", GOOD, "refused", "307"),
    Cell("response", "reply 400", GOOD, "refused", "400"),
    Cell("response", "reply 401", GOOD, "stop channel", "401"),
    Cell("response", "reply 403", GOOD, "refused", "403"),
    Cell("response", "reply 404", GOOD, "refused", "404"),
    Cell("response", "reply 408", NOW, "retry", "408"),
    Cell("response", "reply 410", GOOD, "stop channel", "410"),
    Cell("response", "reply 413", GOOD, "refused", "413"),
    Cell("response", "reply 429", NOW, "retry", "429", least=60),
    Cell("response", "reply 429 Retry-After: 300", NOW, "retry", "429", least=300),
    Cell("response", "reply 429 Retry-After: {date}", NOW, "retry", "429", least=240),
    Cell("response", "reply 429 Retry-After: soon", NOW, "retry", "429", least=60),
    Cell("response", "reply 500", NOW, "retry", "500"),
    Cell("response", "reply 502", NOW, "retry", "502"),
    Cell("response", "reply 503 Retry-After: 300", NOW, "retry", "503", least=300),
    Cell("response", "reply 504", NOW, "retry", "504"),
]

MEANS = {
    "unknown": "the name is not found", "refused": "refuses the connection", "reset": "resets the connection",
    "close": "closes the connection", "hang": "says nothing more", "drip": "answers byte by byte, in time",
    "drip too slowly": "answers byte by byte, beyond the time", "10 MB": "answers with 10 MB", "babble": "answers with babble",
    "not offered": "does not offer it", "a private address": "leads to a private address",
    "10 MB of headers": "answers with 10 MB of headers", "certificate of a stranger": "shows a certificate that nobody trusts",
    "certificate of another host": "shows a certificate for another name",
    "certificate that has expired": "shows a certificate that has expired",
    "status line, then hang": "answers 200 and then says nothing more",
    "status line, then reset": "answers 200 and then resets the connection",
}
FOLLOWS = {
    "delivered": "delivered", "retry": "tried again, and delivered", "refused": "not tried again; the administrator is told",
    "stop channel": "the channel stops; delivered after `duewatch resume`",
    "retry, set aside": "tried again; set aside; the administrator is told",
}
HEAD = """\
# What becomes of a message when the other side fails

Each row is played against the service in the tests, against a server that does this one thing wrong and is in order
afterwards. This page is made from the same table. [How messages leave](delivery.md) has the rules behind it.

Every row ends in a message that was delivered, or in one that the administrator was told of. A message that the other
side has twice is one that may have arrived at the first try: its outcome is *no answer*, the log and the ledger say
`may_have_arrived`, and both are the same bytes under the same id and date. No other row repeats anything.

The verdict decides what is written:

| verdict | ledger | log |
|---|---|---|
| delivered | `message_accepted` | info `message.accepted` |
| tried again | `message_deferred` | warning `message.deferred`, with `retry_at`, `because`, `may_have_arrived` |
| refused | `message_refused` | error `message.refused`, with `because` |
| channel stops | `channel_stopped` | critical `channel.stopped`, with `because` and `do` |
| set aside | `message_set_aside` | error `message.set_aside`, with `because` |
"""


def does(cell: Cell) -> str:
    if not cell.does.startswith("reply "):
        return MEANS[cell.does] + (", twice in a row" if cell.times > 1 else "")
    return "answers " + cell.does.removeprefix("reply ").replace("{date}", "(a date)")


def table(cells: list[Cell]) -> list[str]:
    lines = ["| at | the other side | outcome | what follows | has it | the log says |", "|---|---|---|---|---|---|"]
    for cell in cells:
        pause = f", after {cell.least} s at least" if cell.least else ""
        copies = {0: "no", 1: "once", 2: "twice, the same"}[cell.copies]
        lines.append(f"| {cell.at} | {does(cell)} | {cell.outcome} | {FOLLOWS[cell.verdict]}{pause} | {copies} | "
                     f"{f'`{cell.says}`' if cell.says else ''} |")
    return lines


def page() -> str:
    sections = [("Mail", MAIL), ("Webhooks", WEBHOOK)]
    return HEAD + "".join(f"\n## {title}\n\n" + "\n".join(table(cells)) + "\n" for title, cells in sections)


if __name__ == "__main__":
    print(page(), end="")
