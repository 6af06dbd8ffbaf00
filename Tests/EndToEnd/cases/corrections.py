"""Corrections against a real mail server: to whoever had the wrong message, where it went, and to nobody else."""

import yaml
from harness import World, case, expect, expect_equal, wait_until
from program import ADMINISTRATOR, Installation
from steps import foreseen, install_with_armed_plan, mails_of

BECAUSE = "The date was misread: it is 30 April, not 4 April."


@case("correct writes once to who received something wrong, at the address it went to, as an answer to that mail")
def corrected(world: World) -> None:
    installation = install_with_armed_plan(world)
    wanted = len(mails_of(foreseen(installation)))
    service = installation.serve()
    wait_until(lambda: len(world.peers.postfix.messages()) >= wanted, "the mails")
    wait_until(lambda: not [row for row in deliveries(installation) if row["channel"] == "email"
                            and row["state"] in ("waiting", "claimed")], "every mail settled")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    sent = [mail for mail in world.peers.postfix.messages() if mail["Delivered-To"] != ADMINISTRATOR]
    wrong = sent[0]
    number = next(row["message"] for row in deliveries(installation)
                  if row["id"] and row["id"] in wrong["Message-ID"])
    correct = ["correct", number, "--because", BECAUSE, "--by", "A. Reyes"]
    shown = installation.run(*correct, "--dry-run").out
    expect(wrong["Delivered-To"] in " ".join(shown.split()), f"it shows whom it would write to: {shown}")
    world.peers.reset()
    # The address is another one by now: the correction goes where the wrong mail went.
    owners = yaml.safe_load(installation.run("owners", "--format", "yaml").out)
    for owner in owners["owners"]:
        if (owner.get("holder") or {}).get("email") == wrong["Delivered-To"]:
            owner["holder"]["email"] = "moved-" + wrong["Delivered-To"]
    changed = installation.directory / "moved.yaml"
    changed.write_text(yaml.safe_dump(owners, allow_unicode=True, sort_keys=False))
    installation.run("owners", "import", changed, "--yes")
    installation.run(*correct, "--yes")
    again = installation.run(*correct, "--yes", code=None)
    expect(again.code not in (0, 1) and "was corrected before" in again.err, f"a second one is refused: {again}")
    service = installation.serve()

    def corrections() -> list:
        return [mail for mail in world.peers.postfix.messages() if mail["Subject"].startswith("Correction: ")]

    wait_until(corrections, "the correction")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    [mail] = corrections()
    expect_equal(mail["Delivered-To"], wrong["Delivered-To"], "where it went")
    expect_equal(mail["Subject"], f"Correction: {wrong['Subject']}", "its subject")
    expect_equal(mail["In-Reply-To"], wrong["Message-ID"], "what it answers")
    expect(wrong["Message-ID"] in mail["References"].split(), f"References: {mail['References']}")
    expect_equal([row["corrects"] for row in deliveries(installation) if row["corrects"] is not None], [number],
                 "what a row of deliveries says that it corrects")
    expect(f"corrects {number} " in installation.run("deliveries", "--limit", "1000").out, "the list says it too")
    words = " ".join(mail.get_body(("plain",)).get_content().split())
    for phrase in (BECAUSE, "That message was wrong.", "The register says now:", "A. Reyes"):
        expect(phrase in words, f"{phrase!r} in {words}")
    installation.run("ledger", "verify")


def deliveries(installation: Installation) -> list:
    return installation.run("deliveries", "--limit", "1000", "--format", "json").json()
