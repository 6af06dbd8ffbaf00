"""What a peer that misbehaves has of its own: a socket, a scripted fault for the first connections or requests that come
to it, and a thread for each connection. Afterwards it does as it should."""

import socket
import ssl
import struct
import threading
import time

from peers.certificates import Certificates

FLOOD = 10_000_000
BABBLE = b"\x00\xff\x16 this is no protocol that anybody knows\r\n" * 3


class Gone(Exception):
    """The connection ended, by us or by the other side."""


class Wrongdoer:
    """Does wrong at one point `times` times; `patience` is how long the other side waits for an answer, in seconds."""

    def __init__(self, certificates: Certificates, at: str, does: str, times: int, patience: float) -> None:
        self.certificates, self.at, self.does, self.times, self.patience = certificates, at, does, times, patience
        self.faults: list[str] = []  # of our own making
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._sockets: list[socket.socket] = []
        self._listener = self._keep(socket.socket())
        self._listener.bind(("127.0.0.1", 0))  # nobody else has the port from here on; connections are refused
        self.port: int = self._listener.getsockname()[1]
        if at not in ("DNS", "connect"):
            self._listen()
        elif does == "hang":
            self._hang_connections()

    def _listen(self) -> None:
        self._listener.listen(64)
        threading.Thread(target=self._accept, daemon=True).start()

    def mend(self) -> None:
        """What no second connection could mend by itself."""
        if self.at in ("DNS", "connect"):
            self._listen()

    def stop(self) -> None:
        self._over.set()
        for each in self._sockets:
            each.close()

    def _hang_connections(self) -> None:
        """A queue of connections that is full: the next one gets no answer from the kernel."""
        self._listener.listen(0)
        for _ in range(2):
            filler = self._keep(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", self.port))

    def _keep(self, kept: socket.socket) -> socket.socket:
        self._sockets.append(kept)
        return kept

    def _accept(self) -> None:
        try:
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()
        except OSError:  # closed
            pass

    def _serve(self, connection: socket.socket) -> None:
        try:
            self.converse(connection)
        except (Gone, OSError):
            pass
        except Exception as error:  # a case must see it
            self.faults.append(repr(error))
        finally:
            connection.close()

    def converse(self, connection: socket.socket) -> None:
        raise NotImplementedError

    def is_due(self, at: str) -> bool:
        """Whether the fault is to happen here and now."""
        with self._lock:
            if at != self.at or self.times == 0:
                return False
            self.times -= 1
            return True

    def wrong(self, connection: socket.socket, does: str) -> None:
        """The faults that end a connection."""
        if does == "hang":
            self._over.wait(60)
        elif does == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif does == "babble":
            connection.sendall(BABBLE)
        elif does != "close":
            raise ValueError(f"no such fault: {does}")
        connection.close()
        raise Gone

    def drip(self, connection: socket.socket, octets: bytes, slowly: bool) -> None:
        """Byte by byte: within the other side's patience, or beyond it."""
        pause = (3 if slowly else 0.4) * self.patience / len(octets)
        for octet in octets:
            if self._over.is_set():
                raise Gone
            connection.sendall(bytes([octet]))
            time.sleep(pause)

    def secured(self, connection: socket.socket) -> ssl.SSLSocket:
        """TLS, with the certificate that the script asks for."""
        certificate = self.certificates.certificate
        if self.at == "TLS" and self.is_due("TLS"):
            wrong = {"certificate of a stranger": self.certificates.stranger,
                     "certificate of another host": self.certificates.elsewhere,
                     "certificate that has expired": self.certificates.expired}
            if self.does not in wrong:
                connection.recv(1)  # its ClientHello is there
                self.wrong(connection, self.does)
            certificate = wrong[self.does]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, self.certificates.key)
        return context.wrap_socket(connection, server_side=True)
