"""The program under test: one directory with a configuration and a register, the command line, and the service."""

import json
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness import NEVER, World, expect, wait_until
from peers import postfix, receiver

ADMINISTRATOR = f"administrator@{postfix.DOMAIN}"

WEBHOOK = "receiver"  # the endpoint's name, as owners files refer to it

# Nobody is introduced to a plan unless a case is about it, so that a late target is told at once.
CONFIGURATION = """\
introduction: {introduction}
register: {directory}/register.sqlite
delivery:
  mode: {mode}
  folder: {directory}/folder
  allowed-domains: [{domain}]
administrator:
  name: The Administrator
  email: {administrator}
mail:
  sender:
    name: duewatch
    address: duewatch@{domain}
  reply-to: answers@{domain}
  relay:
{relay}
webhooks:
  {webhook}:
    url: {url}
    secret-file: {directory}/webhook-secret
{endpoint}log:
  format: logfmt
  level: {level}
"""

ENDPOINT = """\
    allow-private-addresses: true
    ca-file: {authority}
"""

POSTFIX = """\
    host: localhost
    port: {port}
    tls: required
    user: {user}
    password-file: {directory}/smtp-password
    ca-file: {authority}"""

PLAIN_RELAY = """\
    host: 127.0.0.1
    port: {plain}
    tls: none"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def __str__(self) -> str:
        return f"exit {self.code}\n--- out\n{self.out[-2000:]}\n--- err\n{self.err[-2000:]}"


class Installation:
    """Everything of one duewatch in one directory; mail goes to the private Postfix, or to the plain relay that can be
    told what to answer; webhooks go to the receiver."""

    def __init__(self, world: World, plain_relay: bool = False, mode: str = "live", level: str = "info") -> None:
        self.world, self.directory = world, world.directory
        self.plain_relay, self.mode, self.level = plain_relay, mode, level
        self.endpoint = ENDPOINT.format(authority=world.peers.certificates.authority)  # more lines of the webhook
        self.introduction = "false"
        self.ahead = 0  # seconds by which commands and services from now on are ahead of everybody else here
        self.configuration = self.directory / "duewatch.yaml"
        self.register = self.directory / "register.sqlite"
        self.folder = self.directory / "folder"
        self.secret("smtp-password", postfix.PASSWORD)
        self.secret("webhook-secret", receiver.SECRET)
        self.configure()

    def configure(self, extra: str = "") -> None:
        """Writes the settings file anew, with more lines at its end."""
        peers = self.world.peers
        values = dict(directory=self.directory, domain=postfix.DOMAIN, administrator=ADMINISTRATOR, webhook=WEBHOOK,
                      authority=peers.certificates.authority, url=peers.receiver.url, mode=self.mode, level=self.level,
                      endpoint=self.endpoint, introduction=self.introduction)
        if self.plain_relay:
            relay = PLAIN_RELAY.format(plain=peers.relay.port)
        else:
            relay = POSTFIX.format(port=peers.postfix.port, user=postfix.USER, **values)
        self.configuration.write_text(CONFIGURATION.format(relay=relay, **values) + extra)

    def run(self, *arguments: object, stdin: str = "", code: int | None = 0, seconds: float = NEVER,
            user: int | None = None) -> Result:
        """One command, with this configuration. Fails where the exit status is not the one expected (None: any)."""
        command = [self.world.binary, *map(str, arguments), "--config", self.configuration]
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=seconds, cwd=self.directory,
                              env=self.environment, user=user, extra_groups=[] if user else None)
        result = Result(done.returncode, done.stdout, done.stderr)
        expect(result.code >= 0, f"{arguments[0]} died of {signal.Signals(-min(result.code, 0) or 1).name}: {result}")
        expect(code is None or result.code == code, f"{' '.join(map(str, arguments))}: expected exit {code}, {result}")
        return result

    def serve(self) -> "Service":
        """A service that has said that it started."""
        service = Service(self)
        service.wait_for_log("event=service.started")
        return service

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"CLOCK_SHIFT": str(int(os.environ["CLOCK_SHIFT"]) + self.ahead)}

    def secret(self, name: str, value: str) -> None:
        path = self.directory / name
        path.write_text(value + "\n")
        path.chmod(0o600)


class Service:
    """`duewatch serve`, running until the case is over at the latest."""

    def __init__(self, installation: Installation) -> None:
        self.log_path = installation.directory / f"serve-{time.monotonic_ns()}.log"
        command = [installation.world.binary, "serve", "--config", installation.configuration]
        with self.log_path.open("wb") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            cwd=installation.directory, env=installation.environment)
        installation.world.finally_do(self.kill)

    @property
    def log(self) -> str:
        return self.log_path.read_text(errors="replace")

    def wait_for_log(self, pattern: str, seconds: float = NEVER) -> str:
        def found() -> str | None:
            expect(self.process.poll() is None or re.search(pattern, self.log),
                   f"serve ended with {self.process.returncode} before it said {pattern!r}:\n{self.log[-3000:]}")
            match = re.search(pattern, self.log)
            return match.group(0) if match else None

        return wait_until(found, f"{pattern!r} in the log", seconds)

    def kill(self) -> None:
        """kill -9."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def reload(self) -> None:
        """SIGHUP."""
        self.process.send_signal(signal.SIGHUP)

    def stop(self, seconds: float = NEVER) -> int:
        """SIGTERM; the exit status once it has drained."""
        self.process.terminate()
        return self.process.wait(seconds)

    @property
    def peak_memory_kb(self) -> int:
        return int(self._status("VmHWM"))

    def wakeups(self) -> int:
        """Times any thread of it has been woken so far: voluntary context switches of all its threads."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text(), re.M)[1])
                   for task in tasks)

    def _status(self, field: str) -> str:
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return re.search(rf"^{field}:\s*(\d+)", text, re.M)[1]

