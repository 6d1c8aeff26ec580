"""The tour as a smoke test: every act plays in the real windows, nothing is cut, no picture is empty."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1500)]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The tour in a process of its own, as the command runs it."""
    out = tmp_path_factory.mktemp("tour") / "pictures"
    done = subprocess.run(
        [sys.executable, "-m", "desk", "tour", "--out", str(out), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return out, json.loads(done.stdout)


def test_there_are_enough_screens_and_papers(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert len(index["screens"]) >= 120
    assert len(index["papers"]) >= 33


def test_no_text_is_cut(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert {screen["file"]: screen["clipped"] for screen in index["screens"] if screen["clipped"]} == {}


def test_every_file_is_there_and_none_is_empty(toured: tuple[Path, dict[str, Any]]) -> None:
    out, index = toured
    named = {entry["file"] for entry in (*index["screens"], *index["papers"])}
    assert named | {"tour.json"} == {path.name for path in out.iterdir()}
    assert all((out / name).stat().st_size > 2_000 for name in named)
    assert all((out / paper["file"]).read_bytes().startswith(b"%PDF-") for paper in index["papers"])


def test_pictures_are_as_large_as_the_smallest_screen(toured: tuple[Path, dict[str, Any]]) -> None:
    out, index = toured
    for screen in index["screens"]:
        head = (out / screen["file"]).read_bytes()[16:24]
        assert (int.from_bytes(head[:4]), int.from_bytes(head[4:])) == (1366, 768), screen["file"]


def test_every_entry_names_requirements(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    assert all(entry["name"] and entry["requirement"] for entry in (*index["screens"], *index["papers"]))


SHOWN = {
    "the acting chair": {"disposisi-dari-kertas", "disposisi-sekaligus", "tanda-tangan-plh"},
    "votes": {"perolehan-suara", "formulir-autentifikasi", "siapkan-suara", "terbitkan-lembar"},
    "replacement": {"formulir-paw", "paw-klarifikasi", "urutan-calon", "paw-selesai"},
    "voter education": {"pleno-pendidikan", "kalender-bulan", "kalender-minggu", "kegiatan-baru"},
    "who can be met": {"tamu-ditunggu", "siapa-di-tempat", "janji-temu", "janji-temu-baru"},
    "around the services": {"standar", "laporan-pengaduan", "pengaturan-layanan"},
    "complaints": {"meja-pengaduan", "pengaduan-lisan", "telaah", "pelapor-dirahasiakan"},
    "voter data": {"hasil-pengecekan", "rekapitulasi", "janji-pemberitahuan", "pemberitahuan-janji"},
    "a consultation in a province": {
        "konsultasi-arahkan",
        "konsultasi-alihkan",
        "berita-acara",
        "paraf-kabag",
    },
    "data in a province": {"data-formulir", "ruang-pelayanan", "data-ditolak"},
    "minutes in a kota": {
        "waktu-langkah",
        "kota-formulir",
        "kota-menit",
        "kota-berjalan",
        "disposisi-lisan",
        "kota-arahan",
    },
    "the cable that is out": {
        "luring",
        "hubungan-kantor",
        "perlu-dipilih",
        "perangkat-kantor",
        "bergabung",
    },
}


@pytest.mark.parametrize("what", SHOWN)
def test_it_is_on_the_tour(toured: tuple[Path, dict[str, Any]], what: str) -> None:
    _out, index = toured
    slugs = {screen["file"].split("-", 1)[1].removesuffix(".png") for screen in index["screens"]}
    assert slugs >= SHOWN[what]


def test_every_service_of_the_office_has_its_papers(toured: tuple[Path, dict[str, Any]]) -> None:
    _out, index = toured
    served = {one for paper in index["papers"] for one in paper["requirement"] if one.startswith("S")}
    assert served >= {"S1", "S2", "S3", "S3k", "S4", "S5", "S6", "S7", "S8", "S9", "S10"}
