"""What the running service costs: memory, and wake-ups while nothing is due."""

import time

from cases.crashes import settled
from harness import World, case, expect, expect_equal, wait_until
from program import Installation
from steps import foreseen, give_everybody_an_address, import_plan, mails_of, plans_to_try, webhooks_of

MEMORY_KB = 48 * 1024
# The watchdog's beat is the only periodic wake-up; without systemd there is none.
QUIET_SECONDS, WAKEUPS = 20, 0


@case("serve peaks under 48 MB with the plans in it and sent through TLS, and is not woken while nothing is due")
def footprint(world: World) -> None:
    plans = plans_to_try()
    installation = Installation(world)
    for plan in plans:
        import_plan(installation, plan, plan.stem)
    give_everybody_an_address(installation)
    for plan in plans:
        installation.run("arm", plan.stem, "--yes")
    forecast = foreseen(installation)
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= len(mails_of(forecast)), "all mails")
    wait_until(lambda: settled(installation), "nothing left to send")
    expect_equal(len(world.peers.receiver.deliveries), len(webhooks_of(forecast)), "webhooks")
    time.sleep(8)  # idle connections are closed by then
    woken = service.wakeups()
    time.sleep(QUIET_SECONDS)
    woken = service.wakeups() - woken
    peak = service.peak_memory_kb
    told = f"{len(plans)} plan(s), {len(mails_of(forecast))} mails, {len(webhooks_of(forecast))} webhooks"
    print(f"          {told}: peak memory {peak / 1024:.1f} MB; woken {woken} times in {QUIET_SECONDS} s")
    expect(peak < MEMORY_KB, f"peak memory {peak} kB, at most {MEMORY_KB} kB")
    expect(woken <= WAKEUPS, f"woken {woken} times in {QUIET_SECONDS} s with nothing due, at most {WAKEUPS}")
