"""A webhook receiver of another hand: it checks every signature with the `standardwebhooks` package, records what came,
and answers as it is told. A wrong or missing signature is answered 401 and recorded as such."""

import json
import ssl
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

from peers import free_port
from peers.certificates import Certificates

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NO_ANSWER = 0


@dataclass(frozen=True)
class Delivery:
    """One request: its Standard Webhooks headers, its parsed payload, whether the signature held, what we answered."""

    id: str
    timestamp: int
    payload: Any
    body: bytes
    headers: dict[str, str]  # names in lower case
    verified: str  # empty where the signature held, else why not
    status: int


class Server(ThreadingHTTPServer):
    # With the library's 5 the kernel drops what comes at once beyond them, and it comes again a second later.
    request_queue_size = 128


class Receiver:
    """Plain HTTP, or HTTPS where it is given certificates."""

    def __init__(self, certificates: Certificates | None = None) -> None:
        self.deliveries: list[Delivery] = []
        self.delay = 0.0  # seconds from a request to its answer
        self._script: list[tuple[int, dict[str, str]]] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._port = free_port()
        self._certificates = certificates
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        return f"{'https' if self._certificates else 'http'}://127.0.0.1:{self._port}/duewatch"

    def start(self) -> None:
        receiver = self
        self._closing.clear()

        class Request(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                receiver._take(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = Server(("127.0.0.1", self._port), Request)
        self._server.daemon_threads = True
        if self._certificates:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self._certificates.certificate, self._certificates.key)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Refuses connections from now on; `start` opens the same port again."""
        self._closing.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def forget(self) -> None:
        with self._lock:
            self.deliveries, self._script, self.delay = [], [], 0.0

    def answer_next(self, *answers: int | tuple[int, dict[str, str]]) -> None:
        """The statuses, with headers if given, of the next requests in order; `NO_ANSWER` leaves the sender without
        one. Afterwards 204 again."""
        with self._lock:
            self._script = [(answer, {}) if isinstance(answer, int) else answer for answer in answers]

    def _take(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("content-length", 0)))
        verified = self._verify(body, request)
        with self._lock:
            status, headers = self._script.pop(0) if self._script else (204, {})
            if verified:
                status = 401
            self.deliveries.append(Delivery(
                request.headers.get("webhook-id", ""), int(request.headers.get("webhook-timestamp", 0)),
                json.loads(body or b"null"), body,
                {name.lower(): value for name, value in request.headers.items()}, verified, status))
        if status == NO_ANSWER:
            self._closing.wait()
            return
        self._closing.wait(self.delay)
        try:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name, value)
            request.send_header("content-length", "0")
            request.end_headers()
        except ConnectionError:
            pass  # The sender was stopped, or killed, while it waited: cases do both.

    def _verify(self, body: bytes, request: BaseHTTPRequestHandler) -> str:
        try:
            Webhook(SECRET).verify(body, dict(request.headers.items()))
            return ""
        except WebhookVerificationError as error:
            return str(error)
