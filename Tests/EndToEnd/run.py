"""run.py BINARY [WORD...]: the release binary end to end against real peers; only cases with a WORD in their sentence.

The service sends nothing at the weekend, so all of this (the binary, the peers, the checks) lives on a working day to
come at half past nine: the script starts itself again with a shifted wall clock (clock-shift.c)."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent


def next_working_morning(now: datetime) -> datetime:
    """09:30 UTC of the first Tuesday to Thursday after today that is no bank holiday and has none beside it."""
    feed = HERE.parents[1] / "Config" / "bank-holidays.json"
    holidays = {event["date"] for division in json.loads(feed.read_text()).values() for event in division["events"]}
    day = now.date() + timedelta(days=1)
    while day.weekday() not in (1, 2, 3) or any(
            (day + timedelta(days=near)).isoformat() in holidays for near in range(-3, 4)):
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=timezone.utc)


def start_again_on_a_working_morning() -> int:
    with tempfile.TemporaryDirectory(prefix="duewatch-clock-") as directory:
        library = Path(directory) / "clock-shift.so"
        compiler = shutil.which("clang") or shutil.which("cc") or sys.exit("no C compiler for clock-shift.c")
        subprocess.run([compiler, "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-O1", "-o", library,
                        HERE / "clock-shift.c"], check=True)
        now = datetime.now(timezone.utc)
        shift = int((next_working_morning(now) - now).total_seconds())
        environment = os.environ | {
            "CLOCK_SHIFT": str(shift), "LD_PRELOAD": str(library), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run([sys.executable, __file__, *sys.argv[1:]], env=environment).returncode


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if "CLOCK_SHIFT" not in os.environ:
        return start_again_on_a_working_morning()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the peers are stopped then, too
    print(f"the time is {datetime.now(timezone.utc):%A %d %B %Y %H:%M} UTC for everybody here", flush=True)
    import cases  # noqa: F401  registers them, in the order they run
    import harness

    return harness.run(Path(sys.argv[1]).resolve(), sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
