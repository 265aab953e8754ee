"""Who may reach the web chat, and what a browser may do with its page: addresses, sign-in, origins and headers."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from bot.misuse import ConfigError

COOKIE = "mysam_session"
SESSION_SECONDS = 12 * 3600
SHORTEST_SECRET = 16

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: with that a browser keeps from us where the sign-in form was sent from.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}


def is_loopback(host: str) -> bool:
    """Tell whether an address or name is this machine's own."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def check_address(host: str, secret: str | None) -> None:
    """Refuse to open the page to other machines without a sign-in. Raises ConfigError, which says how it is done."""
    if secret is not None and len(secret) < SHORTEST_SECRET:
        raise ConfigError(
            f"MYSAM_ACCESS_SECRET: minst {SHORTEST_SECRET} tecken",
            f"MYSAM_ACCESS_SECRET: at least {SHORTEST_SECRET} letters",
        )
    if secret is None and not is_loopback(host):
        raise ConfigError(
            f"--host {host} öppnar sidan för andra datorer, och på den kan vem som helst vara vem som helst.\n"
            "Sätt MYSAM_ACCESS_SECRET till ett lösenord som de ska logga in med, eller kör utan --host.",
            f"--host {host} opens the page to other computers, and on it anybody can be anybody.\n"
            "Set MYSAM_ACCESS_SECRET to a password that they sign in with, or run without --host.",
        )


def host_allowed(host: str, secret: str | None) -> bool:
    """Tell whether a request's Host header may be answered: without a sign-in only this machine's own names.

    So a page elsewhere cannot reach the chat by letting its own name lead here.
    """
    name = urlsplit(f"//{host}").hostname or ""
    return secret is not None or is_loopback(name)


def same_origin(origin: str | None, host: str) -> bool:
    """Tell whether a request comes from the page itself, by its Origin header."""
    if not origin:
        return False
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.casefold() == host.casefold()


class Sessions:
    """Signs people in with the one secret. A session is a moment and its seal, so that a restart ends none."""

    def __init__(self, secret: str | None) -> None:
        self.open = secret is None
        self._secret = secret or ""
        self._key = hashlib.sha256(b"mysam web chat session\0" + self._secret.encode()).digest()

    def right(self, given: str) -> bool:
        """Tell whether this is the secret, in the same time whatever is given."""
        return not self.open and hmac.compare_digest(given.encode(), self._secret.encode())

    def begin(self, now: float) -> str:
        """Give the value of a new session's cookie."""
        told = f"{int(now) + SESSION_SECONDS}.{secrets.token_hex(8)}"
        return f"{told}.{self._seal(told)}"

    def holds(self, cookie: str | None, now: float) -> bool:
        """Tell whether somebody is signed in; everybody is when there is no secret."""
        if self.open:
            return True
        told, _, seal = (cookie or "").rpartition(".")
        until = told.partition(".")[0]
        return hmac.compare_digest(seal.encode(), self._seal(told).encode()) and until.isdecimal() and int(until) > now

    def _seal(self, told: str) -> str:
        return hmac.new(self._key, told.encode(), hashlib.sha256).hexdigest()


class Bucket:
    """Lets so many through at once, and so many a second after that."""

    def __init__(self, size: float, a_second: float) -> None:
        self._size = size
        self._rate = a_second
        self._left = size
        self._at = 0.0

    def take(self, now: float) -> bool:
        """Let one more through, if there is room; `now` in seconds, never backwards."""
        self._left = min(self._size, self._left + max(0.0, now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
