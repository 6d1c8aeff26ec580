"""Somebody who types in a process of their own until it dies.

``python -m tests.journeys.typist FOLDER FORM`` says ``kept`` on standard output once a draft holds everything
typed so far, and goes on typing.
"""

import sys
from pathlib import Path

from desk.bootstrap.desktop import make_app
from desk.store.drafts import Drafts
from tests.office import StillClock
from tests.ui.drivers.building import Building, building
from tests.ui.drivers.plainbot import PlainBot

NAME = "Baiq Nurhayati"
HALF = "Salinan berita acara rekapitulasi tingkat kec"
MORE = "amatan dan "


def request(pc: Building) -> None:
    """Half a request at the counter."""
    pc.sign_in("rahma", "Loket 1")
    pc.fill("Nama pemohon", NAME)
    pc.fill("Informasi yang diminta", HALF)


def answer(pc: Building) -> None:
    """Half a letter."""
    pc.sign_in("syahrul")
    pc.go("work")
    pc.press("Return")
    pc.fill("Catatan pada pemberitahuan tertulis", HALF)


def visitor(pc: Building) -> None:
    """Half a visitor at the gate."""
    pc.sign_in("bayu")
    pc.fill("Nama", NAME)
    pc.fill("Keperluan", HALF)


def decision(pc: Building) -> None:
    """Half a refusal."""
    pc.sign_in("putri")
    pc.go("ppid")
    pc.choose("Keputusan", "Ditolak")
    pc.fill("Akibat bila informasi dibuka", HALF)


def advice(pc: Building) -> None:
    """Half an usul saran."""
    pc.sign_in("hendra")
    pc.go("disposition")
    pc.fill("Usul dan saran", HALF)


FORMS = {one.__name__: one for one in (request, answer, visitor, decision, advice)}


def main(folder: Path, form: str) -> None:
    """Type until killed."""
    make_app()
    with building(folder, PlainBot(), StillClock()) as pc:
        FORMS[form](pc)
        drafts, staff_id = Drafts(pc.house.store), pc.window.ctx.session.staff_id
        pc.bot.waitUntil(lambda: any(HALF in one.body for one in drafts.of(staff_id)), timeout=30_000)
        print("kept", flush=True)  # noqa: T201 - what the test waits for
        while True:
            pc.write(MORE)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
