"""`mysam manifest slack`: the app's manifest, to be pasted where Slack makes an app."""

from __future__ import annotations

import argparse

from bot.cli.command import CliCommand
from bot.config import Settings


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("platform", choices=("slack",), metavar="slack", help="plattformen")
    parser.add_argument(
        "--mode",
        choices=("socket", "http"),
        help="hur Slack når programmet (annars som inställningarna säger, eller socket)",
    )
    parser.add_argument(
        "--url", metavar="ADRESS", help="programmets adress utåt, till exempel https://mysam.example.se"
    )


def _run(arguments: argparse.Namespace, settings: Settings) -> None:
    import json
    from urllib.parse import urlsplit

    from bot.misuse import ConfigError
    from bot.slack.manifest import manifest

    mode = arguments.mode or (settings.slack.mode if settings.slack is not None else "socket")
    url = (arguments.url or settings.public_url or "").rstrip("/") or None
    if url is not None and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
        raise ConfigError(f"--url: {url} är ingen adress (skriv https://…)", f"--url: {url} is no address (https://…)")
    if mode == "http" and url is None:
        raise ConfigError(
            "--url: saknas; över HTTP behöver Slack programmets adress, https://…",
            "--url: missing; over HTTP Slack needs the program's address, https://…",
        )
    print(json.dumps(manifest(mode, url, settings.language), ensure_ascii=False, indent=2))


MANIFEST = CliCommand("manifest", "skriv ut appens manifest för Slack", _add, _run)
