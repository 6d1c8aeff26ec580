"""Founds the office of a new PC from what the first-start window was given, then opens it."""

import re
import secrets
from functools import partial
from typing import TYPE_CHECKING

from desk.actions.setup import FirstPassword, OfficeDraft, StaffDraft, found_office, renew_first_passwords
from desk.assets import resource
from desk.bootstrap.clock import utc_now
from desk.bootstrap.house import House
from desk.bootstrap.log import log_to_file
from desk.queries.office import OfficeMissingError, profile
from desk.rules.permissions import ROLES
from desk.settings import Settings
from desk.standards.loader import Standards, load_standards
from desk.standards.model import Standard
from desk.store import founding, recovery
from desk.store.store import Store
from desk.ui.shell.first_start import Beginning, FirstOffice, FirstStart, StandardOffer
from desk.ui.shell.join_page import Heard
from desk.ui.shell.sheet_page import AskPath, FoundedOffice, ask_sheet_path

if TYPE_CHECKING:
    from desk.bootstrap.desktop import Desktop

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_FIRST_PASSWORD = 10


def found(settings: Settings, standards: Standards, draft: FirstOffice) -> FoundedOffice:
    """Make the store, found the office in it, draw the sheet to keep; the office waits until :func:`keep`.

    Raises:
        StoreExistsError: this PC has an office already.
    """
    staff = _staff(draft)
    store = founding.begin(settings.folder)
    office = OfficeDraft(
        name=draft.name,
        short_name=draft.short_name or draft.name,
        city=draft.city,
        address=draft.address,
        phone=draft.phone,
        email=draft.email,
        region_code=draft.region_code,
        settings={"office_code": draft.office_code} if draft.office_code else {},
        last_numbers=draft.last_numbers,
    )
    try:
        found_office(store, standards.get(draft.standard), office, staff, utc_now())
        rows = [FirstPassword(one.name, ROLES[one.roles[0]].title, one.login, one.password) for one in staff]
        return _shown_once(settings, store, store.recovery_code or "", rows)
    except BaseException:
        store.close()
        founding.abandon(settings.folder)  # half an office is none
        raise
    finally:
        store.close()


def resume(settings: Settings) -> FoundedOffice | None:
    """The office that an earlier first start left waiting, with a new code, new passwords, a new sheet; None
    where none waits."""
    store = founding.waiting(settings.folder)
    if store is None:
        return None
    try:
        with store.read() as session:
            profile(session)
        code = recovery.prepare_code(store)
        recovery.put_in_force(store, code)
        rows = renew_first_passwords(store, _password, utc_now())
        return _shown_once(settings, store, code, rows, again=True)
    except OfficeMissingError:
        return None  # cut off before the office was in it; found() begins anew
    finally:
        store.close()


def keep(settings: Settings, office: FoundedOffice) -> None:
    """The sheet is kept: the office takes its place, and work may begin.

    Raises:
        StoreExistsError: this PC has an office already.
        NewerRecoveryCodeError: another window made another sheet since.
    """
    founding.settle(settings.folder, office.recovery_code)


def join(settings: Settings, code: str, heard: Heard) -> None:
    """Make this PC a device of the office network behind a code, and load what it may see.

    Raises:
        SyncError: the code, or the server.
    """
    from desk.sync.arriving import arrive

    arrive(settings.folder, code, utc_now, heard)


def joining(settings: Settings) -> bool:
    """Whether an earlier start joined a network and was cut off while loading."""
    from desk.sync.arriving import is_arriving

    return founding.lies(settings.folder) and is_arriving(settings.folder)


def run(settings: Settings, *, kiosk: bool = False) -> int:
    """Show the first-start window, then the sign-in of the new office, or with ``kiosk`` its board; returns
    the exit status."""
    from desk.bootstrap.desktop import Desktop, make_app

    log_to_file(settings.folder)
    app = make_app()
    desktop = Desktop(settings, lambda: House.open(settings))
    window = first_window(desktop, kiosk=kiosk)
    window.show()
    status = app.exec()
    desktop.close()
    return status


def first_window(desktop: "Desktop", ask: AskPath = ask_sheet_path, *, kiosk: bool = False) -> FirstStart:
    """The window that founds the office of ``desktop``'s folder, or joins one, and gives way to its
    sign-in, with ``kiosk`` to its board."""
    settings = desktop.settings
    standards = load_standards(resource("standards"), settings.folder)
    choices = [_offer(one) for one in standards.in_force(utc_now().date())]
    begin = Beginning(
        partial(found, settings, standards),
        partial(resume, settings),
        partial(keep, settings),
        partial(join, settings),
        partial(joining, settings),
    )
    window = FirstStart(begin, desktop.tasks, choices, ask)

    def go_on() -> None:
        window.hide()
        (desktop.start_kiosk if kiosk else desktop.start)()

    window.finished.connect(go_on)
    return window


def _offer(standard: Standard) -> StandardOffer:
    books = {"surat_keluar", "ekspedisi"} | {one.register for one in standard.services.values()}
    fees = {"biaya"} if any(one.cost.charges for one in standard.services.values()) else set()
    return StandardOffer(standard.id, standard.name, frozenset(books | fees))


def _shown_once(
    settings: Settings, store: Store, code: str, rows: list[FirstPassword], *, again: bool = False
) -> FoundedOffice:
    from desk.documents import office_sheet
    from desk.papers.office import office_facts

    with store.read() as session:
        known = profile(session)
    people = [(one.name, one.title, one.login, one.password) for one in rows]
    facts = office_sheet.OfficeSheetFacts(
        recovery_code=code, made_at=known.local(utc_now()), device=settings.device, passwords=people
    )
    return FoundedOffice(code, people, office_sheet.render(facts, office_facts(known)), again)


def _staff(draft: FirstOffice) -> list[StaffDraft]:
    logins: set[str] = set()
    staff = []
    for role, name in draft.people.items():
        login = _login(name, logins)
        logins.add(login)
        staff.append(StaffDraft(login, name, (role,), _password()))
    return staff


def _password() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_FIRST_PASSWORD))


def _login(name: str, taken: set[str]) -> str:
    first = re.sub(r"[^a-z0-9]", "", name.split()[0].lower()) or "akun"
    login, count = first, 1
    while login in taken:
        count += 1
        login = f"{first}{count}"
    return login
