"""An SMTP relay, with STARTTLS and AUTH, that does one thing wrong: at a verb, at the greeting, in TLS, in the body or at
its end. Source of the verbs: RFC 5321, 3207, 4954."""

import socket
from typing import Any

from peers.wrongdoing import FLOOD, Gone, Wrongdoer

GOOD = {
    "greeting": "220 relay.test ESMTP", "STARTTLS": "220 go ahead", "AUTH": "235 2.7.0 welcome", "MAIL": "250 2.1.0 yes",
    "RCPT": "250 2.1.5 yes", "DATA": "354 go on", "final dot": "250 2.0.0 taken", "QUIT": "221 2.0.0 bye",
    "RSET": "250 2.0.0 yes", "NOOP": "250 2.0.0 yes",
}


class BadRelay(Wrongdoer):
    def __init__(self, *arguments: Any) -> None:
        self.taken: list[bytes] = []  # messages that came whole and were not refused
        super().__init__(*arguments)

    def converse(self, connection: socket.socket) -> None:
        is_secure = False
        self._answer(connection, "greeting")
        while line := self._line(connection):
            verb = line[:4].upper().decode()
            if verb in ("EHLO", "HELO"):
                self._answer(connection, "EHLO", self._offers(is_secure))
            elif verb == "STAR":
                self._answer(connection, "STARTTLS")
                connection, is_secure = self.secured(connection), True
            elif verb == "DATA":
                self._answer(connection, "DATA")
                self._take(connection)
            elif line.strip().upper() == b"AUTH PLAIN":  # the password comes on a line of its own
                connection.sendall(b"334 \r\n")
                self._line(connection)
                self._answer(connection, "AUTH")
            else:
                self._answer(connection, verb)
                if verb == "QUIT":
                    return

    def _offers(self, is_secure: bool) -> str:
        offers = ["relay.test", "8BITMIME"]
        for keyword, offer in [("STARTTLS", "STARTTLS"), ("AUTH", "AUTH PLAIN")]:
            is_hidden = self.does == "not offered" and self.is_due(keyword)
            if is_secure == (keyword == "AUTH") and not is_hidden:
                offers.append(offer)
        return "\r\n".join(f"250{' ' if offer is offers[-1] else '-'}{offer}" for offer in offers)

    def _take(self, connection: socket.socket) -> None:
        if self.is_due("body"):
            self.wrong(connection, self.does)
        body = b""
        while not body.endswith(b"\r\n.\r\n"):
            some = connection.recv(65536)
            if not some:
                raise Gone
            body += some
        is_refused = self.at == "final dot" and self.does.startswith("reply") and self.times > 0
        if not is_refused:
            self.taken.append(body)
        self._answer(connection, "final dot")

    def _answer(self, connection: socket.socket, at: str, good: str | None = None) -> None:
        octets = ((good or GOOD.get(at, "502 5.5.1 what?")) + "\r\n").encode()
        if not self.is_due(at):
            return connection.sendall(octets)
        code = octets[:3]
        match self.does.split(" ", 1):
            case ["reply", words]:
                connection.sendall(words.encode() + b"\r\n")
                if words.startswith("421") or at == "greeting":
                    raise Gone
                if at == "DATA" or at == "STARTTLS":
                    self.converse_on(connection)
            case ["drip", *slowly]:
                self.drip(connection, octets, slowly=bool(slowly))
            case ["10", _]:
                line = code + b"-" + b"x" * 70 + b"\r\n"
                connection.sendall(line * (FLOOD // len(line)) + octets)
            case _:
                self.wrong(connection, self.does)

    def converse_on(self, connection: socket.socket) -> None:
        """After a refused DATA or STARTTLS there is nothing to take or secure."""
        while line := self._line(connection):
            self._answer(connection, line[:4].upper().decode())
        raise Gone

    def _line(self, connection: socket.socket) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            one = connection.recv(1)
            if not one:
                return b""
            line += one
        return line
