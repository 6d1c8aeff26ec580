"""Processes of one PC tell each other what changed; the owner's death is taken over."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from desk.ui.runtime.localbus import LocalBus, announce, bus_name, decode, encode
from desk.ui.runtime.ports import EVERYTHING, Changed

PEER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desk.ui.runtime.localbus import LocalBus
app = QCoreApplication([])
bus = LocalBus(Path(sys.argv[1]))
def say(*words):
    print(*words, flush=True)
bus.joined.connect(lambda: say("joined", "owner" if bus.owner else "member"))
bus.received.connect(lambda changed: (say("got", *sorted(changed.rows)), bus.send(changed)
    if "echo" in changed.rows else None))
bus.start()
app.exec()
"""
VISIT = Changed({"visit": frozenset({"1", "2"})})


class Peer:
    """Another Desk process on the same data folder."""

    def __init__(self, folder: Path) -> None:
        self.process = QProcess()
        self.process.start(sys.executable, ["-c", PEER, str(folder)])
        assert self.process.waitForStarted()
        self.said = ""

    def heard(self, text: str) -> bool:
        self.said += bytes(self.process.readAllStandardOutput().data()).decode()
        return text in self.said

    def kill(self) -> None:
        os.kill(self.process.processId(), signal.SIGKILL)
        self.process.waitForFinished()


@pytest.fixture
def peer(tmp_path, qtbot):
    made = []

    def start():
        made.append(Peer(tmp_path))
        return made[-1]

    yield start
    for each in made:
        each.process.kill()
        each.process.waitForFinished()


@pytest.fixture
def bus(tmp_path, qtbot):
    made = LocalBus(tmp_path)
    yield made
    made.close()


def test_a_line_is_read_as_it_was_written():
    assert decode(encode(VISIT)) == VISIT
    with pytest.raises(ValueError, match="tables"):
        decode(b"[1]\n")


def test_the_first_owns_the_second_hears(bus, peer, qtbot):
    bus.start()
    assert bus.owner
    other = peer()
    qtbot.waitUntil(lambda: other.heard("joined member"))
    bus.send(VISIT)
    qtbot.waitUntil(lambda: other.heard("got visit"))


def test_a_store_thread_may_share(bus, peer, qtbot):
    bus.start()
    other = peer()
    qtbot.waitUntil(lambda: other.heard("joined member"))
    worker = threading.Thread(target=bus.share, args=[VISIT])
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: other.heard("got visit"))


def test_members_hear_each_other_through_the_owner(bus, peer, qtbot):
    owner = peer()
    qtbot.waitUntil(lambda: owner.heard("joined owner"))
    second = peer()
    qtbot.waitUntil(lambda: second.heard("joined member"))
    with qtbot.waitSignal(bus.joined):
        bus.start()
    assert not bus.owner
    bus.send(VISIT)
    qtbot.waitUntil(lambda: second.heard("got visit") and owner.heard("got visit"))


def test_the_owners_death_is_taken_over_and_everybody_reads_anew(bus, peer, qtbot):
    owner = peer()
    qtbot.waitUntil(lambda: owner.heard("joined owner"))
    with qtbot.waitSignal(bus.joined):
        bus.start()
    with qtbot.waitSignal(bus.received) as heard:
        owner.kill()
    assert heard.args == [EVERYTHING]
    assert bus.owner
    newcomer = peer()
    qtbot.waitUntil(lambda: newcomer.heard("joined member"))


def test_what_was_sent_before_joining_is_sent_then(bus, peer, qtbot):
    owner = peer()
    qtbot.waitUntil(lambda: owner.heard("joined owner"))
    bus.start()
    bus.send(VISIT)
    qtbot.waitUntil(lambda: owner.heard("got visit"))


def test_the_command_line_announces_without_an_event_loop(bus, tmp_path, qtbot):
    bus.start()
    code = (
        "import sys; from pathlib import Path; from desk.ui.runtime.localbus import announce; "
        "from desk.ui.runtime.ports import Changed; "
        "print(announce(Path(sys.argv[1]), Changed({'case': frozenset({'7'})})))"
    )
    with qtbot.waitSignal(bus.received) as heard:
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    out, _err = process.communicate(timeout=30)
    assert heard.args == [Changed({"case": frozenset({"7"})})]
    assert out.decode().strip() == "True"


def test_announcing_to_nobody_says_so(tmp_path, qtbot):
    assert not announce(tmp_path, VISIT)


def test_a_stranger_on_the_socket_is_sent_away(bus, tmp_path, qtbot, caplog):
    from PySide6.QtNetwork import QLocalSocket

    bus.start()
    heard = []
    bus.received.connect(heard.append)
    stranger = QLocalSocket()
    stranger.connectToServer(bus_name(tmp_path))
    with qtbot.waitSignal(stranger.disconnected):
        stranger.write(b"not ours\n")
        stranger.flush()
    assert heard == []
    assert "none of ours" in caplog.text
