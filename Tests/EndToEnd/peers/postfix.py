"""A private Postfix: STARTTLS and AUTH required, a Maildir for everybody of example.test. Never the system's own
instance, never a relay: everything lives in one temporary directory and listens on one loopback port."""

import email
import email.policy
import shutil
import socket
import subprocess
import time
from email.message import EmailMessage
from pathlib import Path

from peers import free_port
from peers.certificates import Certificates

USER, PASSWORD = "duewatch", "correct horse battery staple"
DOMAIN = "example.test"
UNKNOWN = f"gone@{DOMAIN}"  # refused for good: 550 5.1.1

MAIN = """
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/lib
maillog_file = {home}/log
maillog_file_prefixes = {home}
myhostname = mail.{domain}
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
alias_maps =
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = regexp:{home}/etc/mailboxes
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = {home}/etc/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = reject_unlisted_recipient, permit_sasl_authenticated, reject
smtpd_forbid_bare_newline = reject
"""

SASL = """
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {home}/etc/sasl/sasldb2
mech_list: PLAIN LOGIN
"""

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{implicit} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
"""


class Postfix:
    """Started by `start`, gone after `stop`; may be started again on the same port with what it has received kept."""

    def __init__(self, home: Path, certificates: Certificates) -> None:
        self.home, self.port = home, free_port()
        self.implicit_port = free_port()  # TLS from the first byte
        for directory in ["etc/sasl", "queue", "lib", "mail"]:
            (home / directory).mkdir(parents=True)
        values = dict(home=home, port=self.port, implicit=self.implicit_port, domain=DOMAIN, certificate=certificates.certificate,
                      key=certificates.key)
        (home / "etc/main.cf").write_text(MAIN.format(**values))
        (home / "etc/master.cf").write_text(MASTER.format(**values))
        # Everybody of the domain has mail but the one who is gone. One Maildir: virtual(8) allows no $1 here.
        (home / "etc/mailboxes").write_text(f"if !/^gone@/\n/@{DOMAIN}$/ everybody/\nendif\n")
        (home / "etc/sasl/smtpd.conf").write_text(SASL.format(**values))
        shutil.chown(home / "lib", "postfix")
        shutil.chown(home / "mail", 65534, 65534)
        accounts = home / "etc/sasl/sasldb2"
        subprocess.run(["saslpasswd2", "-p", "-c", "-f", accounts, "-u", f"mail.{DOMAIN}", USER],
                       input=PASSWORD, text=True, check=True, capture_output=True)
        shutil.chown(accounts, "postfix")

    def start(self) -> None:
        """Returns once it greets; raises with its log if it does not."""
        done = subprocess.run(["postfix", "-c", self.home / "etc", "start"], capture_output=True, text=True)
        for _ in range(100):
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                    if connection.recv(4) == b"220 ":
                        return
            except OSError:
                pass
            time.sleep(0.1)
        raise RuntimeError(f"Postfix does not greet: {done.stderr}\n{self.log()}")

    def stop(self) -> None:
        subprocess.run(["postfix", "-c", self.home / "etc", "stop"], capture_output=True)

    @property
    def maildir(self) -> Path:
        return self.home / "mail/everybody"

    def forget(self) -> None:
        """Empties the Maildir."""
        shutil.rmtree(self.maildir, ignore_errors=True)

    def log(self) -> str:
        path = self.home / "log"
        return path.read_text() if path.exists() else ""

    def messages(self, recipient: str | None = None) -> list[EmailMessage]:
        """What has arrived, for all or for one envelope recipient, parsed with the `defects` of each part kept; in no order
        within a second, since names of files there end in microseconds of any length."""
        paths = sorted(path for box in ["new", "cur"] for path in self.maildir.glob(f"{box}/*"))
        arrived = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in paths]
        return [message for message in arrived if recipient in (None, message["Delivered-To"])]
