"""Where the program listens: a port that is free, or exactly the one that was asked for."""

from __future__ import annotations

import errno
import socket

from bot.misuse import ConfigError
from meetings.language import Language

_TRIED = 20
"""How many ports are tried after the one that was asked for."""


def find_port(host: str, port: int, language: Language = "sv", *, exactly: bool = False) -> socket.socket:
    """Listen on the port, or unless `exactly` on a free one close by. Raises ConfigError when none is, or the address
    is not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    tries = 1 if exactly else _TRIED
    for tried in range(port, min(port + tries, 65_536)) if port else (0,):
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, tried))
            listening.listen(128)
        except OSError as error:
            listening.close()
            if error.errno is None or isinstance(error, socket.gaierror) or not _is_taken(error):
                raise ConfigError(
                    f"--host {host}: går inte att lyssna på ({error.strerror}).",
                    f"--host {host}: cannot be listened on ({error.strerror}).",
                ) from error
            continue
        return listening
    if exactly:
        raise ConfigError(f"PORT: {port} är upptagen.", f"PORT: {port} is taken.")
    raise ConfigError(
        f"Ingen ledig port från {port} och framåt; välj en annan med --port.",
        f"No free port from {port} on; choose another with --port.",
    )


def address_of(listening: socket.socket, host: str) -> str:
    """Give the web address of what listens."""
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"


def _is_taken(error: OSError) -> bool:
    return error.errno in (errno.EADDRINUSE, errno.EACCES)
