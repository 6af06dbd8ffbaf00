"""Who answers for what: owners in and out as YAML and as a sheet, absences, ties that wait for a word, posts made one."""

from datetime import datetime, timedelta, timezone

import yaml
from harness import World, case, expect, expect_equal, wait_until
from peers import postfix
from program import ADMINISTRATOR, Installation
from steps import (OUR_PLAN, foreseen, give_everybody_an_address, import_plan, install_with_armed_plan, mails_of,
                   real_plans)


def day(ahead: int = 0) -> str:
    return (datetime.now(timezone.utc) + timedelta(days=ahead)).date().isoformat()


def document(directory, name: str, rows: list[list[str]]):
    """A plan with these rows under the usual headings."""
    head = ["Rec No", "Recommendation", "Response", "Action taken or planned", "Responsible owner", "Target date"]
    path = directory / name
    path.write_text("Action Plan response to: landing stages\n\nAction Plan Submitted: 12 January 2026\n\n"
                    + "\n".join("\t".join(row) for row in [head, *rows]) + "\n")
    return path


@case("owners go out and come back as YAML and as a sheet: the difference is shown first, and a dry run changes nothing")
def in_and_out(world: World) -> None:
    installation = Installation(world)
    import_plan(installation, OUR_PLAN, "plan")
    give_everybody_an_address(installation)
    for form in ("yaml", "csv"):
        path = installation.directory / f"out.{form}"
        installation.run("owners", "export", "--format", form, "--out", path)
        again = installation.run("owners", "import", path, "--dry-run").out
        expect("says all of this already" in again, f"what went out as {form} is no change: {again}")
        path.write_text(path.read_text().replace("Owner 1", "Morgan Ellis", 1))
        before = installation.run("owners", "--format", "json").out
        shown = installation.run("owners", "import", path, "--dry-run").out
        expect("Morgan Ellis" in shown and "formerly" in shown, f"the difference names both: {shown}")
        expect_equal(installation.run("owners", "--format", "json").out, before, "after a dry run")
        refused = installation.run("owners", "import", path, code=64)
        expect("--yes" in refused.err, f"without a terminal nobody can be asked: {refused}")
        expect_equal(installation.run("owners", "--format", "json").out, before, "after a question without an answer")
        installation.run("owners", "import", path, "--yes")
        expect("Morgan Ellis" in installation.run("owners").out, "who stands there now")
        path.write_text(path.read_text().replace("Morgan Ellis", "Owner 1"))
        installation.run("owners", "import", path, "--yes")


@case("while a holder is away the deputy is told, and the mail says for whom and never why; afterwards the holder is again")
def absence(world: World) -> None:
    installation = install_with_armed_plan(world)
    owners = yaml.safe_load(installation.run("owners", "--format", "yaml").out)["owners"]
    posts = {owner["holder"]["email"]: owner for owner in owners if owner["holder"]["email"]}
    first = next(mail[0] for mail in mails_of(foreseen(installation)) if mail[0] in posts)
    post = posts[first]
    post["deputy"] = {"name": "Robin Deputy", "email": f"robin@{postfix.DOMAIN}"}
    path = installation.directory / "deputy.yaml"
    path.write_text(yaml.safe_dump({"owners": [post]}, allow_unicode=True))
    installation.run("owners", "import", path, "--yes")
    installation.run("owners", "absence", first, "--from", day(), "--until", day(7))
    expect(post["holder"]["name"] in installation.run("owners", "absence").out, "who is away")
    service = installation.serve()
    mail = wait_until(
        lambda: next((one for one in world.peers.postfix.messages() if one["Delivered-To"] == f"robin@{postfix.DOMAIN}"),
                     None), "the deputy's mail")
    expect_equal(service.stop(), 0, "exit of serve after SIGTERM")
    words = " ".join(mail.get_body(("plain",)).get_content().split())
    expect(post["holder"]["name"] in words, f"for whom: {words}")
    expect(not any(word in words for word in ("is away", "absen", "on leave", "sick")), f"never why: {words}")
    to = {one["Delivered-To"] for one in world.peers.postfix.messages()}
    expect(first not in to, f"the one who is away hears nothing: {to}")
    installation.run("owners", "absence", first, "--end")
    expect(first in {message[0] for message in mails_of(foreseen(installation))}, "back, they are told again")


@case("a target whose owner is only likely goes to the administrator until its tie is released, and then to the owner")
def ties(world: World) -> None:
    installation = Installation(world)
    import_plan(installation, real_plans()[0], "plan")
    give_everybody_an_address(installation)
    installation.run("arm", "plan", "--yes")
    listed = installation.run("ties", "plan", "--format", "json").json()
    reference = next(tie["reference"] for tie in listed if tie["likely"])

    def told() -> set[str]:
        return {message["recipient"] for message in foreseen(installation) if reference in message["references"]}

    expect_equal(told(), {ADMINISTRATOR}, "who hears of it while nobody is certain")
    words = ["ties", "plan", "--release", reference, "--by", "A. Reyes", "--because", "read with the unit"]
    expect("--yes" in installation.run(*words, code=64).err, "it asks first")
    expect_equal(told(), {ADMINISTRATOR}, "nothing is released by a question")
    installation.run(*words, "--yes")
    owners = told()
    expect(owners and ADMINISTRATOR not in owners, f"afterwards its owner hears of it: {owners}")
    left = [tie["reference"] for tie in installation.run("ties", "plan", "--format", "json").json()]
    expect(reference not in left, f"what still waits: {left}")


@case("two spellings of one post are suggested, made one when somebody says so, and two again when it was a mistake")
def merge(world: World) -> None:
    installation = Installation(world)
    plan = document(world.directory, "posts.txt", [
        ["1", "Mend the stage.", "Agreed", "The stage will be mended.", "Head of Education", "March 2026"],
        ["2", "Teach swimming.", "Agreed", "Swimming will be taught.", "Head of Education and Skills", "March 2026"]])
    import_plan(installation, plan, "posts")
    give_everybody_an_address(installation)

    def owner(reference: str) -> list[str]:
        return [one["post"] for one in installation.run("show", reference, "--format", "json").json()["owners"]]

    expect("one post?" in installation.run("owners").out, "the suggestion")
    expect_equal(owner("posts/2.1"), ["Head of Education and Skills"], "nothing is made one by itself")
    names = ("Head of Education and Skills", "Head of Education")
    expect("--yes" in installation.run("owners", "merge", *names, code=64).err, "it asks first")
    merged = installation.run("owners", "merge", *names, "--yes", "--format", "json").json()
    expect_equal(merged["references"], ["posts/2.1"], "what moved")
    expect_equal(owner("posts/2.1"), ["Head of Education"], "whose it is now")
    parted = installation.run("owners", "merge", "--undo", "Head of Education and Skills", "--yes", "--format", "json").json()
    expect_equal(parted["references"], ["posts/2.1"], "what went back")
    expect_equal([owner("posts/1.1"), owner("posts/2.1")], [["Head of Education"], ["Head of Education and Skills"]],
                 "whose they are again")
    installation.run("ledger", "verify")
