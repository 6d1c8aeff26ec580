"""The calm line: offline is no error, and the words say what the colour says."""

from dataclasses import replace

import pytest

from desk.ui.runtime.network import NetworkState
from desk.ui.shell.standing import StatusLine, status_line

WELL = NetworkState(online=True)
REVOKED = NetworkState(
    pending=2, trouble="revoked", trouble_sentence="Perangkat ini sudah dicabut.", lasting=True
)
FULL = NetworkState(trouble="server_full", trouble_sentence="Penyimpanan server penuh.")


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (None, StatusLine("Tersimpan di komputer ini")),
        (WELL, StatusLine("Tersimpan di server kantor")),
        (replace(WELL, pending=1), StatusLine("Tersimpan di server kantor")),
        (replace(WELL, pending=45), StatusLine("Tersambung · mengirim 45 perubahan")),
        (NetworkState(), StatusLine("Luring", "waiting")),
        (NetworkState(pending=3, conflicts=1), StatusLine("Luring · 3 perubahan menunggu", "waiting")),
        (FULL, StatusLine("Luring", "waiting")),
        (replace(WELL, conflicts=1, refused=1), StatusLine("Tersambung · 2 perlu dipilih", "waiting")),
        (
            replace(WELL, clock_offset=-121.0),
            StatusLine("Tersambung · periksa jam komputer ini", "waiting"),
        ),
        (replace(WELL, clock_offset=119.0), StatusLine("Tersimpan di server kantor")),
        (replace(WELL, clock_back=True), StatusLine("Tersambung · periksa jam komputer ini", "waiting")),
        (replace(WELL, loading=(450, 1000)), StatusLine("Memuat data kantor · 45 %", "waiting")),
        (replace(WELL, loading=(0, 0)), StatusLine("Memuat data kantor · 0 %", "waiting")),
        (
            REVOKED,
            StatusLine("Hubungan kantor perlu diperiksa · 2 perubahan menunggu", "attention"),
        ),
    ],
)
def test_the_line_of_each_state(state: NetworkState | None, line: StatusLine) -> None:
    assert status_line(state) == line
