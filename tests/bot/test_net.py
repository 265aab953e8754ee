"""The way out: a server of an own authority is trusted when that is named, and the proxy is used where it should be."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiohttp import ClientConnectorCertificateError, ClientProxyConnectionError, web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.config import Settings
from bot.misuse import ConfigError
from bot.net import client_session, proxy_for, trusted

PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an authority and what a server at 127.0.0.1 shows that it has signed: ca.pem and server.pem."""
    folder = tmp_path_factory.mktemp("authority")
    ca_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca_name, name = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in ("Nordvik CA", "chat.nordvik.example")
    )

    def signed(subject: x509.Name, public: ec.EllipticCurvePublicKey, is_ca: bool) -> x509.Certificate:
        now = datetime.now(UTC)
        identifier = x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key())
        builder = (
            x509.CertificateBuilder(ca_name, subject, public, x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        )
        if is_ca:
            builder = builder.add_extension(identifier, critical=False)
        else:
            builder = builder.add_extension(
                x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
            )
        return builder.sign(ca_key, hashes.SHA256())

    def pem(certificate: x509.Certificate) -> bytes:
        return certificate.public_bytes(serialization.Encoding.PEM)

    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "ca.pem").write_bytes(pem(signed(ca_name, ca_key.public_key(), True)))
    (folder / "server.pem").write_bytes(private + pem(signed(name, key.public_key(), False)))
    return folder


@asynccontextmanager
async def server(authority: Path | None = None) -> AsyncIterator[tuple[str, list[str]]]:
    """Serve on loopback, over TLS if an authority is given; give the address, and what was asked as it comes."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(f"{request.method} {request.raw_path}")
        return web.Response(text="here")

    context = None
    if authority is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(authority / "server.pem")
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield f"{'https' if context else 'http'}://{host}:{port}", asked
    finally:
        await runner.cleanup()


@asynccontextmanager
async def tunnel() -> AsyncIterator[tuple[str, list[str]]]:
    """Be a proxy on loopback that tunnels; give its address, and the first line of what was asked of it."""
    asked: list[str] = []

    async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while some := await source.read(65_536):
            target.write(some)
        target.close()

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        asked.append(head.splitlines()[0])
        host, _, port = head.split()[1].rpartition(":")
        there_reader, there_writer = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await asyncio.gather(carry(reader, there_writer), carry(there_reader, writer))
        except ConnectionError:
            writer.close()

    serving = await asyncio.start_server(proxy, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{serving.sockets[0].getsockname()[1]}", asked
    finally:
        serving.close()


async def fetch(settings: Settings, address: str) -> str:
    async with client_session(settings) as session, session.get(address) as answer:
        return await answer.text()


def test_an_own_authority_is_trusted_only_when_it_is_named(authority: Path) -> None:
    async def play() -> None:
        async with server(authority) as (address, _):
            with pytest.raises(ClientConnectorCertificateError):
                await fetch(Settings(), address)
            assert await fetch(Settings(ca_file=authority / "ca.pem"), address) == "here"

    asyncio.run(play())


def test_the_systems_own_variable_for_certificates_is_respected(
    authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))

    async def play() -> None:
        async with server(authority) as (address, _):
            assert await fetch(Settings(), address) == "here"

    asyncio.run(play())


@pytest.mark.parametrize("content", [b"", b"no certificate"], ids=["empty", "something else"])
def test_a_file_without_certificates_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ca.pem").write_bytes(content)
    with pytest.raises(ConfigError, match="holds no certificates"):
        trusted(tmp_path / "ca.pem")


def test_calls_go_through_the_proxy_and_are_still_checked_end_to_end(
    authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        async with server(authority) as (address, asked), tunnel() as (proxy, through):
            monkeypatch.setenv("HTTPS_PROXY", proxy)
            assert await fetch(Settings(ca_file=authority / "ca.pem"), f"{address}/api") == "here"
            assert through == [f"CONNECT {address.removeprefix('https://')} HTTP/1.1"]
            with pytest.raises(ClientConnectorCertificateError):
                await fetch(Settings(), address)
            assert asked == ["GET /api"]

    asyncio.run(play())


def test_a_place_that_is_excepted_is_reached_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        async with server() as (address, _):
            monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
            with pytest.raises(ClientProxyConnectionError):
                await fetch(Settings(), address)
            monkeypatch.setenv("NO_PROXY", "127.0.0.1")
            assert await fetch(Settings(), address) == "here"

    asyncio.run(play())


def test_a_web_socket_takes_the_proxy_of_web_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxy_for("wss://chat.example/link") is None
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,.nordvik.example")
    assert proxy_for("wss://chat.example/link") == "http://proxy.example:3128"
    assert proxy_for("wss://chat.nordvik.example/link") is None
    assert proxy_for("ws://127.0.0.1:4700/link") is None
    assert proxy_for("ws://chat.example/link") is None
