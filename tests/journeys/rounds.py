"""What journeys share, each by keyboard: a case taken up, letters passed on, checked, signed, handed over."""

from collections.abc import Sequence

from tests.ui.drivers.building import Building


def said(pc: Building, beginning: str) -> bool:
    """Whether news that passes by begins so."""
    return any(one.startswith(beginning) for one in pc.news())


def new_form(pc: Building, service: str) -> None:
    """The form of a service at the counter."""
    pc.go("counter")
    pc.press("Ctrl+G")
    pc.light(service)
    pc.press("Return")


def take_up(pc: Building, who: str) -> None:
    """A case of the own work list."""
    pc.go("work")
    pc.light(who)
    pc.press("Return")


def dispose(pc: Building, who: str, *, advice: str = "", to: str = "", instruction: str = "") -> None:
    """An entry of the disposition sheet: advice of the Sekretaris, or an instruction to a role."""
    pc.go("disposition")
    pc.light(who)
    if advice:
        pc.fill("Usul dan saran", advice)
    else:
        pc.choose("Diteruskan kepada", to)
        pc.fill("Instruksi", instruction)
    pc.press("Ctrl+Return")
    assert f"Surat diteruskan kepada {to or 'Ketua'}." in pc.news()


def paraf(pc: Building, who: str) -> None:
    """The paraf of who is signed in, in the tray of letters."""
    pc.go("signing")
    pc.light(who)
    pc.press("P")
    assert said(pc, "Paraf diberikan")


def parafs(pc: Building, who: str, logins: Sequence[str]) -> None:
    """Everybody of the chain in turn."""
    for login in logins:
        pc.later(10)
        with pc.as_(login):
            paraf(pc, who)


def sign(pc: Building, who: str, number: str) -> None:
    """The signature of who is signed in; the letter gets a number that begins so."""
    pc.go("signing")
    pc.light(who)
    pc.press("T")
    pc.press("Ctrl+Return")
    assert said(pc, f"Surat ditandatangani dengan nomor {number}")


def give(pc: Building, who: str) -> None:
    """The hand-over against a signature in the book; its slip is in the drawer then."""
    pc.go("handover")
    pc.light(who)
    pc.tick("Ditandatangani di buku ekspedisi")
    pc.press("Ctrl+Return")
    assert said(pc, "Diserahkan, buku ekspedisi")


def cells(pc: Building, *rows: tuple[str, ...]) -> None:
    """Into a grid, from the cell with the keyboard: each cell typed, Tab to the next."""
    for row in rows:
        for words in row:
            for part in (words[:1], words[1:]):
                if part:
                    pc.write(part)
            pc.press("Tab")


def pick(pc: Building, letter: str) -> None:
    """In a cell with choices its first letter picks, Enter goes down."""
    pc.write(letter)
    pc.press("Return")
