"""What is wrong with the way to Slack: tokens, permissions, the clock, the way in, and the channels of the groups."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

from bot.config import Settings, SlackSettings
from bot.doctor import Finding
from bot.keeping.place import Place
from bot.net import client_session, trusted
from bot.platform import DeliveryError, NotSaid
from bot.sealing import keys_for
from bot.slack.calls import Calls
from bot.slack.errors import Refused, advice
from bot.slack.pace import Pace
from bot.slack.scopes import BOT_SCOPES
from bot.slack.shapes import map_of, text_of
from bot.slack.workspaces import Line, platform_name
from meetings.errors import MysamError
from meetings.language import Texts
from storage.database import Database
from storage.installs import Installs
from storage.store import Store

MOST_SKEW = 60.0
"""Seconds; Slack's signatures are good for five minutes."""
MOST_CHANNELS = 50


async def examine_slack(
    settings: Settings, slack: SlackSettings, place: Place, database: Database | None, texts: Texts
) -> list[Finding]:
    """Look at the way to Slack. Without a database the groups' channels are left out."""
    async with client_session(settings) as session:
        line = Line(session, slack.api_url, trusted(settings.ca_file))
        tokens = {"Slack": slack.bot_token} if slack.bot_token else {}
        if database is not None and slack.client_id:
            try:
                installs = await Installs(database, keys_for(settings, place.url)).all()
            except MysamError:
                # Told of among the keys already.
                installs = ()
            tokens = {one.platform: one.bot_token for one in installs}
        findings = [] if tokens else [Finding(texts.t("data.doctor.nowhere"), True, texts.t("data.doctor.install"))]
        for name, token in tokens.items():
            findings += await _workspace(Calls(line.client(token), Pace()), name, database, texts)
        findings.append(await _way_in(settings, slack, line, texts))
    return findings


async def _workspace(calls: Calls, name: str, database: Database | None, texts: Texts) -> list[Finding]:
    try:
        response = await calls.client.auth_test()
        told: Mapping[str, Any] = map_of(response.data)
        headers: Mapping[str, Any] = {key.lower(): value for key, value in response.headers.items()}
        await calls.learn_scopes()
    except Exception as error:
        return [_not_let_in(error, name, texts)]
    team = text_of(told.get("team")) or name
    findings = [Finding(texts.t("data.doctor.let_in", team=team))]
    findings += _clock(headers, texts)
    findings += _scopes(calls, texts)
    org_wide = bool(told.get("is_enterprise_install"))
    platform = platform_name(text_of(told.get("enterprise_id")), text_of(told.get("team_id")), org_wide)
    if database is not None and platform is not None:
        findings += await _channels(calls, platform, database, texts)
    return findings


def _not_let_in(error: Exception, name: str, texts: Texts) -> Finding:
    from bot.slack.errors import delivery_error

    why = delivery_error(error, "auth.test", repeatable=True)
    if isinstance(why, Refused):
        told = texts.t("data.doctor.not_let_in", team=name, code=why.code)
        return Finding(told, True, texts.t("data.doctor.reinstall"))
    return Finding(texts.t("data.doctor.silent", why=why), True, texts.t("data.doctor.network"))


def _clock(headers: Mapping[str, Any], texts: Texts) -> list[Finding]:
    try:
        there = parsedate_to_datetime(str(headers.get("date", "")))
    except ValueError:
        return []
    seconds = round(abs((datetime.now(UTC) - there.replace(tzinfo=there.tzinfo or UTC)).total_seconds()))
    if seconds <= MOST_SKEW:
        return [Finding(texts.t("data.doctor.clock", seconds=seconds))]
    return [Finding(texts.t("data.doctor.clock_wrong", seconds=seconds), True, texts.t("data.doctor.set_clock"))]


def _scopes(calls: Calls, texts: Texts) -> list[Finding]:
    """Compare the permissions with those needed, where Slack tells them."""
    if calls.scopes is None:
        return []
    missing, more = sorted(set(BOT_SCOPES) - calls.scopes), sorted(calls.scopes - set(BOT_SCOPES))
    findings = [Finding(texts.t("data.doctor.scopes_more", scopes=", ".join(more)))] if more else []
    if not missing:
        return [Finding(texts.t("data.doctor.scopes")), *findings]
    how = advice("missing_scope", texts, ", ".join(missing))
    return [Finding(texts.t("data.doctor.scopes_missing", scopes=", ".join(missing)), True, how), *findings]


async def _channels(calls: Calls, platform: str, database: Database, texts: Texts) -> list[Finding]:
    findings = []
    for conversation, group in (await Store(database).conversations(platform))[:MOST_CHANNELS]:
        code, name = None, conversation
        try:
            answer = await calls.call(
                "conversations.info", calls.client.conversations_info, repeatable=True, channel=conversation
            )
            channel = map_of(answer.get("channel"))
            name = text_of(channel.get("name")) or conversation
            code = "is_archived" if channel.get("is_archived") else None
            if code is None and channel.get("is_member") is False:
                code = "not_in_channel"
        except NotSaid as error:
            findings.append(Finding(texts.t("data.doctor.silent", why=error), True, texts.t("data.doctor.network")))
            break
        except DeliveryError as error:
            code = error.code if isinstance(error, Refused) else "unknown"
        if code is None:
            findings.append(Finding(texts.t("data.doctor.member", group=group.name, channel=name)))
        else:
            findings.append(Finding(texts.t("data.doctor.trouble", group=group.name, advice=advice(code, texts)), True))
    return findings


async def _way_in(settings: Settings, slack: SlackSettings, line: Line, texts: Texts) -> Finding:
    if slack.mode == "socket":
        calls = Calls(line.client(slack.app_token), Pace())
        token = {"app_token": slack.app_token or ""}
        try:
            await calls.call("apps.connections.open", calls.client.apps_connections_open, repeatable=True, **token)
        except Refused as refused:
            told = texts.t("data.doctor.socket_refused", code=refused.code)
            return Finding(told, True, texts.t("data.doctor.app_token"))
        except DeliveryError as error:
            return Finding(texts.t("data.doctor.silent", why=error), True, texts.t("data.doctor.network"))
        return Finding(texts.t("data.doctor.socket"))
    if settings.public_url is None:
        return Finding(texts.t("data.doctor.http_unknown"))
    url = f"{settings.public_url}/healthz"
    why = ""
    try:
        async with line.session.get(url) as answer:
            why = "" if answer.status == 200 else f"HTTP {answer.status}"
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        why = type(error).__name__
    if why:
        return Finding(texts.t("data.doctor.http_silent", url=url, why=why), True, texts.t("data.doctor.open_http"))
    return Finding(texts.t("data.doctor.http", url=url))
