"""Where the bot is installed on platforms with tokens of their own: kept sealed, opened only to be used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.database import Database
from storage.keys import Keys
from storage.tables import InstallationRow


@dataclass(frozen=True)
class Installation:
    """The bot in one workspace; `platform` is what the platform port calls it ("slack:T0123").

    `raw` is what the platform answered at the installation. Neither it nor the token shows when this is printed.
    """

    platform: str
    bot_token: str = field(repr=False)
    bot_user: str
    app_id: str
    team: str
    name: str
    installed_at: datetime
    scopes: tuple[str, ...] = ()
    enterprise: str | None = None
    revoked_at: datetime | None = None
    raw: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), repr=False)


class Installs:
    """Keeps installations. Every method may raise StorageError; what needs a key MissingKey, BadKey or WrongKey."""

    def __init__(self, database: Database, keys: Keys) -> None:
        self._database = database
        self._keys = keys

    async def put(self, installation: Installation) -> None:
        """Keep an installation, in place of an earlier one on the same platform."""

        def work(session: Session) -> None:
            other = session.exec(
                select(InstallationRow.bot_token).where(InstallationRow.bot_token != "").limit(1)
            ).first()
            if other:
                # With another key than the rest, some of them would be lost whichever key is right.
                self._keys.open(other)
            session.merge(self._row(installation))

        await self._database.write(work)

    async def get(self, platform: str) -> Installation | None:
        """Give the installation on a platform; None when there is none, or it was revoked."""

        def work(session: Session) -> Installation | None:
            row = session.get(InstallationRow, platform)
            return self._installation(row) if row is not None and row.revoked_at is None else None

        return await self._database.read(work)

    async def all(self) -> tuple[Installation, ...]:
        """Give every installation that is not revoked, by platform."""
        query = (
            select(InstallationRow)
            .where(col(InstallationRow.revoked_at).is_(None))
            .order_by(col(InstallationRow.platform))
        )
        return await self._database.read(
            lambda session: tuple(self._installation(row) for row in session.exec(query).all())
        )

    async def revoke(self, platform: str, at: datetime) -> None:
        """Take down that the bot is no longer let in, and forget its token. Nothing happens when there is none."""
        change = (
            update(InstallationRow)
            .where(col(InstallationRow.platform) == platform)
            .values(revoked_at=at.astimezone(UTC), bot_token="", raw="")
        )

        def work(session: Session) -> None:
            session.execute(change)

        await self._database.write(work)
        await self._database.scrub()

    async def reseal(self) -> int:
        """Seal every token anew with the newest key, all or none, and return how many installations there are."""

        def work(session: Session) -> int:
            rows = session.exec(select(InstallationRow).where(InstallationRow.bot_token != "")).all()
            for row in rows:
                row.bot_token = self._keys.seal(self._keys.open(row.bot_token))
                row.raw = self._keys.seal(self._keys.open(row.raw))
                session.add(row)
            return len(rows)

        resealed = await self._database.write(work)
        await self._database.scrub()
        return resealed

    def _row(self, one: Installation) -> InstallationRow:
        return InstallationRow(
            platform=one.platform,
            bot_token=self._keys.seal(one.bot_token),
            bot_user=one.bot_user,
            app_id=one.app_id,
            scopes=" ".join(one.scopes),
            enterprise=one.enterprise,
            team=one.team,
            name=one.name,
            installed_at=one.installed_at.astimezone(UTC),
            revoked_at=one.revoked_at.astimezone(UTC) if one.revoked_at else None,
            raw=self._keys.seal(json.dumps(dict(one.raw), ensure_ascii=False)),
        )

    def _installation(self, row: InstallationRow) -> Installation:
        return Installation(
            platform=row.platform,
            bot_token=self._keys.open(row.bot_token),
            bot_user=row.bot_user,
            app_id=row.app_id,
            team=row.team,
            name=row.name,
            installed_at=row.installed_at,
            scopes=tuple(row.scopes.split()),
            enterprise=row.enterprise,
            revoked_at=row.revoked_at,
            raw=json.loads(self._keys.open(row.raw)),
        )
