"""The district's own certificate authority, and the certificate that its server shows."""

from __future__ import annotations

import ipaddress
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_AUTHORITY_YEARS: Final = 20
_SERVER_YEARS: Final = 2
_YEAR: Final = timedelta(days=365)


class Certificates(NamedTuple):
    """Files in PEM: the authority that counters trust, and what the server shows and signs with."""

    authority: Path
    server: Path
    server_key: Path

    def fingerprint(self) -> bytes:
        """The SHA-256 of the authority; an invitation carries its beginning."""
        return fingerprint_of(self.authority.read_bytes())


def fingerprint_of(pem: bytes) -> bytes:
    """The SHA-256 of a certificate; raises ValueError for what is none."""
    return x509.load_pem_x509_certificate(pem).fingerprint(SHA256())


def certificates_in(folder: Path, host: str, now: datetime) -> Certificates:
    """Those that lie in a folder; made at the first start."""
    made = Certificates(folder / "authority.pem", folder / "server.pem", folder / "server.key")
    if not all(file.exists() for file in made):
        _make(made, host, now)
    return made


def _make(files: Certificates, host: str, now: datetime) -> None:
    authority_key, server_key = (
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP256R1()),
    )
    authority_name = _name("cgcounter district authority")
    authority = (
        _certificate(authority_name, authority_name, authority_key, now, _AUTHORITY_YEARS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority_key, SHA256())
    )
    server = (
        _certificate(_name(host), authority_name, server_key, now, _SERVER_YEARS)
        .add_extension(x509.SubjectAlternativeName(_names(host)), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
        )
        .sign(authority_key, SHA256())
    )
    files.authority.write_bytes(authority.public_bytes(Encoding.PEM))
    files.server.write_bytes(server.public_bytes(Encoding.PEM))
    _write_secret(files.server_key, server_key)
    _write_secret(files.authority.with_suffix(".key"), authority_key)


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, years: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # Clocks of offices that are off line for months run late.
        .not_valid_before(now - _YEAR)
        .not_valid_after(now + years * _YEAR)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _names(host: str) -> list[x509.GeneralName]:
    names: list[x509.GeneralName] = [x509.DNSName("localhost")]
    try:
        names.append(x509.IPAddress(ipaddress.ip_address(host)))
    except ValueError:
        names.append(x509.DNSName(host))
    return names


def _write_secret(file: Path, key: ec.EllipticCurvePrivateKey) -> None:
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(pem)
