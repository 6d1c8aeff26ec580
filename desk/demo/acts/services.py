"""Around the services: the half-year report of complaints, the settings of services."""

from desk.demo.complaints import TEAM
from desk.demo.stage import Stage


def play(stage: Stage) -> None:
    """A few looks into other rooms."""
    stage.later(minutes=5)
    _report(stage)
    _settings(stage)


def _report(stage: Stage) -> None:
    stage.sign_in(TEAM)
    stage.go("Laporan pengaduan")
    stage.shot("laporan-pengaduan", "Laporan pengaduan tiap enam bulan", "S4", "R7", "P9")
    title = "Laporan dokumentasi pengaduan"
    stage.paper("laporan_pengaduan", "2026-2", "laporan-pengaduan", title, ("S4", "R7"))
    stage.sign_out()


def _settings(stage: Stage) -> None:
    stage.sign_in("indah")
    stage.go("Pengaturan layanan")
    stage.shot("pengaturan-layanan", "Pengaturan layanan yang diserahkan kepada kantor", "P11", "R11")
    stage.sign_out()
