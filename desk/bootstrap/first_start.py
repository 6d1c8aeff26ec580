"""Founds the office of a new PC from what the first-start window was given, then opens it."""

import re
import secrets
import shutil
from functools import partial

from desk.actions.setup import OfficeDraft, StaffDraft, found_office
from desk.assets import resource
from desk.bootstrap import adapters
from desk.bootstrap.house import House, utc_now
from desk.rules.permissions import ROLES
from desk.settings import Settings
from desk.standards.loader import Standards, load_standards
from desk.ui.shell.first_start import FirstOffice, FirstStart, FoundedOffice

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_FIRST_PASSWORD = 10


def found(settings: Settings, standards: Standards, draft: FirstOffice) -> FoundedOffice:
    """Make the store, found the office in it, draw the sheet to keep.

    Raises:
        StoreExistsError: this PC has an office already.
    """
    from desk.documents import office_sheet
    from desk.papers.office import office_facts
    from desk.queries.office import profile
    from desk.store import layout
    from desk.store.store import Store

    at = utc_now()
    staff = _staff(draft)
    store = Store.create(settings.folder)
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
        found_office(store, standards.get(draft.standard), office, staff, at)
        with store.read() as session:
            known = profile(session)
        rows = [(one.name, ROLES[one.roles[0]].title, one.login, one.password) for one in staff]
        code = store.recovery_code or ""
        facts = office_sheet.OfficeSheetFacts(
            recovery_code=code, made_at=known.local(at), device=settings.device, passwords=rows
        )
        return FoundedOffice(code, rows, office_sheet.render(facts, office_facts(known)))
    except BaseException:
        store.close()
        shutil.rmtree(layout.office(settings.folder), ignore_errors=True)  # half an office is none
        raise
    finally:
        store.close()


def run(settings: Settings, *, kiosk: bool = False) -> int:
    """Show the first-start window, then the sign-in of the new office; returns the exit status."""
    from desk.bootstrap.desktop import Desktop, make_app

    del kiosk  # a board has nothing to show before there is an office
    adapters.log_to_file(settings.folder)
    app = make_app()
    standards = load_standards(resource("standards"))
    desktop = Desktop(settings, lambda: House.open(settings))
    choices = [(one.id, one.name) for one in standards.by_id.values()]
    window = FirstStart(partial(found, settings, standards), desktop.tasks, choices)

    def go_on() -> None:
        window.hide()
        desktop.start()

    window.finished.connect(go_on)
    window.show()
    status = app.exec()
    desktop.close()
    return status


def _staff(draft: FirstOffice) -> list[StaffDraft]:
    logins: set[str] = set()
    staff = []
    for role, name in draft.people.items():
        login = _login(name, logins)
        logins.add(login)
        password = "".join(secrets.choice(_LETTERS) for _ in range(_FIRST_PASSWORD))
        staff.append(StaffDraft(login, name, (role,), password))
    return staff


def _login(name: str, taken: set[str]) -> str:
    first = re.sub(r"[^a-z0-9]", "", name.split()[0].lower()) or "akun"
    login, count = first, 1
    while login in taken:
        count += 1
        login = f"{first}{count}"
    return login
