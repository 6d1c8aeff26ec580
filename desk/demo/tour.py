"""The tour: a visitor's day through the real windows, in acts; pictures, papers and what was cut."""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from desk.demo.album import Album
from desk.demo.casts import KSB, Cast, cast_of
from desk.demo.house import throw_away_folder

ACTS = (
    "arriving",
    "at_the_gate",
    "expected",
    "at_the_counter",
    "at_the_ppid",
    "letter_to_chair",
    "votes",
    "replacement",
    "chair_away",
    "preparing",
    "handing_over",
    "internship",
    "objection",
    "complaint",
    "voter_data",
    "education",
    "services",
    "around",
    "on_the_network",
)
"""Modules of ``desk.demo.acts``, each with ``play(stage)``, in the order of the day."""

_OURS = re.compile(r"\d{2,3}-.+\.png|kertas-\d{2,3}-.+\.pdf")
"""Names of pictures and papers of a tour."""

ELSEWHERE = {"ntt": ("province",), "kpg": ("city",)}
"""Acts in the offices of other standards, each office in a folder of its own."""


def run_tour(out: Path, say: Callable[[str], object] = lambda _line: None) -> Album:
    """Play every act and write pictures, papers and tour.json into ``out`` (made where it is missing).

    Raises:
        TourError: a screen did not do what the act expected.
    """
    if not _shown():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    _sweep(out)
    album = Album(out)
    try:
        for standard, acts in {KSB.standard: ACTS, **ELSEWHERE}.items():
            _play(acts, album, say, cast_of(standard))
    finally:
        album.finish()
    return album


def _play(acts: Sequence[str], album: Album, say: Callable[[str], object], cast: Cast) -> None:
    with throw_away_folder() as folder:
        stage = import_module("desk.demo.stage").Stage(folder, album, say, cast)
        try:
            for act in acts:
                import_module(f"desk.demo.acts.{act}").play(stage)
        finally:
            stage.close()


def instead() -> int:
    """Without a display: the tour into a new folder, and the word where its pictures are."""
    out = Path(tempfile.mkdtemp(prefix="desk-tour-"))
    sys.stderr.write("desk: no display here; running the tour instead\n")
    album = run_tour(out)
    sys.stdout.write(f"{len(album.screens)} screens and {len(album.papers)} papers in {out}\n")
    return 0


def _shown() -> bool:
    return import_module("desk.bootstrap").has_display() is True


def _sweep(out: Path) -> None:
    """Take away what an earlier tour left in the folder; nothing else is touched."""
    index = out / "tour.json"
    if not index.exists():
        return
    for old in out.iterdir():
        if _OURS.fullmatch(old.name):
            old.unlink()
    index.unlink()
