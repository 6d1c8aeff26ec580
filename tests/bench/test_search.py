"""Search as you type over 1,000,000 visits and 200,000 cases, to rows on screen, against the bare FTS query.

``DESK_BENCH_MILLION`` may name a folder in which the filled office is kept from one run to the next.
"""

import os
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk.bootstrap.adapters import OfficeSearch
from desk.models.base import new_id
from desk.store import layout, search
from desk.store.engine import connect
from desk.ui.shell.search import SearchPanel
from tests.bench.conftest import Report
from tests.bench.figures import Clocked, clocked, percentile
from tests.bench.names import FAMILY, GIVEN
from tests.bench.rooms import main_window, opened_desktop, session_of
from tests.faults.reopening import reopened
from tests.office import SmallOffice, open_small_office
from tests.requests import registered

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1500)]

VISITS, CASES = 1_000_000, 200_000
_ELECTIONS = ("DPRD", "DPR", "DPD", "kepala daerah")
_START = datetime(2016, 1, 4, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallOffice]:
    kept = os.environ.get("DESK_BENCH_MILLION")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("million") / "data"
    if layout.database(folder).exists():
        opened = reopened(folder)
    else:
        opened = open_small_office(folder)
        registered(opened)
        _fill(opened)
    yield opened
    opened.store.close()


def _fill(office: SmallOffice) -> None:
    """Rows straight into the tables, the log's triggers aside meanwhile; then the indexes anew."""
    raw = connect(layout.database(office.store.folder), office.store.key)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("BEGIN IMMEDIATE")
    kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        raw.execute(f'DROP TRIGGER "{name}"')
    dice = random.Random(20261122)  # noqa: S311 - repeatable
    _many(raw, "visits", _visits(dice))
    pattern, who = _first(raw, "cases"), _first(raw, "applicants")
    ids = [new_id() for _ in range(CASES)]
    _many(raw, "cases", (_case(pattern, number, case_id, dice) for number, case_id in enumerate(ids)))
    _many(raw, "applicants", (who | {"id": new_id(), "case_id": one, "name": _name(dice)} for one in ids))
    for _, sql in kept:
        raw.execute(sql)
    raw.execute("COMMIT")
    raw.close()
    with office.store.local() as session:
        search.rebuild(session)


def _first(raw: Any, table: str) -> dict[str, object]:
    row = raw.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608
    return dict(zip(_columns(raw, table), row, strict=True))


def _columns(raw: Any, table: str) -> list[str]:
    return [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]


def _many(raw: Any, table: str, rows: Iterable[dict[str, object]]) -> None:
    names = _columns(raw, table)
    places = ", ".join("?" * len(names))
    values = ([row.get(name) for name in names] for row in rows)
    raw.executemany(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608


def _name(dice: random.Random) -> str:
    return f"{dice.choice(GIVEN)} {dice.choice(GIVEN)} {dice.choice(FAMILY)}"


def _visits(dice: random.Random) -> Iterator[dict[str, object]]:
    for number in range(VISITS):
        moment = _START + timedelta(seconds=300 * number)
        yield {
            "id": new_id(),
            "day": moment.date().isoformat(),
            "arrived_at": f"{moment:%Y-%m-%dT%H:%M:%S}.000000Z",
            "left_at": f"{moment:%Y-%m-%dT%H:%M:%S}.500000Z",
            "name": _name(dice),
            "institution": dice.choice(("Universitas Samawa", "Dinas Sosial", "", "LSM Suara Warga")),
            "phone": f"0812{dice.randrange(10_000_000, 99_999_999)}",
            "identity_kind": "ktp",
            "purpose": "Konsultasi",
            "meets": "",
            "service": "",
            "companions": 0,
            "companion_names": "[]",
            "errand": "visit",
            "card": f"{dice.randrange(1, 60):02d}",
            "note": "",
            "source": "gate",
            "registered_by": "bench",
        }


def _case(pattern: dict[str, object], number: int, case_id: str, dice: random.Random) -> dict[str, object]:
    moment = _START + timedelta(minutes=27 * number)
    return pattern | {
        "id": case_id,
        "number": f"{number:06d}/PI/KPU/{moment.year}",
        "code": f"{number:016d}",
        "subject": f"Rekapitulasi hasil {dice.choice(_ELECTIONS)} {dice.choice(FAMILY)}",
        "registered_at": f"{moment:%Y-%m-%dT%H:%M:%S}.000000Z",
        "closed_at": f"{moment:%Y-%m-%dT%H:%M:%S}.900000Z",
    }


def _texts(seed: int) -> list[str]:
    """What people look for: names, given names, phones, register numbers."""
    dice = random.Random(seed)  # noqa: S311 - repeatable
    texts = []
    for _ in range(100):
        name = _name(dice)
        phone, number = f"0812{dice.randrange(100_000, 999_999)}", f"{dice.randrange(CASES):06d}"
        texts.append(dice.choice((name, name.split()[0], phone, number))[:16].rstrip())
    return texts


def _keys(text: str) -> list[str]:
    """What stands in the field after each key from the second on."""
    return [text[:end] for end in range(2, len(text) + 1)]


def test_search_as_you_type(qtbot: QtBot, office: SmallOffice, report: Report) -> None:
    find = OfficeSearch(office.at("rahma")).find
    for text in _texts(1):  # a morning's searches before, for other names
        for typed in _keys(text):
            find(typed)
    query, bare = _against_bare(office, find, [typed for text in _texts(7) for typed in _keys(text)])
    with opened_desktop(qtbot, office) as desktop:
        desktop.enter(session_of(office, "rahma"))
        window = main_window(desktop)
        qtbot.waitUntil(lambda: window.isActiveWindow() and not desktop.tasks.busy)
        typist = Typist(qtbot, window.search, window.topbar.search.edit)
        painted = [took for text in _texts(11) for took in typist.type(text)]
    report(
        f"search of {VISITS:,} visits and {CASES:,} cases, {len(painted)} keys: key to rows painted in the "
        f"main window p50 {_at(painted, 0.5)}, p90 {_at(painted, 0.9)}, p99 {_at(painted, 0.99)} "
        f"(aim p99 <= 16 ms); query p99 {_at(query, 0.99)}, bare FTS queries p99 {_at(bare, 0.99)}: "
        f"{_ratio(query, bare)} (aim <= 2 x)"
    )
    assert len(painted) > 500


def _against_bare(
    office: SmallOffice, find: Callable[[str], object], texts: list[str]
) -> tuple[list[Clocked], list[Clocked]]:
    """Both for each text, one first and then the other, in turn, so that neither warms only the other."""
    query, bare = [], []
    for turn, text in enumerate(texts):
        expression = search.match_expression(text)
        if turn % 2:
            query.append(clocked(lambda text=text: find(text)))
        with office.store.read() as session:
            ask = partial(_bare, session.connection(), expression)
            bare.append(clocked(ask))
        if not turn % 2:
            query.append(clocked(lambda text=text: find(text)))
    return query, bare


def _at(took: list[Clocked], share: float) -> str:
    return f"{percentile([one.wall for one in took], share):.1f} ms"


def _ratio(ours: list[Clocked], bare: list[Clocked]) -> str:
    wall = percentile([one.wall for one in ours], 0.99) / percentile([one.wall for one in bare], 0.99)
    cpu = percentile([one.cpu for one in ours], 0.99) / percentile([one.cpu for one in bare], 0.99)
    return f"{wall:.2f} x, of processor time {cpu:.2f} x"


def _bare(connection: Any, expression: str) -> None:
    """The newest 20 keys of both indexes: what no program over FTS5 can do without."""
    for index in ("search_visit_text", "search_case_text"):
        connection.exec_driver_sql(
            f'SELECT rowid FROM "{index}" WHERE "{index}" MATCH ? ORDER BY rowid DESC LIMIT 20',  # noqa: S608
            (expression,),
        ).all()


class Typist(QObject):
    """Types into the search field of the real window and waits until the rows of the key are painted."""

    def __init__(self, qtbot: QtBot, panel: SearchPanel, edit: Any) -> None:
        super().__init__()
        self.bot, self.panel, self.edit = qtbot, panel, edit
        self._fresh = self._painted = False
        panel.model.modelReset.connect(self._reset)
        for part in (panel, panel.view.viewport(), *panel.findChildren(QLabel)):
            part.installEventFilter(self)

    def type(self, text: str) -> list[Clocked]:
        """Times of each key from the second on, the field emptied before."""
        self.edit.setFocus()
        self.bot.keyClick(self.edit, Qt.Key.Key_Escape)
        self.bot.keyClick(self.edit, text[0])
        QApplication.processEvents()
        return [self._key(letter) for letter in text[1:]]

    def _key(self, letter: str) -> Clocked:
        self._fresh = self._painted = False

        def press() -> None:
            self.bot.keyClick(self.edit, letter)
            while not self._painted:
                QApplication.processEvents()

        took = clocked(press)
        assert self.panel.isVisible()
        return took

    def _reset(self) -> None:
        self._fresh = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """A part of the panel is painted after the model took the new rows."""
        if event.type() == QEvent.Type.Paint and self._fresh:
            self._painted = True
        return False
