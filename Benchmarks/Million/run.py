#!/usr/bin/env python3
"""run.py BINARY [--targets N] [--told PERCENT] [--rounds N] [--keep FOLDER]: a release binary of duewatch on a register of
1,000,000 armed targets.

Takes, each beside a plain C program that writes the same next checks, or the rows of the same check, into a copy of the
register in the same run:
  a reload that moves every next check; a reload that moves none; a check that finds 1,000 due, which stand together as in
  published plans or are one in a thousand; how long a writer who stands in the queue as a command does waits for the
  lock meanwhile; an idle minute; the service's memory.
Needs cc, libsqlite3-dev and some 3 GB in the folder. Prints figures; nothing passes or fails here."""
import argparse
import contextlib
import datetime
import fcntl
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).parent
# Of targets that the stock keeps for a check.
SETS = 5
SETTINGS = """
register: {folder}/register.sqlite
delivery: {{mode: folder, folder: {folder}/mail, allowed-domains: [works.example]}}
administrator: {{name: Ada Min, email: ada@works.example}}
mail:
  sender: {{name: Works, address: plans@works.example}}
  reply-to: plans@works.example
window: {{opens: "{opens}", closes: "16:30"}}
# Everybody was introduced long ago, which the stock leaves out.
introduction: false
brake: {{messages: 10000, per-person: 10000}}
log: {{level: info, format: json}}
"""


class Service:
    """`duewatch serve`, with its log as a list of lines. They are not taken apart before somebody asks for one: a
    thread with a thousand of them would take time from the one that waits for the register."""

    def __init__(self, binary, folder):
        self.folder, self.events, self.news = folder, [], threading.Condition()
        self.process = subprocess.Popen(
            [binary, "serve", "--config", f"{folder}/duewatch.yaml"], stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stderr:
            with self.news:
                self.events.append(line)
                self.news.notify_all()
        with self.news:
            self.events.append(None)
            self.news.notify_all()

    def wait(self, name, after=0, seconds=600):
        """The first event of this name behind so many; with the number of events up to it."""
        end = time.monotonic() + seconds
        with self.news:
            while True:
                for place, event in enumerate(self.events[after:], after):
                    if event is None:
                        raise SystemExit(f"serve has ended: {self.events[-5:]}")
                    if f'"{name}"' in event:
                        return json.loads(event), place + 1
                if not self.news.wait(end - time.monotonic()):
                    raise SystemExit(f"no {name} within {seconds} s: {self.events[-5:]}")

    def reload(self, opens):
        settings(self.folder, opens)
        seen = len(self.events)
        self.process.send_signal(signal.SIGHUP)
        event, _ = self.wait("register.looked_through", seen)
        return event

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)

    def status(self, field):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1])
        return 0

    def cpu(self):
        """Milliseconds of processor time so far."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")

    def wakes(self):
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(
            int(line.split()[1]) for task in tasks for line in (task / "status").read_text().splitlines()
            if line.startswith("voluntary"))


class Writer(threading.Thread):
    """Asks for the write lock again and again while `asks` is set, as a command does, and keeps the waits."""

    def __init__(self, register):
        super().__init__(daemon=True)
        self.register, self.waits, self.asks, self.done = register, [], threading.Event(), threading.Event()

    def run(self):
        queue, lock = (os.open(self.register + name, os.O_RDWR) for name in (".queue", ".lock"))
        while not self.done.wait(0.1):
            self.asks.wait()
            began = time.monotonic()
            for file in (queue, lock):
                while True:
                    try:
                        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        break
                    except BlockingIOError:
                        time.sleep(0.001)
            self.waits.append((time.monotonic() - began) * 1000)
            for file in (queue, lock):
                fcntl.flock(file, fcntl.LOCK_UN)


def settings(folder, opens):
    pathlib.Path(f"{folder}/duewatch.yaml").write_text(SETTINGS.format(folder=folder, opens=opens))


def compile(folder, name):
    subprocess.run(["cc", "-O2", "-o", f"{folder}/{name}", HERE / f"{name}.c", "-lsqlite3"], check=True)


def baseline(folder, shift, chunk, cache):
    """Milliseconds and milliseconds of processor time of the C program."""
    words = subprocess.run(
        [f"{folder}/update", f"{folder}/copy.sqlite", str(shift), str(chunk), str(cache)], check=True,
        capture_output=True, text=True).stdout.split()
    return float(words[3]), float(words[5])


def copy(folder):
    """The register as it is, for a C program to write into. Its log must have been folded back."""
    for name in ("", "-wal", "-shm"):
        pathlib.Path(f"{folder}/copy.sqlite{name}").unlink(missing_ok=True)
    shutil.copy(f"{folder}/register.sqlite", f"{folder}/copy.sqlite")


def make_due(folder, label):
    """Gives the 1,000 targets with the label a date for which a stage came this morning, and a look at once; the register
    as it is then is copied for the baseline."""
    now = int(time.time() * 1000)
    with open(f"{folder}/register.sqlite.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Closed before the copy, which would take the locks of a connection of this process away.
        with contextlib.closing(sqlite3.connect(f"{folder}/register.sqlite", timeout=60)) as db:
            due = (datetime.date.today() + datetime.timedelta(days=28)).isoformat()
            kept = [row[0] for row in db.execute("SELECT target_id FROM label WHERE word = ?", [label])]
            for target in kept:
                (number,) = db.execute("SELECT max(number) FROM date_revision WHERE target_id = ?", [target]).fetchone()
                db.execute(
                    """INSERT INTO date_revision (target_id, number, phrase, kind, from_day, due, precision, rule,
                        readings, cause, is_extension, at) VALUES (?, ?, ?, 'due', ?, ?, 'day',
                        'a day is due on itself', '[]', 'corrected', 0, ?)""",
                    [target, number + 1, due, due, due, now])
                db.execute(
                    "UPDATE target SET revision = ?, version = version + 1, next_check = ? WHERE id = ?",
                    [number + 1, now, target])
            db.execute("DELETE FROM news")
            db.commit()
            before = db.execute("SELECT max(id) FROM reminder").fetchone()[0]
            db.execute("PRAGMA wal_checkpoint(RESTART)")
        copy(folder)
        # Else the check's own flush would wait for the copy to reach the disk.
        os.sync()
        fcntl.flock(lock, fcntl.LOCK_UN)
    return len(kept), before


def check(service, folder, label):
    """Milliseconds from a nudge until the reminders of all that is due are in the register for others to see, and what
    the C program needs for the rows alone."""
    heard = len(service.events)
    kept, before = make_due(folder, label)
    db = sqlite3.connect(f"file:{folder}/register.sqlite?mode=ro", uri=True, isolation_level=None)
    query = f"SELECT count(*) FROM reminder WHERE id > {before}"
    began = time.monotonic()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as nudge:
        nudge.sendto(b"\x01", f"{folder}/register.sqlite.nudge")
    found = 0
    while found < kept and time.monotonic() - began < 60:
        time.sleep(0.002)  # both processors are busy with the check
        found = db.execute(query).fetchone()[0]
    took = (time.monotonic() - began) * 1000
    db.close()
    rows = subprocess.run([f"{folder}/due", f"{folder}/copy.sqlite"], check=True, capture_output=True, text=True).stdout
    service.wait("register.checked", heard)
    return kept, found, took, rows.strip()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("binary")
    arguments.add_argument("--targets", type=int, default=1_000_000)
    arguments.add_argument("--told", type=int, default=5, help="so many of a hundred targets have had a reminder")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--keep", help="a folder for the register, left as it is at the end; an existing stock is used")
    options = arguments.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="million-")
    pathlib.Path(folder).mkdir(exist_ok=True)
    try:
        run(os.path.abspath(options.binary), folder, options.targets, options.told, options.rounds)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def run(binary, folder, targets, told, rounds):
    compile(folder, "stock")
    compile(folder, "update")
    compile(folder, "due")
    settings(folder, "09:00")
    register = f"{folder}/register.sqlite"
    if not os.path.exists(f"{folder}/stock.sqlite"):
        empty = Service(binary, folder)
        empty.wait("service.started")
        empty.stop()
        today = datetime.date.today().isoformat()
        subprocess.run([f"{folder}/stock", register, str(targets), today, str(told)], check=True)
        shutil.copy(register, f"{folder}/stock.sqlite")
    for name in ("", "-wal", "-shm"):
        pathlib.Path(register + name).unlink(missing_ok=True)
    shutil.copy(f"{folder}/stock.sqlite", register)

    service = Service(binary, folder)
    first, _ = service.wait("register.looked_through")
    print(f"the first look: {first['took_ms']} ms for {first['targets']} targets, {first['changed']} changed")
    service.stop()
    copy(folder)
    service = Service(binary, folder)
    service.wait("service.started")

    ours, cost, at_once, in_chunks, cost_at_once, cost_in_chunks = [], [], [], [], [], []
    writer = Writer(register)
    writer.start()
    for turn in range(rounds):
        hour = 8 if turn % 2 == 0 else 9
        shift = -3_600_000 if hour == 8 else 3_600_000
        wall, cpu = baseline(folder, shift, 0, 65536)
        at_once.append(wall), cost_at_once.append(cpu)
        before = service.cpu()
        writer.asks.set()
        event = service.reload(f"0{hour}:00")
        writer.asks.clear()
        ours.append(float(event["took_ms"])), cost.append(service.cpu() - before)
        wall, cpu = baseline(folder, -shift, 20_000, 65536)
        in_chunks.append(wall), cost_in_chunks.append(cpu)
        print(
            f"round {turn + 1}: C {at_once[-1]:.0f} ms at once, {wall:.0f} ms by 20,000; reload of {event['targets']}, "
            f"{event['changed']} changed: {ours[-1]:.0f} ms", flush=True)
    writer.done.set()
    median = statistics.median
    print(f"C, all in one transaction: {median(at_once):.0f} ms, {median(cost_at_once):.0f} ms of CPU")
    print(f"C, 20,000 a transaction: {median(in_chunks):.0f} ms, {median(cost_in_chunks):.0f} ms of CPU")
    print(f"reload that moves every next check: {median(ours):.0f} ms, {median(cost):.0f} ms of CPU: "
          f"{median(ours) / median(at_once):.2f} of C at once, {median(ours) / median(in_chunks):.2f} of C by 20,000")
    if writer.waits:
        print(f"a writer in between waited {max(writer.waits):.0f} ms at most, {median(writer.waits):.0f} ms mostly, "
              f"{len(writer.waits)} times")
    before = service.cpu()
    event = service.reload("08:00" if hour == 8 else "09:00")
    print(f"reload that moves none: {event['took_ms']} ms, {service.cpu() - before} ms of CPU, {event['changed']} changed")

    for shape, words in (("clumped", "as in published plans"), ("spread", "one in a thousand")):
        for turn in range(min(rounds, SETS)):
            kept, found, took, rows = check(service, folder, f"{shape}-{turn}")
            print(f"a check that finds {kept} due, {words}: {took:.1f} ms until {found} reminders can be seen; C: {rows}",
                  flush=True)
            time.sleep(3)

    wakes, cpu = service.wakes(), service.cpu()
    time.sleep(60)
    print(f"idle for a minute: {service.wakes() - wakes} wake-ups, {service.cpu() - cpu} ms of CPU")
    print(f"memory: {service.status('VmHWM')} kB at most, {service.status('VmRSS')} kB now")
    service.stop()


if __name__ == "__main__":
    main()
