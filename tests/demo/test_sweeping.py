"""A tour into a folder of an earlier tour takes away what that left, and nothing else."""

from pathlib import Path

from desk.demo.tour import _sweep

OTHERS = {"foto.png", "12 catatan.png", "2026-foto.png"}


def test_pictures_of_an_earlier_tour_go_whatever_their_number(tmp_path: Path) -> None:
    left = ("01-masuk.png", "099-loket.png", "127-arahan.png", "kertas-07-surat.pdf", "tour.json")
    for name in (*left, *OTHERS):
        (tmp_path / name).write_bytes(b"x")
    _sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == OTHERS


def test_a_folder_without_a_tour_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "01-masuk.png").write_bytes(b"x")
    _sweep(tmp_path)
    assert (tmp_path / "01-masuk.png").exists()
