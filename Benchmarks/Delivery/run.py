"""run.py BINARY: what delivery costs, beside plain C loops of libcurl, in the same run.

    .venv/bin/python Benchmarks/Delivery/run.py .build/release/duewatch [WORD...] [--rows N] [--rounds N]

The register is made by the commands that an administrator uses: import, owners, arm. It is filled while sending is
paused, so that all messages wait; then each round copies it, resumes, starts `serve` against a sink of our own, and takes
the time from the first request to the last, and the CPU of the process until all is settled. Rounds take turns with the
C loop over a table of its own, and over the outbox of a copy of the same register: the rows alone, nothing decided or
rendered.
Words: webhooks, mails, latency, memory and mail-memory; without any, the first three.
Nobody is introduced, which would make one message of all that an owner has.
`perf`: as `webhooks`, one round, with `perf record` beside it."""

import argparse
import json
import mmap
import os
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = HERE.parents[1] / "Tests" / "EndToEnd"
TICK = os.sysconf("SC_CLK_TCK")

CONFIGURATION = """\
register: {register}
delivery: {{mode: live, allowed-domains: [example.org]}}
administrator: {{name: The Administrator, email: administrator@example.org}}
mail:
  sender: {{name: duewatch, address: duewatch@example.org}}
  reply-to: answers@example.org
  relay: {{host: 127.0.0.1, port: {smtp}, tls: none, sessions: 8}}
webhooks:
  sink: {{url: "http://127.0.0.1:{http}/in", secret-file: {secret}, allow-http: true, allow-private-addresses: true}}
brake: {{messages: 1000000, per-person: 10000}}
introduction: false
log: {{format: logfmt, level: info}}
"""

ROW = ["{n}", "The harbour master should make sure that pump {n} of the inner basin works at every tide, and that its log is "
       "kept where the inspector can read it without asking for it first.", "Agreed",
       "The crew will mend pump {n} of the harbour, test it at the spring tide, and hand its log to the office every month.",
       "Head of Pump {owner}, Inner Basin, Harbour Office", "31 March 2026"]
# A mail gathers all that one reader is told of a plan, a webhook is one reminder: owners, and rows of one plan.
SHAPES = {"webhooks": (100, 50_000), "mails": (50_000, 50_000)}


class Sink:
    """A process that swallows what it is sent, and counts it on a page that is read here."""

    def __init__(self, program: Path, directory: Path) -> None:
        page, known = directory / f"{program.name}.page", directory / f"{program.name}.port"
        # The same port as last time: under other settings a service looks at every target anew.
        again = [known.read_text()] if known.exists() else []
        self.process = subprocess.Popen([program, page, *again], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        known.write_text(str(self.port))
        with open(page, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 32)

    def reset(self) -> None:
        self.memory[:32] = bytes(32)

    @property
    def count(self) -> int:
        return struct.unpack_from("Q", self.memory)[0]

    @property
    def octets(self) -> int:
        """Of one body, on average."""
        return struct.unpack_from("Q", self.memory, 24)[0] // max(1, self.count)

    @property
    def seconds(self) -> float:
        _, first, last = struct.unpack_from("QQQ", self.memory)
        return (last - first) / 1e9


class Bench:
    def __init__(self, binary: Path, rows: int, directory: Path) -> None:
        self.binary, self.rows, self.directory = binary, rows, directory
        for name in ("http_sink", "smtp_sink"):
            self.compile(directory / name, HERE / f"{name}.c", "-O2")
        for name, channel in (("webhook_loop", "webhook:sink"), ("mail_loop", "email")):
            for program, *own in ((name,), (f"own_{name}", f'-DCHANNEL="{channel}"')):
                self.compile(directory / program, HERE / f"{name}.c", "-O2", *own, "-lsqlite3", "-lcurl", "-lpthread")
        self.compile(directory / "clock.so", TESTS / "clock-shift.c", "-O1", "-shared", "-fPIC")
        self.http, self.smtp = (Sink(directory / name, directory) for name in ("http_sink", "smtp_sink"))
        sys.path.insert(0, str(TESTS))
        from run import next_working_morning

        now = datetime.now(timezone.utc)
        shift = int((next_working_morning(now) - now).total_seconds())
        self.environment = os.environ | {"CLOCK_SHIFT": str(shift), "LD_PRELOAD": str(directory / "clock.so")}
        self.shift = shift
        self.register, self.configuration = directory / "register.sqlite", directory / "duewatch.yaml"
        secret = directory / "secret"
        if not secret.exists():
            secret.write_text("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
            secret.chmod(0o600)
        text = CONFIGURATION.format(register=self.register, smtp=self.smtp.port, http=self.http.port, secret=secret)
        if not self.configuration.exists() or self.configuration.read_text() != text:
            self.configuration.write_text(text)

    @staticmethod
    def compile(program: Path, source: Path, *options: str) -> None:
        compiler = shutil.which("cc") or shutil.which("clang") or sys.exit("no C compiler")
        sources = [option for option in options if not option.startswith("-l")]
        libraries = [option for option in options if option.startswith("-l")]
        subprocess.run([compiler, "-Wall", "-Wextra", "-Werror", *sources, "-o", program, source, *libraries], check=True)

    def run(self, *words: object) -> str:
        done = subprocess.run([self.binary, *map(str, words), "--config", self.configuration], env=self.environment,
                              capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{words}: {done.stderr}")
        return done.stdout

    def serve(self, before: list[str] = []) -> subprocess.Popen:
        self.log = open(self.directory / "serve.log", "w")
        return subprocess.Popen([*before, self.binary, "serve", "--config", self.configuration], env=self.environment,
                                stderr=self.log)

    def stop(self, service: subprocess.Popen) -> None:
        service.send_signal(signal.SIGTERM)
        service.wait(120)

    def one(self, sql: str) -> int:
        with sqlite3.connect(f"file:{self.register}?mode=ro", uri=True) as register:
            return register.execute(sql).fetchone()[0]

    def fill(self, channel: str) -> Path:
        """A register in which all messages of a channel wait, and sending is paused."""
        for old in self.directory.glob("register.sqlite*"):
            old.unlink()
        owners, size = SHAPES[channel]
        owned = min(self.rows, owners)
        plans = [f"pumps-{number}" for number in range(1, 2 + (self.rows - 1) // size)]
        for place, name in enumerate(plans):
            lines = [f"Action Plan response to: {name}", "", "Action Plan Submitted: 12 January 2026", "", "\t".join(
                ["Rec No", "Recommendation", "Response", "Action taken or planned", "Responsible owner", "Target date"])]
            lines += ["\t".join(cell.format(n=n, owner=n % owned + 1) for cell in ROW)
                      for n in range(place * size + 1, min((place + 1) * size, self.rows) + 1)]
            path = self.directory / f"{name}.txt"
            path.write_text("\n".join(lines) + "\n")
            self.run("import", path, "--as", name, "--yes")
        way = {"webhooks": "webhook: sink", "mails": "email: pump-{n}@example.org"}[channel]
        owners = self.directory / "owners.yaml"
        for first in range(1, owned + 1, 5_000):
            owners.write_text("owners:\n" + "".join(
                f"  - {{post: '{ROW[4].format(owner=n)}', holder: {{name: 'Keeper of Pump {n}', {way.format(n=n)}}}}}\n"
                for n in range(first, min(first + 5_000, owned + 1))))
            self.run("owners", "import", owners, "--yes")
        self.run("pause", "--because", "to fill the outbox")
        for name in plans:
            self.run("arm", name, "--yes")
        service = self.serve()
        begun, rows = time.monotonic(), 0
        while rows < self.rows:
            time.sleep(0.2)
            rows = self.one("SELECT count(*) FROM message WHERE state = 'waiting' AND kind = 'reminders'")
            if service.poll() is not None or time.monotonic() - begun > 1200:
                sys.exit(f"the outbox holds {rows} messages; see {self.log.name}")
        self.recording = peak(service)
        self.stop(service)
        stock = self.directory / f"{channel}.sqlite"
        shutil.copy(self.register, stock)
        return stock

    def take(self, stock: Path) -> None:
        for old in self.directory.glob("register.sqlite*"):
            old.unlink()
        shutil.copy(stock, self.register)

    def resume(self) -> None:
        """As `duewatch resume` does, without its look ahead."""
        with sqlite3.connect(self.register) as register:
            register.execute("UPDATE register SET paused_at = NULL, paused_by = NULL, paused_because = NULL")

    def round(self, stock: Path, sink: Sink, before: list[str] = [], share: float = 1) -> dict:
        """One drain of the outbox by `serve`."""
        self.take(stock)
        self.resume()
        sink.reset()
        service = self.serve(before)
        worked = None
        while sink.count < self.rows * share:
            if worked is None and sink.count > 0:
                worked = cpu(service.pid), sink.count
            time.sleep(0.02)
            if service.poll() is not None:
                sys.exit(f"serve ended; see {self.log.name}")
        seconds = sink.seconds
        if share < 1:
            result = {"peak": peak(service)}
            service.kill()
            service.wait()
            return result
        while self.one("SELECT count(*) FROM message WHERE state = 'delivered'") < self.rows:
            time.sleep(0.05)
        time.sleep(0.3)
        done = cpu(service.pid)
        each = (done - worked[0]) / (self.rows - worked[1]) if worked else done / self.rows
        result = {"rate": self.rows / seconds, "cpu": each * 1e6, "peak": peak(service)}
        self.stop(service)
        return result

    def body(self, channel: str, octets: int) -> Path:
        """What the C loop sends: as many octets as ours."""
        path = self.directory / f"{channel}.body"
        path.write_text(("x" * 70 + "\n") * (octets // 72), newline="\r\n")
        return path

    def loop(self, channel: str, body: Path, sink: Sink, stock: Path | None = None) -> dict:
        """The C loop, over a table of its own, or over the outbox of our register where there is a stock."""
        outbox = self.directory / "loop.sqlite"
        for old in self.directory.glob("loop.sqlite*"):
            old.unlink()
        if stock:
            shutil.copy(stock, outbox)
        program, url, more = {
            "webhooks": ("webhook_loop", f"http://127.0.0.1:{self.http.port}/in", []),
            "mails": ("mail_loop", f"smtp://127.0.0.1:{self.smtp.port}/host", ["8"]),
        }[channel]
        sink.reset()
        program = f"own_{program}" if stock else program
        done = subprocess.run([self.directory / program, outbox, str(self.rows), url, body, *more], check=True,
                              capture_output=True, text=True)
        seconds, worked = map(float, done.stdout.split())
        return {"rate": self.rows / seconds, "cpu": worked / self.rows * 1e6}

    def latency(self, stock: Path, sink: Sink, messages: int = 300) -> dict:
        """From due to delivered, one message every 40 ms, as the register has it."""
        self.take(stock)
        self.resume()
        start = int((time.time() + self.shift + 3) * 1000)
        with sqlite3.connect(self.register) as register:
            register.execute("UPDATE message SET not_before = 32503680000000 WHERE state = 'waiting'")
            register.execute(
                "UPDATE message SET not_before = ? + 40 * (SELECT count(*) FROM message AS m WHERE m.id < message.id)"
                " WHERE id IN (SELECT id FROM message WHERE state = 'waiting' ORDER BY id LIMIT ?)", (start, messages))
        sink.reset()
        service = self.serve()
        while sink.count < messages:
            time.sleep(0.1)
        time.sleep(0.5)
        self.stop(service)
        with sqlite3.connect(self.register) as register:
            waits = sorted(row[0] for row in register.execute(
                "SELECT ended_at - not_before FROM attempt JOIN message ON id = message_id"))
        return {"median": waits[len(waits) // 2], "p99": waits[int(len(waits) * 0.99) - 1], "worst": waits[-1]}


def cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def peak(service: subprocess.Popen) -> float:
    lines = Path(f"/proc/{service.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path)
    parser.add_argument("what", nargs="*", default=["webhooks", "mails", "latency"])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--in", dest="directory", type=Path, help="keeps the registers there, and uses those it finds")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="duewatch-bench-") as temporary:
        directory = asked.directory or Path(temporary)
        directory.mkdir(exist_ok=True)
        bench = Bench(asked.binary.resolve(), asked.rows, directory)
        try:
            for what in asked.what:
                measure(bench, what, asked.rounds)
        finally:
            bench.http.process.kill()
            bench.smtp.process.kill()


def stock(bench: Bench, channel: str) -> Path:
    path = bench.directory / f"{channel}.sqlite"
    if not path.exists():
        begun = time.monotonic()
        bench.fill(channel)
        print(f"{channel}: {bench.rows} messages queued in {time.monotonic() - begun:.0f} s, peak while recording "
              f"{bench.recording:.1f} MB", flush=True)
    return path


def measure(bench: Bench, what: str, rounds: int) -> None:
    channel = "mails" if what in ("mails", "mail-memory") else "webhooks"
    filled, sink = stock(bench, channel), bench.smtp if channel == "mails" else bench.http
    if what == "latency":
        print("from due to delivered, ms:", bench.latency(filled, sink), flush=True)
    elif what in ("memory", "mail-memory"):
        print(f"{bench.rows} {channel} queued, a fifth of them sent: {bench.round(filled, sink, share=0.2)}", flush=True)
    elif what == "perf":
        record = ["perf", "record", "--call-graph", "fp", "-F", "1999", "-o", str(bench.directory / "perf.out")]
        print(bench.round(filled, sink, record), flush=True)
    else:
        bench.round(filled, sink)  # not counted: it warms the caches, and tells how long our messages are
        body, plain, own, ours = bench.body(channel, sink.octets), [], [], []
        for _ in range(rounds):
            plain.append(bench.loop(channel, body, sink))
            own.append(bench.loop(channel, body, sink, filled))
            ours.append(bench.round(filled, sink))
            print(f"  {channel}: C {show(plain[-1])}; C over our outbox {show(own[-1])}; duewatch {show(ours[-1])}", flush=True)
        print(f"{channel}, medians of {rounds}, bodies of {body.stat().st_size} octets:")
        for what, those, theirs in (("C over our outbox", own, plain), ("duewatch", ours, plain), ("duewatch", ours, own)):
            beside = "C over a table of its own" if theirs is plain else "C over our outbox"
            rate, work = (statistics.median(a[key] / b[key] for a, b in zip(those, theirs)) for key in ("rate", "cpu"))
            print(f"  {what}: {rate:.2f} of the rate, {work:.2f} times the CPU of {beside}", flush=True)


def show(round: dict) -> str:
    peak = f", {round['peak']:.1f} MB" if "peak" in round else ""
    return f"{round['rate']:,.0f}/s {round['cpu']:.0f} us{peak}"


if __name__ == "__main__":
    main()
