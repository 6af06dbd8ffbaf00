"""A plain SMTP relay on loopback that records every attempt and answers as it is told: for refusals, greylisting, an
answer that never comes. No TLS, no AUTH; the private Postfix is there for those."""

import asyncio
import email
import email.policy
import threading
from collections.abc import Callable
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from peers import free_port


@dataclass(frozen=True)
class Attempt:
    """One message offered: its envelope, its bytes, and what we answered."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    answer: str

    @property
    def id(self) -> str:
        return email.message_from_bytes(self.content, policy=email.policy.default)["Message-ID"]


class Relay:
    def __init__(self) -> None:
        self.attempts: list[Attempt] = []
        self.delay = 0.0  # seconds from the end of DATA to the answer
        self.before_answer: Callable[[], object] | None = None  # done when a message is taken, before we answer
        self._script: list[str] = []
        self._lock = threading.Lock()
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    @property
    def port(self) -> int:
        return self._controller.port

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    def forget(self) -> None:
        with self._lock:
            self.attempts, self._script, self.delay, self.before_answer = [], [], 0.0, None

    def answer_next(self, *answers: str) -> None:
        """What the next messages are answered after DATA, in order; `""` leaves the sender without an answer.
        Afterwards every message is accepted again."""
        with self._lock:
            self._script = list(answers)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        with self._lock:
            answer = self._script.pop(0) if self._script else "250 2.0.0 recorded"
            self.attempts.append(Attempt(envelope.mail_from or "", tuple(envelope.rcpt_tos),
                                         envelope.original_content or b"", answer))
        if self.before_answer:
            self.before_answer()
        await asyncio.sleep(self.delay if answer else 3600)
        return answer
