"""What the running service costs: memory, and wake-ups while nothing is due."""

import time

from cases.plans import install_with_armed_plan, plan_to_try, real_plans
from harness import Absent, World, case, expect, wait_until

MEMORY_KB = 48 * 1024
# The watchdog's beat is the only periodic wake-up; without systemd there is none. A few for what settles after a start.
QUIET_SECONDS, WAKEUPS = 10, 5


@case("serve peaks under 48 MB with the plans in it, and is not woken while nothing is due")
def footprint(world: World) -> None:
    try:
        first, *others = real_plans()
    except Absent:
        first, others = plan_to_try(), []
    installation = install_with_armed_plan(world, first)
    for number, plan in enumerate(others):
        installation.run("import", "--as", f"plan-{number}", plan, code=None)
    service = installation.serve()
    wait_until(lambda: world.peers.postfix.messages(), "the first mail", 60)
    quiet_from = _settled(world)
    woken = service.wakeups()
    time.sleep(QUIET_SECONDS)
    woken = service.wakeups() - woken
    peak = service.peak_memory_kb
    print(f"          peak memory {peak / 1024:.1f} MB; woken {woken} times in {QUIET_SECONDS} s; quiet after {quiet_from:.0f} s")
    expect(peak < MEMORY_KB, f"peak memory {peak} kB, at most {MEMORY_KB} kB")
    expect(woken <= WAKEUPS, f"woken {woken} times in {QUIET_SECONDS} s with nothing due, at most {WAKEUPS}")


def _settled(world: World) -> float:
    """Seconds until no more mail came for five seconds."""
    begun, count, since = time.monotonic(), -1, time.monotonic()
    while time.monotonic() - since < 5:
        if (now := len(world.peers.postfix.messages())) != count:
            count, since = now, time.monotonic()
        time.sleep(0.2)
    return time.monotonic() - begun
