"""Cases and how they are run: each is a function with a sentence, a fresh workspace, and peers that are started when
first asked for and stopped at the end. A case passes, or says what was expected and what was found."""

import shutil
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from peers.certificates import Certificates, make_certificates
from peers.postfix import Postfix
from peers.receiver import Receiver
from peers.relay import Relay

ROOT = Path(__file__).resolve().parents[2]
PLANS = ROOT.parent / "shared" / "plans"  # two published plans; not part of the repository
Value = TypeVar("Value")

# Seconds after which what ought to happen counts as never happening. No case passes or fails on how long a thing takes,
# so this is far beyond what the slowest machine needs.
NEVER = 180


class Failed(Exception):
    """What a case expected and did not find."""


class Absent(Exception):
    """What a case needs is not on this machine; said aloud, never counted as passed."""


def expect(condition: object, sentence: str) -> None:
    if not condition:
        raise Failed(sentence)


def expect_equal(found: object, expected: object, what: str) -> None:
    expect(found == expected, f"{what}: expected {expected!r}, found {found!r}")


def wait_until(condition: Callable[[], Value], what: str, seconds: float = NEVER) -> Value:
    """The first true value of the condition; fails after the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.05)
    raise Failed(f"{what}: not within {seconds:g} s")


@dataclass(frozen=True)
class Case:
    sentence: str
    run: Callable[["World"], None]


CASES: list[Case] = []


def case(sentence: str) -> Callable[[Callable[["World"], None]], Callable[["World"], None]]:
    def register(function: Callable[["World"], None]) -> Callable[["World"], None]:
        CASES.append(Case(sentence, function))
        return function

    return register


class World:
    """One case's surroundings: an empty directory, the binary, and the peers, which all cases share."""

    def __init__(self, peers: "Peers", binary: Path, directory: Path) -> None:
        self.peers, self.binary, self.directory = peers, binary, directory
        self._undo: list[Callable[[], Any]] = []

    def finally_do(self, undo: Callable[[], Any]) -> None:
        """Runs when the case is over, however it ended; the last first."""
        self._undo.append(undo)

    def close(self) -> None:
        while self._undo:
            self._undo.pop()()


class Peers:
    def __init__(self, home: Path) -> None:
        self.home = home
        self._started: list[Any] = []

    def _start(self, peer: Value) -> Value:
        self._started.append(peer)
        peer.start()  # type: ignore[attr-defined]
        return peer

    @cached_property
    def certificates(self) -> Certificates:
        return make_certificates(self.home / "certificates")

    @cached_property
    def postfix(self) -> Postfix:
        return self._start(Postfix(self.home / "postfix", self.certificates))

    @cached_property
    def relay(self) -> Relay:
        return self._start(Relay())

    @cached_property
    def receiver(self) -> Receiver:
        return self._start(Receiver(self.certificates))

    def reset(self) -> None:
        """Forgets what earlier cases sent and scripted."""
        for peer in self._started:
            peer.forget()

    def stop(self) -> None:
        while self._started:
            self._started.pop().stop()


def run(binary: Path, wanted: list[str]) -> int:
    """Runs the cases whose sentence contains one of the wanted words, or all; the exit status."""
    home = Path(tempfile.mkdtemp(prefix="duewatch-e2e-"))
    home.chmod(0o755)  # Postfix's own users must get through
    peers = Peers(home)
    passed, absent, failures = 0, 0, []
    try:
        for number, each in enumerate(CASES):
            if wanted and not any(word in each.sentence for word in wanted):
                continue
            directory = home / f"case-{number}"
            directory.mkdir()
            world = World(peers, binary, directory)
            begun = time.monotonic()
            try:
                peers.reset()
                each.run(world)
                outcome, passed = "passed", passed + 1
            except Absent as reason:
                outcome, absent = f"ABSENT: {reason}", absent + 1
            except Failed as reason:
                outcome = f"FAILED: {reason}"
            except Exception:
                outcome = f"FAILED:\n{traceback.format_exc()}"
            finally:
                world.close()
            if outcome.startswith("FAILED"):
                failures.append(f"{each.sentence}: {shortened(outcome)}")
            print(f"{time.monotonic() - begun:6.1f} s  {each.sentence}: {outcome}", flush=True)
    finally:
        peers.stop()
        shutil.rmtree(home, ignore_errors=True)
    if absent:
        print(f"{absent} not run: what they need is absent, as said above")
    for failure in failures:  # again, where whoever reads the end of a long log finds them
        print(failure)
    print(f"{passed} passed, {len(failures)} failed")
    return 0 if passed and not failures else 1


def shortened(text: str, most: int = 2000) -> str:
    """The text, without its middle if it is long."""
    return text if len(text) <= most else f"{text[:most // 2]}\n[...]\n{text[-most // 2:]}"
