"""A webhook endpoint over TLS that does one thing wrong: in the handshake, while the request comes, or in its answer.
Source: RFC 9112."""

import email.utils
import re
import socket
import time
from dataclasses import dataclass
from typing import Any

from peers.wrongdoing import FLOOD, Gone, Wrongdoer

GOOD = b"HTTP/1.1 204 No Content\r\n\r\n"
DATE_AHEAD = 300  # seconds


@dataclass(frozen=True)
class Request:
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes


class BadEndpoint(Wrongdoer):
    def __init__(self, *arguments: Any) -> None:
        self.requests: list[Request] = []  # those that came whole
        self.taken: list[Request] = []  # of them, those that were not refused
        super().__init__(*arguments)

    def converse(self, connection: socket.socket) -> None:
        connection = self.secured(connection)
        while True:
            if self.is_due("request"):
                self.wrong(connection, self.does)
            head, body = self._until_headers(connection)
            if self.is_due("headers"):
                self.wrong(connection, self.does)
            lines = head.decode().split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
            while len(body) < int(headers.get("content-length", 0)):
                body += self._some(connection)
            request = Request(lines[0].split()[1], headers, body)
            self.requests.append(request)
            is_wrong = self.is_due("response")
            if not (is_wrong and re.match(r"reply [345]", self.does)):
                self.taken.append(request)
            if self.is_due("body"):
                self.wrong(connection, self.does)
            if is_wrong:
                self._answer_wrongly(connection)
            else:
                connection.sendall(GOOD)

    def _answer_wrongly(self, connection: socket.socket) -> None:
        match self.does.split(" ", 1):
            case ["reply", "100, then 204"]:
                connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD)
            case ["reply", words]:
                status, _, header = words.partition(" ")
                date = email.utils.formatdate(time.time() + DATE_AHEAD, usegmt=True)
                lines = [f"HTTP/1.1 {status} Words", "Content-Length: 2"] + ([header.format(date=date)] if header else [])
                connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\nno")
            case ["drip", *slowly]:
                self.drip(connection, GOOD, slowly=bool(slowly))
            case ["10", "MB"]:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % FLOOD + b"x" * FLOOD)
            case ["10", _]:
                connection.sendall(b"HTTP/1.1 204 No Content\r\n" + b"X-Much: %s\r\n" % (b"x" * 90) * (FLOOD // 100))
                connection.sendall(b"\r\n")
            case ["status", words]:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
                time.sleep(0.2)
                self.wrong(connection, words.rpartition(" ")[2])
            case _:
                self.wrong(connection, self.does)

    def _until_headers(self, connection: socket.socket) -> tuple[bytes, bytes]:
        octets = b""
        while b"\r\n\r\n" not in octets:
            octets += self._some(connection)
        head, _, body = octets.partition(b"\r\n\r\n")
        return head, body

    def _some(self, connection: socket.socket) -> bytes:
        some = connection.recv(65536)
        if not some:
            raise Gone
        return some
