"""A morning at the counter in a process of its own: three visitors, one request answered and handed over.

Before each action the process writes down what it is about to do, after it what came of it: the lines are
what somebody was told, and survive the process.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from desk.actions.attachments import NewFile
from desk.actions.cards import card_back
from desk.actions.cases import IntakeOrder, new_case_id, open_case, update_checklist
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.letters import give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.queue import call_next, finish, serve
from desk.actions.steps import MoveOrder, move_case
from desk.actions.visits import VisitDraft, register_visit
from desk.bootstrap.adapters import ShelfPapers
from desk.queries import queue
from desk.store.drafts import Draft, Drafts
from tests.faults.points import ANYWHERE, POINTS, Fuse
from tests.faults.reopening import reopened
from tests.faults.sabotage import SABOTAGES
from tests.office import SmallOffice
from tests.stories import ANSWER, GRANTED, REQUEST

T = TypeVar("T")

PNG = b"\x89PNG\r\n\x1a\n"
WORDS = ("Melati", "Kenanga", "Cempaka")


@dataclass(frozen=True)
class Diary:
    """Lines for whoever looks after the crash; each is in the file before the next step begins."""

    path: Path

    def line(self, **said: Any) -> None:
        """Write one line, whole or not at all."""
        out = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(out, json.dumps(said).encode() + b"\n")
        os.close(out)

    def did(
        self,
        what: str,
        work: Callable[[], T],
        kept: Callable[[T], dict[str, Any]] | None = None,
        **about: str,
    ) -> T:
        """Do one action ``about`` something; what ``kept`` makes of its answer is told besides."""
        self.line(doing=what, **about)
        answer = work()
        self.line(done=what, **about, **(kept(answer) if kept else {}))
        return answer


def guest(round_: int, number: int) -> str:
    """A name nobody else bears."""
    return f"Tamu {WORDS[number]} Ke{chr(97 + round_ // 26)}{chr(97 + round_ % 26)}{chr(97 + number)}"


def morning(office: SmallOffice, diary: Diary, round_: int, guests: int) -> None:
    """All of it, once; the first guest's request goes the whole way."""
    _clear_desk(office, diary)
    for number in reversed(range(guests)):
        _visitor(office, diary, round_, number)


def _clear_desk(office: SmallOffice, diary: Diary) -> None:
    """What somebody does first after a crash: finish the ticket that was in hand."""
    desk = office.at("rahma", counter=1)
    seen = desk.ask(queue.counter_desk, str(desk.counter_id), desk.now())
    if seen is not None and seen.serving is not None:
        diary.did("finish", lambda: finish(desk))
    gate = office.at("bayu")
    for card in _cards(office, out=True):
        diary.did("card_back", lambda card=card: card_back(gate, card))


def _visitor(office: SmallOffice, diary: Diary, round_: int, number: int) -> None:
    gate, desk = office.at("bayu"), office.at("rahma", counter=1)
    name = guest(round_, number)
    draft = VisitDraft(name=name, purpose="Informasi", service="informasi", card=_cards(office, out=False)[0])
    visit = diary.did(
        "register_visit",
        lambda: register_visit(gate, draft),
        lambda made: {"visit": made.visit_id, "name": name, "ticket": made.ticket_label, "card": made.card},
    )
    office.clock.pass_(minutes=2)
    called = diary.did("call_next", lambda: call_next(desk))
    diary.did("serve", lambda: serve(desk))
    case_id = _form(office, diary, name)
    order = IntakeOrder(
        "informasi",
        replace(
            REQUEST,
            applicant=replace(REQUEST.applicant, name=name),
            ticked=() if number == 1 else REQUEST.ticked,
        ),
        visit_id=visit.visit_id,
        ticket_id=called.ticket_id,
        files=(NewFile("permohonan.pdf", b"%PDF-1.7 " + name.encode() + os.urandom(9000)),),
        case_id=case_id,
    )
    diary.did(
        "open_case", lambda: open_case(desk, order), lambda got: {"case": got.case_id, "number": got.number}
    )
    _paper(office, diary, case_id)
    drafts = Drafts(office.store)
    diary.did("-draft", lambda: drafts.discard(desk.actor.staff_id, case_id), dropped=case_id)
    if number == 1:
        diary.did("update_checklist", lambda: update_checklist(desk, case_id, {"identitas": True}))
    diary.did("finish", lambda: finish(desk))
    if number == 0:
        _answer(office, diary, case_id)


def _cards(office: SmallOffice, *, out: bool) -> list[str]:
    """Numbers of the visitor cards that are out, or of those at the gate."""
    from sqlalchemy import select

    from desk.models import VisitorCard

    with office.store.read() as session:
        wanted = VisitorCard.visit_id.is_not(None) if out else VisitorCard.visit_id.is_(None)
        return list(session.scalars(select(VisitorCard.number).where(wanted).order_by(VisitorCard.number)))


def _form(office: SmallOffice, diary: Diary, name: str) -> str:
    """Somebody types; the draft is kept twice and knows the id its case will have."""
    case_id, drafts = new_case_id(), Drafts(office.store)
    staff_id = office.founded.staff["rahma"]
    for body in (name, f"{name}, daerah pemilihan 2"):
        kept = Draft(case_id, "informasi", name, json.dumps({"text": body}), office.clock())
        diary.did(
            "-draft",
            lambda kept=kept: drafts.save(staff_id, kept),
            draft=case_id,
            body=kept.body,
        )
    return case_id


def _paper(office: SmallOffice, diary: Diary, case_id: str) -> None:
    shelf = ShelfPapers(office.at("rahma", counter=1))
    made = diary.did("-paper", lambda: shelf.paper("tanda_terima", case_id))
    diary.did("note_printout", lambda: shelf.printed(made, case_id))


def _answer(office: SmallOffice, diary: Diary, case_id: str) -> None:
    """The request goes its way until the applicant has the answer."""

    def move(login: str, verb: str) -> None:
        diary.did(f"move:{verb}", lambda: move_case(office.at(login), MoveOrder(case_id, verb)))

    move("rahma", "teruskan")
    move("fajar", "teruskan_ppid")
    diary.did("decide", lambda: decide(office.at("putri"), case_id, GRANTED))
    diary.did("save_letter", lambda: save_letter(office.at("syahrul"), case_id, ANSWER))
    diary.did("submit_letter", lambda: submit_letter(office.at("syahrul"), case_id))
    for login in ("syahrul", "hendra"):
        diary.did("give_paraf", lambda login=login: give_paraf(office.at(login), case_id))
    diary.did(
        "sign_letter", lambda: sign_letter(office.at("putri"), case_id), lambda made: {"letter": made.number}
    )
    receipt = HandOver("Lalu Ahmad Fauzi", signature_png=PNG + os.urandom(900))
    diary.did(
        "hand_over",
        lambda: hand_over(office.at("rahma"), case_id, receipt),
        lambda made: {"delivery": made.number},
    )


def live(
    folder: str, round_: int, point: str = "", nth: int = 0, guests: int = 3, sabotage: str = ""
) -> None:
    """One process's life: open the office, arm the point, work; ``sabotage`` breaks the program first."""
    if sabotage:
        SABOTAGES[sabotage].breaks()
    office = reopened(Path(folder) / "data", round_)
    if point:
        POINTS.get(point, ANYWHERE).arm(Fuse(nth), office.store)
    morning(office, Diary(Path(folder) / "diary.jsonl"), round_, guests)
    office.store.close()
