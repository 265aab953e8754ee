"""The one way out to the network: the proxy and the certificate authorities that the surroundings name."""

from __future__ import annotations

import ssl
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientSession, ClientTimeout, TCPConnector

from bot.config import Settings
from bot.misuse import ConfigError

CONNECT_SECONDS = 10
WHOLE_SECONDS = 30
"""How long one call may take, from its first byte to its last."""


def trusted(ca_file: Path | None) -> ssl.SSLContext:
    """Give what a server's certificate is checked against: the system's authorities or those of `SSL_CERT_FILE`, and
    those in `ca_file` besides. Raises ConfigError when there are none in it.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise ConfigError(
                f"MYSAM_CA_FILE: {ca_file} innehåller inga certifikat i PEM-form",
                f"MYSAM_CA_FILE: {ca_file} holds no certificates in PEM form",
            ) from error
    return context


def client_session(settings: Settings) -> ClientSession:
    """Make the session that all calls out go through; the one who asked for it closes it. Raises ConfigError.

    It takes the proxy from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. A library that is given this session must not
    choose a proxy or a certificate check by itself: slack-sdk's clients do both, so set `proxy` to None on them after
    they are made, and give them `trusted(settings.ca_file)` as `ssl`.
    """
    return ClientSession(
        connector=TCPConnector(ssl=trusted(settings.ca_file)),
        timeout=ClientTimeout(total=WHOLE_SECONDS, sock_connect=CONNECT_SECONDS),
        trust_env=True,
    )


def proxy_for(address: str) -> str | None:
    """Give the proxy that an address is reached through, None for straight.

    A web socket goes the way of its web pages (wss as https), which aiohttp does not find by itself.
    """
    parts = urlsplit(address)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    return getproxies().get({"wss": "https", "ws": "http"}.get(parts.scheme, parts.scheme))
