"""A certificate authority of our own and one server certificate, made by openssl for the length of a run."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = "DNS:localhost,IP:127.0.0.1"


@dataclass(frozen=True)
class Certificates:
    authority: Path  # what duewatch is told to trust
    certificate: Path
    key: Path


def make_certificates(directory: Path) -> Certificates:
    """An authority and a certificate for localhost and 127.0.0.1, valid from yesterday for forty years."""
    directory.mkdir(parents=True, exist_ok=True)
    made = Certificates(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    authority_key, request, names = directory / "ca.key", directory / "server.csr", directory / "names"
    names.write_text(f"subjectAltName={NAMES}\nextendedKeyUsage=serverAuth\n")
    # Forty years: the service under test may live years ahead of the machine's clock.
    days = ["-days", "14600", "-sha256"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    _openssl("req", "-x509", *curve, *days, "-keyout", authority_key, "-out", made.authority,
             "-subj", "/CN=duewatch test authority")
    _openssl("req", *curve, "-keyout", made.key, "-out", request, "-subj", "/CN=localhost")
    _openssl("x509", "-req", *days, "-in", request, "-CA", made.authority, "-CAkey", authority_key,
             "-CAcreateserial", "-extfile", names, "-out", made.certificate)
    return made


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
