"""A certificate authority of our own, a server certificate, and three that nobody should take, made by openssl for the
length of a run."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = "DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificates:
    authority: Path  # what duewatch is told to trust
    certificate: Path
    key: Path
    stranger: Path  # as good as ours, of an authority that nobody trusts; all of them have our key
    elsewhere: Path  # for another host
    expired: Path


def make_certificates(directory: Path) -> Certificates:
    """An authority and a certificate for localhost and 127.0.0.1, valid from yesterday for forty years."""
    directory.mkdir(parents=True, exist_ok=True)
    made = Certificates(directory / "ca.pem", directory / "server.pem", directory / "server.key",
                        directory / "stranger.pem", directory / "elsewhere.pem", directory / "expired.pem")
    request, stranger = directory / "server.csr", directory / "other-ca.pem"
    for authority in [made.authority, stranger]:
        _openssl("req", "-x509", *CURVE, "-days", YEARS, "-sha256", "-keyout", authority.with_suffix(".key"),
                 "-out", authority, "-subj", f"/CN=duewatch test authority {authority.stem}")
    _openssl("req", *CURVE, "-keyout", made.key, "-out", request, "-subj", "/CN=localhost")
    _sign(request, made.authority, made.certificate)
    _sign(request, stranger, made.stranger)
    _sign(request, made.authority, made.elsewhere, names="DNS:elsewhere.example")
    _sign(request, made.authority, made.expired, days="1", ago=7 * 86_400)
    return made


# Forty years: the service under test may live years ahead of the machine's clock.
YEARS = "14600"
CURVE = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]


def _sign(request: Path, authority: Path, certificate: Path, names: str = NAMES, days: str = YEARS, ago: int = 0) -> None:
    extensions = certificate.with_suffix(".names")
    extensions.write_text(f"subjectAltName={names}\nextendedKeyUsage=serverAuth\n")
    _openssl("x509", "-req", "-days", days, "-sha256", "-in", request, "-CA", authority, "-CAkey",
             authority.with_suffix(".key"), "-CAcreateserial", "-extfile", extensions, "-out", certificate, ago=ago)


def _openssl(*arguments: object, ago: int = 0) -> None:
    """So many seconds before our own time."""
    clock = {"CLOCK_SHIFT": str(int(os.environ.get("CLOCK_SHIFT", "0")) - ago)}
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, env=os.environ | clock)
