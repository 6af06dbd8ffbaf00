"""mutt on a terminal of its own: opens a Maildir as a newcomer would (`mutt -f`), decodes every mail, and leaves."""

import os
import pty
import select
import signal
import time
from pathlib import Path

SETTINGS = """
set folder = {home}
set header_cache = ''
set move = no
set mark_old = no
set quit = yes
set record = ''
set wait_key = no
set pipe_decode = yes
set pipe_split = yes
alternative_order text/plain
set sort = threads
set strict_threads = yes
unignore message-id
push '<tag-pattern>{pattern}<enter><tag-prefix><pipe-message>cat >> {shown}; printf "\\\\f" >> {shown}<enter><exit>'
"""


def read_with_mutt(maildir: Path, home: Path, pattern: str = "~A", seconds: float = 30) -> list[str]:
    """Each mail of the folder that has mutt's pattern, as mutt shows it: the headers it displays, and the text it decoded."""
    settings, shown = home / "muttrc", home / "shown"
    shown.unlink(missing_ok=True)
    settings.write_text(SETTINGS.format(home=home, shown=shown, pattern=pattern))
    environment = {"TERM": "vt100", "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe("mutt", ["mutt", "-n", "-F", str(settings), "-f", str(maildir)], environment)
    screen, end = b"", time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.1)[0]:
                screen += os.read(terminal, 65536)
        raise RuntimeError(f"mutt did not leave:\n{screen[-800:].decode(errors='replace')}")
    except OSError:  # it has left its terminal
        pass
    finally:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(process, 0)
        os.close(terminal)
    if not shown.exists():
        raise RuntimeError(f"mutt showed no mail:\n{screen[-800:].decode(errors='replace')}")
    return shown.read_text().split("\f")[:-1]
