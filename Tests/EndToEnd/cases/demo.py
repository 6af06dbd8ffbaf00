"""`duewatch demo`: what a newcomer sees, and whether their mail client can read it."""

import email
import email.policy
import re
import subprocess
from email.message import EmailMessage
from pathlib import Path

from harness import NEVER, World, case, expect, expect_equal
from peers.mutt import read_with_mutt


def maildir_named_in(text: str) -> Path:
    paths = [Path(match) for match in re.findall(r"(/\S+)", text)]
    found = [path for path in paths if (path / "new").is_dir() and (path / "cur").is_dir()]
    expect(found, f"no absolute path of a Maildir in what the demo printed:\n{text[-1500:]}")
    return found[0]


def messages_of(maildir: Path) -> list[tuple[Path, EmailMessage]]:
    paths = sorted(path for box in ["new", "cur"] for path in (maildir / box).iterdir())
    return [(path, email.message_from_bytes(path.read_bytes(), policy=email.policy.default)) for path in paths]


def defects_of(message: EmailMessage) -> list[str]:
    """Every defect Python's parser finds in any part or header, and any part that does not decode."""
    found = []
    for part in message.walk():
        found += [repr(defect) for defect in part.defects]
        for name, value in part.items():
            found += [f"{name}: {defect!r}" for defect in getattr(value, "defects", [])]
        if not part.is_multipart():
            part.get_content()
    return found


@case("the demo ends well and leaves at least 20 mails without a defect, which mutt opens and threads")
def demo(world: World) -> None:
    done = subprocess.run([world.binary, "demo"], capture_output=True, text=True, timeout=NEVER, cwd=world.directory)
    expect(done.returncode == 0, f"exit {done.returncode}:\n{done.stdout[-1500:]}\n{done.stderr[-1500:]}")

    maildir = maildir_named_in(done.stdout)
    messages = messages_of(maildir)
    expect(len(messages) >= 20, f"{len(messages)} mails in {maildir}")
    for path, message in messages:
        expect_equal(defects_of(message), [], f"defects of {path.name}")
        for header in ["From", "To", "Date", "Subject", "Message-ID", "Reply-To", "Auto-Submitted", "MIME-Version"]:
            expect(message[header], f"{path.name} has no {header}")
        kinds = [part.get_content_type() for part in message.walk()]
        expect_equal(kinds, ["multipart/alternative", "text/plain", "text/html"], f"parts of {path.name}")
    ids = [message["Message-ID"] for _, message in messages]
    expect_equal(len(set(ids)), len(ids), "distinct Message-IDs")

    shown = read_with_mutt(maildir, world.directory)
    expect_equal(len(shown), len(messages), "mails that mutt reads")
    threads: dict[str, set[str]] = {}
    for _, message in messages:
        threads.setdefault(message["References"].split()[0], set()).add(message["Message-ID"])
    longest = sorted(threads.values(), key=len)[-3:]
    expect(len(longest[0]) >= 3, f"mails of one thread: {[len(thread) for thread in longest]}")
    for thread in longest:
        [one, *_] = sorted(thread)
        told = read_with_mutt(maildir, world.directory, f"~(~i {one.strip('<').split('@')[0]})")
        found = {match for text in told for match in re.findall(r"^Message-ID: (\S+)", text, re.M | re.I)}
        expect_equal(found, thread, "what mutt shows as one thread")
    for text in shown:
        expect("Subject: " in text and len(text.split("\n\n", 1)[-1]) > 100, f"mutt shows no text:\n{text}")
