"""A sync broken on purpose, in one database or one process: what the invariants must find out."""

from collections.abc import Callable
from importlib.resources import files
from types import MappingProxyType

import msgspec
import pytest

from desk.store import outbox
from desk.sync.exchange import PUSHED_AT_ONCE, Exchange
from desk.sync.link import told
from tests.lan import OfficeLan

Plant = Callable[[OfficeLan, pytest.MonkeyPatch], None]


def _on_the_server(*changes: tuple[str, str]) -> Plant:
    """The server's functions with other words in them."""

    def plant(lan: OfficeLan, _patch: pytest.MonkeyPatch) -> None:
        text = files("desk.sync.server").joinpath("functions.sql").read_text(encoding="utf-8")
        for sound, broken in changes:
            assert text.count(sound) == 1, sound
            text = text.replace(sound, broken)
        lan.admin.execute(text.encode())

    return plant


def _early(_lan: OfficeLan, patch: pytest.MonkeyPatch) -> None:
    """What is about to be sent counts as answered."""

    def push(self: Exchange) -> int:
        with self.store.read() as session:
            connection = session.connection()
            batch = outbox.bundles(connection, outbox.acknowledged(connection), PUSHED_AT_ONCE)
        if not batch:
            return 0
        with self.store.replica() as replica:
            outbox.acknowledge(replica.connection, batch[-1][0])
        body = msgspec.json.encode([bundle for _, bundle in batch]).decode()
        with told():
            row = self.connection.execute("SELECT desk.push(%s)", (body,)).fetchone()
        self._settle(batch, row[0] if row else [])
        return len(batch)

    patch.setattr(Exchange, "push", push)


BUGS = MappingProxyType(
    {
        "no rev bump": _on_the_server(
            ("UPDATE desk.office_row SET rev = of_rev, audience", "UPDATE desk.office_row SET audience")
        ),
        "early acknowledgement": _early,
        "no dedupe": _on_the_server(
            (
                "answers := answers || known.answer;\n            CONTINUE;",
                "DELETE FROM desk.history WHERE bundle = known.id;\n"
                "DELETE FROM desk.move_made WHERE bundle = known.id;\n"
                "DELETE FROM desk.bundle WHERE id = known.id;\n"
                "UPDATE desk.strand SET seq = known.seq - 1, chain = known.prev_hash\n"
                "WHERE store = known.store AND incarnation = known.incarnation;",
            )
        ),
    }
)
