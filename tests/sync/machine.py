"""Anything that four PCs of one office may do, in any order: a gate, a counter, the Ketua's desk (on which
the office began) and the public board. When all is quiet the invariants hold."""

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from desk.actions import queue
from desk.actions.calendar import close_day, open_day
from desk.actions.cards import card_back
from desk.actions.cases import IntakeOrder, open_case, update_checklist
from desk.actions.conflicts import (
    Choice,
    Settled,
    note_refusal,
    settle_conflict,
    undo_note_refusal,
    undo_settle_conflict,
)
from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.counters import open_counter
from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.letters import give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.steps import MoveOrder, move_case
from desk.actions.tickets import issue_ticket
from desk.actions.visits import VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.rules.calendar import DayKind
from desk.rules.errors import DeskError
from desk.store.errors import StoreError
from desk.sync.errors import OfflineError, SyncError
from tests.lan import Desk, OfficeLan
from tests.stories import ANSWER, GRANTED, REQUEST, by_letter
from tests.sync.invariants import kiosk_holds_no_names, quiet

GATE, COUNTER, CHAIR, BOARD = "POS-1", "LOKET-1", "SERVER", "PAPAN"
STAFFED = (GATE, COUNTER, CHAIR)
FRONT = {GATE: ("bayu", None), COUNTER: ("rahma", 1), CHAIR: ("yudi", 2)}
"""Who receives people at each of them, and at which counter."""

NAMES = ("Lalu Ahmad Fauzi", "Baiq Nurhayati", "Sahabudin", "Wardatul Jannah")
TEXTS = ("Konsultasi", "Magang", "Data pemilih", "Penelitian")

_any = st.sampled_from(STAFFED)
_with_cases = st.sampled_from((COUNTER, CHAIR))
_which = st.integers(0, 3)
_texts = st.sampled_from(TEXTS)


def crowd(lan: OfficeLan) -> None:
    """The PCs of the machine, their counters open, everything in step."""
    lan.desk(GATE, "pamdal")
    lan.desk(COUNTER)
    lan.desk(BOARD, "kiosk")
    for label in (COUNTER, CHAIR):
        open_counter(lan.desks[label].at(*FRONT[label]))
    lan.sync_all()


class OfficeMachine(RuleBasedStateMachine):
    """One run; ``go_on`` gives a network of its own, ``done`` counts what was done over all runs."""

    go_on: ClassVar[Callable[[Path, ExitStack], OfficeLan]]
    done: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.ends = ExitStack()
        folder = self.ends.enter_context(TemporaryDirectory(prefix="desk-machine-"))
        self.lan = type(self).go_on(Path(folder), self.ends)
        self.made: dict[str, list[str]] = defaultdict(list)
        self.out: set[str] = set()
        self.settled: list[tuple[str, str, Settled]] = []
        self.kept = False

    def teardown(self) -> None:
        """Everybody is reached again; when it is quiet, all must hold."""
        with self.ends:
            if self.kept:
                self.lan.cluster.drop(f"{self.lan.database}_kept")
            quiet(self.lan)
            kiosk_holds_no_names(self.lan.desks[BOARD], {*NAMES, REQUEST.applicant.name})

    # visitors and the queue

    @rule(
        at=_any,
        name=st.sampled_from(NAMES),
        purpose=_texts,
        service=st.sampled_from(("", "informasi")),
        card=st.sampled_from(("", "01", "02")),
    )
    def register(self, at: str, name: str, purpose: str, service: str, card: str) -> None:
        draft = VisitDraft(name, purpose=purpose, service=service, card=card)
        done = self._do("register", lambda: register_visit(self._front(at), draft))
        if done is not None:
            self.made["visits"].append(done.visit_id)

    @rule(at=_any, which=_which, name=st.sampled_from(NAMES), purpose=_texts)
    def put_right(self, at: str, which: int, name: str, purpose: str) -> None:
        self._with(
            "visits",
            at,
            which,
            "put_right",
            lambda visit_id: correct_visit(self._front(at), visit_id, VisitDraft(name, purpose=purpose)),
        )

    @rule(at=_any, which=_which)
    def take_back(self, at: str, which: int) -> None:
        self._with(
            "visits", at, which, "take_back", lambda visit_id: undo_register_visit(self._front(at), visit_id)
        )

    @rule(at=_any, number=st.sampled_from(("01", "02")))
    def give_card_back(self, at: str, number: str) -> None:
        self._do("card_back", lambda: card_back(self._front(at), number))

    @rule(at=_any)
    def ticket(self, at: str) -> None:
        self._do("ticket", lambda: issue_ticket(self._front(at), "informasi"))

    @rule(at=_with_cases, deed=st.sampled_from(("call_next", "serve", "finish", "hold", "skip", "recall")))
    def at_the_counter(self, at: str, deed: str) -> None:
        self._do(deed, lambda: getattr(queue, deed)(self._front(at)))

    # requests

    @rule(at=_with_cases, what=_texts, letter=st.booleans())
    def take_in(self, at: str, what: str, letter: bool) -> None:
        draft = by_letter(information=what) if letter else replace(REQUEST, information=what)
        who = self._desk(at).at("wulan") if letter else self._front(at)
        done = self._do("take_in", lambda: open_case(who, IntakeOrder("informasi", draft)))
        if done is not None:
            self.made["cases"].append(done.case_id)

    @rule(at=_with_cases, which=_which, times=st.integers(1, 4))
    def move_on(self, at: str, which: int, times: int) -> None:
        for _ in range(times):
            self._with("cases", at, which, "move_on", lambda case_id: self._next_step(at, case_id))

    @rule(at=_with_cases, which=_which, what=_texts, purpose=_texts)
    def put_form_right(self, at: str, which: int, what: str, purpose: str) -> None:
        def work(case_id: str) -> None:
            place = self._front(at)
            before = place.ask(registered_form, place.standards, case_id)
            correct_case(
                place,
                case_id,
                Correction(before, replace(before, information=what, purpose=purpose)),
                "isian",
            )

        self._with("cases", at, which, "put_form_right", work)

    @rule(at=_with_cases, which=_which, there=st.booleans())
    def tick(self, at: str, which: int, there: bool) -> None:
        self._with(
            "cases",
            at,
            which,
            "tick",
            lambda case_id: update_checklist(self._front(at), case_id, {"identitas": there}),
        )

    @rule(at=_with_cases, which=_which, body=_texts)
    def write_letter(self, at: str, which: int, body: str) -> None:
        self._with(
            "cases",
            at,
            which,
            "write_letter",
            lambda case_id: save_letter(self._desk(at).at("syahrul"), case_id, replace(ANSWER, body=body)),
        )

    @rule(at=_with_cases, day=st.integers(1, 3), closed=st.booleans())
    def calendar(self, at: str, day: int, closed: bool) -> None:
        place, on = self._desk(at).at("admin"), date(2026, 3, 16) + timedelta(days=day)
        if closed:
            self._do("close_day", lambda: close_day(place, on, DayKind.CLOSING, "Listrik padam"))
        else:
            self._do("open_day", lambda: open_day(place, on, DayKind.CLOSING))

    # what two changed at once, what was refused

    @rule(first=_any, second=_any, name=st.sampled_from(NAMES))
    def collide(self, first: str, second: str, name: str) -> None:
        """Two who see the same visitor write the name in two ways; both send it."""
        if first == second or {first, second} & self.out:
            return
        visit_id = register_visit(self._front(first), VisitDraft(name, purpose="Magang")).visit_id
        self.made["visits"].append(visit_id)
        self._desk(first).sync()
        self._desk(second).sync()
        for at in (first, second):
            draft = VisitDraft(f"{name}, {at}", purpose="Magang")
            self._do("collide", partial(correct_visit, self._front(at), visit_id, draft))
            self._desk(at).sync()

    @rule(at=_any, which=_which, choice=st.sampled_from(Choice), mine=st.booleans())
    def settle(self, at: str, which: int, choice: Choice, mine: bool) -> None:
        desk, whose = self._desk(at), "my_staff" if mine else "their_staff"
        rows = desk.ask(f"SELECT id, {whose} FROM conflicts WHERE settled_at IS NULL ORDER BY txn, tbl")  # noqa: S608
        if rows:
            conflict_id, staff_id = rows[which % len(rows)]
            place = desk.at(_login(desk, staff_id))
            done = self._do("settle", lambda: settle_conflict(place, conflict_id, choice))
            if done is not None:
                self.settled.append((at, staff_id, done))

    @rule()
    def choose_again(self) -> None:
        if self.settled:
            at, staff_id, settled = self.settled.pop()
            desk = self._desk(at)
            self._do("choose_again", lambda: undo_settle_conflict(desk.at(_login(desk, staff_id)), settled))

    @rule(at=_any, which=_which, noted=st.booleans())
    def note(self, at: str, which: int, noted: bool) -> None:
        desk, act = self._desk(at), note_refusal if noted else undo_note_refusal
        rows = desk.ask(
            "SELECT r.txn, t.actor FROM refusal r JOIN txn t ON t.position = r.txn ORDER BY r.txn"
        )
        if rows:
            position, staff_id = rows[which % len(rows)]
            self._do("note", lambda: act(desk.at(_login(desk, staff_id)), position))

    # the server

    @rule()
    def put_server_back(self) -> None:
        """A copy of the server is kept; the next time it is put in the server's place."""
        if self.kept:
            self.lan.put_copy_back()
            self.done["put_server_back"] += 1
        else:
            self.lan.keep_copy()
        self.kept = not self.kept

    # the network

    @rule(at=_any, out=st.booleans())
    def cable(self, at: str, out: bool) -> None:
        (self.out.add if out else self.out.discard)(at)

    @rule(at=st.sampled_from((*STAFFED, BOARD)))
    def sync(self, at: str) -> None:
        if at not in self.out:
            self._desk(at).sync()

    @rule(at=_any)
    def push(self, at: str) -> None:
        if at not in self.out:
            self._desk(at).exchange.push()

    @rule(at=_any, what=st.sampled_from(("request", "answer", "rows")))
    def lose(self, at: str, what: str) -> None:
        """The cable is cut: before the request has passed, before its answer has, while rows are written."""
        desk = self._desk(at)
        exchange = desk.exchange
        if what == "request":
            exchange.connection.close()
        else:
            setattr(exchange, "_settle" if what == "answer" else "_write", _lost)
        try:
            desk.sync()
        except OfflineError:
            self.done[f"lost_{what}"] += 1
        desk.hang_up()

    @rule(at=st.sampled_from((*STAFFED, BOARD)))
    def restart(self, at: str) -> None:
        self._desk(at).restart()

    @rule(at=_any, minutes=st.sampled_from((-300, -2, 1, 20, 600)))
    def clock(self, at: str, minutes: int) -> None:
        self._desk(at).office.clock.pass_(minutes=minutes)

    # how

    def _desk(self, label: str) -> Desk:
        return self.lan.desks[label]

    def _front(self, label: str) -> Any:
        return self._desk(label).at(*FRONT[label])

    def _do(self, name: str, work: Callable[[], Any]) -> Any:
        """Do it, or be told why it cannot be done."""
        try:
            done = work()
        except (StoreError, SyncError):
            raise
        except DeskError:
            return None
        self.done[name] += 1
        return done

    def _with(self, table: str, at: str, which: int, name: str, work: Callable[[str], Any]) -> None:
        """Do it with one of the rows that stand at a desk, the newest first."""
        there = self._desk(at).rows(table)
        known = [one for one in self.made[table] if one in there]
        if known:
            row_id = known[-1 - which % len(known)]
            self._do(name, lambda: work(row_id))

    def _next_step(self, at: str, case_id: str) -> None:
        desk = self._desk(at)
        case = desk.rows("cases")[case_id]
        step = case["step"]
        if step == "menyiapkan":
            save_letter(desk.at("syahrul"), case_id, ANSWER)
            submit_letter(desk.at("syahrul"), case_id)
        elif step == "pemeriksaan":
            give_paraf(desk.at("hendra" if case["holder"] == "sekretaris" else "syahrul"), case_id)
        elif step in _ROAD:
            _ROAD[step](desk, case_id)


_ROAD: dict[str, Callable[[Desk, str], Any]] = {
    "registrasi": lambda desk, one: move_case(desk.at(FRONT[desk.label][0]), MoveOrder(one, "teruskan")),
    "tim_penghubung": lambda desk, one: move_case(desk.at("fajar"), MoveOrder(one, "teruskan_ppid")),
    "keputusan_ppid": lambda desk, one: decide(desk.at("putri"), one, GRANTED),
    "tanda_tangan": lambda desk, one: sign_letter(desk.at("putri"), one),
    "penyerahan": lambda desk, one: hand_over(
        desk.at(FRONT[desk.label][0]), one, HandOver(receiver="Fauzi", signed_on_paper=True)
    ),
}


def _login(desk: Desk, staff_id: str) -> str:
    return next(key for key, one in desk.office.founded.staff.items() if one == staff_id)


def _lost(*_: object) -> None:
    raise OfflineError
