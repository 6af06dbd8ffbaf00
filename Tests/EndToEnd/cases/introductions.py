"""Introductions against a real mail server and a webhook receiver: one to each owner, before anything late."""

from cases.endpoints import faults_of
from harness import World, case, expect, expect_equal, wait_until
from program import ADMINISTRATOR, Installation
from steps import days_ahead, foreseen, give_everybody_an_address, import_plan, plan_to_try

LATE = ("letter", "overdue", "deputy", "manager")


@case("arming introduces each owner once, with all that is theirs, and nothing late goes out with it; who is silent is listed")
def introduced(world: World) -> None:
    installation = Installation(world)
    installation.introduction = "true"
    installation.configure()
    import_plan(installation, plan_to_try(), "plan")
    addresses = give_everybody_an_address(installation)
    shown = installation.run("forecast", "plan", "--format", "json").json()
    stages = [reminder["stage"] for message in shown for reminder in message["reminders"]]
    expect("introduction" in stages and any(stage in LATE for stage in stages), f"the forecast shows both: {set(stages)}")
    installation.run("arm", "plan", "--yes")
    forecast = foreseen(installation, "plan")
    # What belongs to nobody for certain goes to the administrator at once, who is introduced to nothing.
    owners = [message for message in forecast if message["recipient"] != ADMINISTRATOR]
    told = [message["recipient"] for message in owners if message["channel"] == "email"]
    expect(told and len(told) == len(set(told)), f"one mail a person on the first day: {told}")
    service = installation.serve()

    def mails() -> list:
        return [mail for mail in world.peers.postfix.messages() if mail["Delivered-To"] != ADMINISTRATOR]

    wait_until(lambda: len(mails()) >= len(told), "the introductions")
    hooks = [message for message in owners if message["channel"] == "webhook"]
    wait_until(lambda: len(world.peers.receiver.deliveries) >= len(hooks), "the webhooks")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    for mail in mails():
        words = " ".join(mail.get_body(("plain",)).get_content().split())
        expect(mail["Delivered-To"] in addresses, f"to an owner: {mail['Delivered-To']}")
        expect("We follow the target dates of the plan" in words and "not mine" in words, words[:600])
        expect("we have no answer" not in words, f"nothing late is asked after: {words[:600]}")
        expect(mail["Reply-To"] and "answers@" in mail["Reply-To"], f"where an answer goes: {mail['Reply-To']}")
    payloads = [delivery.payload for delivery in world.peers.receiver.deliveries]
    expect_equal([fault for payload in payloads for fault in faults_of(payload)], [], "faults by the schemas")
    people = [payload["data"]["recipient"]["name"] for payload in payloads if payload["type"] == "owner.introduced"]
    expect(people and len(people) == len(set(people)), f"one event a person: {people}")
    silent = installation.run("owners", "--silent", "--format", "json").json()
    expect_equal(len(silent), len(told), "who has not answered")
    expect("without an answer: `duewatch owners --silent`" in installation.run("status").out, "status says so")
    reference = silent[0]["references"][0]
    installation.run("answer", reference, "--note", "read", "--by", silent[0]["person"], "--on", days_ahead(0), "--because",
                     "reply by email", "--yes")
    left = installation.run("owners", "--silent", "--format", "json").json()
    expect(len(left) < len(silent), f"who answers is not listed: {left}")
    why = installation.run("why", reference).out
    expect("introduc" in why, f"why tells of the introduction: {why}")
    installation.run("ledger", "verify")
