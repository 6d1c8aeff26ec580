"""Announcements reach the pages that watch those tables, in the UI thread, as one per turn."""

import threading

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from desk.ui.runtime.hub import ChangeHub
from desk.ui.runtime.ports import EVERYTHING, Changed
from tests.ui.drivers.fakes import FakeChanges


def test_many_announcements_of_one_turn_are_one(qtbot):
    changes, seen = FakeChanges(), []
    hub = ChangeHub(changes)
    hub.subscribe(frozenset({"visit"}), seen.append)
    changes.announce(visit=["1"])
    changes.announce(visit=["2"], ticket=["9"])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [Changed({"visit": frozenset({"1", "2"}), "ticket": frozenset({"9"})})]
    hub.close()
    assert changes.callbacks == []


def test_only_those_who_watch_are_told(qtbot):
    changes, visits, cases = FakeChanges(), [], []
    hub = ChangeHub(changes)
    hub.subscribe(frozenset({"visit"}), visits.append)
    stop = hub.subscribe(frozenset({"case"}), cases.append)
    with qtbot.waitSignal(hub.changed):
        changes.announce(case=["1"])
    stop()
    with qtbot.waitSignal(hub.changed):
        changes.announce(case=["2"])
    assert (len(visits), len(cases)) == (0, 1)
    hub.close()


def test_a_store_thread_announces_and_the_ui_thread_hears(qtbot):
    changes, threads = FakeChanges(), []
    hub = ChangeHub(changes)
    hub.subscribe(frozenset({"*"}), lambda _changed: threads.append(QThread.currentThread()))
    worker = threading.Thread(target=lambda: changes.announce(visit=["1"]))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [QApplication.instance().thread()]
    hub.close()


def test_unknown_rows_stay_unknown_when_merged():
    known, unknown = Changed({"visit": frozenset({"1"})}), Changed({"visit": frozenset()})
    assert known.merged(unknown).ids("visit") == frozenset()
    assert unknown.merged(known).ids("visit") == frozenset()
    assert EVERYTHING.touches(frozenset({"visit"}))
    assert not Changed().touches(frozenset({"*"}))
