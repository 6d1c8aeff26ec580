"""The verbs of a case's story: when (working days back, time), who, and what is done to the case."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desk.actions import (
    attachments,
    cases,
    decisions,
    delivery,
    dispositions,
    entries,
    fees,
    giving,
    issuing,
    letters,
    notices,
    sorting,
    steps,
)
from desk.actions.workplace import Workplace
from desk.demo.office import shipped
from desk.models import Case
from desk.queries import casefile
from desk.services.answering import DecisionDraft
from desk.services.catalog import service_kit
from desk.services.informasi import Openness
from desk.ui.screens.case.answer_draft import stored

Deed = Callable[[Workplace, str], object]


@dataclass(frozen=True)
class Event:
    """Something done to a case: ``ago`` working days back at ``clock``, by the person of ``login``."""

    ago: int
    clock: str
    login: str
    deed: Deed


def moved(ago: int, clock: str, login: str, verb: str, reason: str = "", to: str | None = None) -> Event:
    """An ordinary move of the flow."""
    return Event(
        ago,
        clock,
        login,
        lambda place, case: steps.move_case(place, steps.MoveOrder(case, verb, reason=reason, to_role=to)),
    )


def given(ago: int, clock: str, login: str, receiver: str) -> Event:
    """Open information is given at once at the desk, signed for in the book on paper."""
    draft = delivery.HandOver(receiver, signed_on_paper=True)
    return Event(ago, clock, login, lambda place, case: giving.give_at_once(place, case, draft))


def to_liaison(ago: int, clock: str, login: str = "rahma") -> Event:
    """The front office passes a form on to Tim Penghubung."""
    return moved(ago, clock, login, "teruskan")


def sorted_to_ppid(ago: int, clock: str, openness: Openness = Openness.ANYTIME) -> Event:
    """Tim Penghubung suggests how open the information is and passes the form on to the PPID."""
    return Event(
        ago,
        clock,
        "fajar",
        lambda place, case: sorting.sort_and_move(place, steps.MoveOrder(case, "teruskan_ppid"), openness),
    )


def decided(
    ago: int, clock: str, kind: str, to: str | None = None, login: str = "putri", **more: Any
) -> Event:
    """The PPID (or, on the letter path, the preparing officer) decides; ``more`` as ``DecisionDraft``."""
    draft = DecisionDraft(kind, to_role=to, **more)
    return Event(ago, clock, login, lambda place, case: decisions.decide(place, case, draft))


def wrote(ago: int, clock: str, login: str, text: letters.LetterText) -> Event:
    """A letter is drafted or written anew."""
    return Event(ago, clock, login, lambda place, case: letters.save_letter(place, case, text))


def answered(ago: int, clock: str, login: str, *said: tuple[str, str]) -> Event:
    """The answer is put forward as the case page begins it; ``said`` replaces words of its body."""

    def deed(place: Workplace, case_id: str) -> None:
        file = place.ask(casefile.case_file, place.standards, place.now(), case_id)
        if file is None:
            raise RuntimeError(f"{login} answers a case that is not there")
        text = stored(file).letter
        for begun, words in said:
            text = replace(text, body=text.body.replace(begun, words))
        letters.save_letter(place, case_id, text)
        letters.submit_letter(place, case_id)

    return Event(ago, clock, login, deed)


def submitted(ago: int, clock: str, login: str) -> Event:
    """The letter is put forward for the staged control."""
    return Event(ago, clock, login, letters.submit_letter)


def paraf(ago: int, clock: str, login: str, note: str = "") -> Event:
    """A stage of the control gives its paraf."""
    return Event(ago, clock, login, lambda place, case: letters.give_paraf(place, case, note))


def controlled(ago: int, clock: str, *logins: str) -> tuple[Event, ...]:
    """Every stage of the control gives its paraf, ten minutes after the one before."""
    hour, _, minute = clock.partition(".")
    begins = int(hour) * 60 + int(minute)
    times = (divmod(begins + 10 * place, 60) for place in range(len(logins)))
    return tuple(
        paraf(ago, f"{hour:02d}.{minute:02d}", login)
        for login, (hour, minute) in zip(logins, times, strict=True)
    )


def returned(ago: int, clock: str, login: str, corrections: str) -> Event:
    """A stage of the control returns the letter with corrections."""
    return Event(ago, clock, login, lambda place, case: letters.return_letter(place, case, corrections))


def signed(ago: int, clock: str, login: str = "putri") -> Event:
    """The letter is signed and numbered."""
    return Event(ago, clock, login, letters.sign_letter)


def handed(ago: int, clock: str, receiver: str, pen: int = 0, login: str = "rahma", **more: Any) -> Event:
    """The result goes out; ``pen`` names the drawn signature shipped for it, 0 none."""
    png = shipped(f"tanda-tangan-{pen}.png") if pen else b""
    draft = delivery.HandOver(receiver, signature_png=png, **more)
    return Event(ago, clock, login, lambda place, case: delivery.hand_over(place, case, draft))


def fee(ago: int, clock: str, payer: str, pages: int, page_price: int = 300, sending: int = 0) -> Event:
    """Money for copies is taken at the counter, in rupiah."""
    draft = fees.FeeDraft(payer, pages, page_price, sending)
    return Event(ago, clock, "rahma", lambda place, case: fees.take_fee(place, case, draft))


def extended(ago: int, clock: str, login: str, days: int, reason: str) -> Event:
    """The limit is extended by so many working days."""
    return Event(ago, clock, login, lambda place, case: notices.extend_and_sign(place, case, days, reason))


def disposed(ago: int, clock: str, login: str, draft: dispositions.DispositionDraft) -> Event:
    """An entry of the disposition sheet."""
    return Event(ago, clock, login, lambda place, case: dispositions.dispose(place, case, draft))


def advised(ago: int, clock: str, advice: str, nature: str = "biasa") -> Event:
    """The Sekretaris passes a letter on to the Ketua with usul dan saran."""
    draft = dispositions.DispositionDraft(
        "sekretaris",
        "teruskan_ketua",
        "ketua",
        nature=nature,
        phrases=("Untuk ditindaklanjuti",),
        advice=advice,
    )
    return disposed(ago, clock, "hendra", draft)


def ordered(ago: int, clock: str, to: str, phrases: tuple[str, ...], instruction: str = "") -> Event:
    """The Ketua disposes a letter to a Kasubag."""
    draft = dispositions.DispositionDraft(
        "ketua", "disposisikan", to, phrases=phrases, instruction=instruction, also_to=("sekretaris",)
    )
    return disposed(ago, clock, "ratna", draft)


def entered(ago: int, clock: str, login: str, verb: str, entry: Any, to: str | None = None) -> Event:
    """An entry of the service is written with its move."""
    return Event(
        ago,
        clock,
        login,
        lambda place, case: entries.write_entry(place, steps.MoveOrder(case, verb, to_role=to), entry),
    )


def begun(
    ago: int,
    clock: str,
    login: str,
    verb: str,
    kind: str,
    change: Callable[[Any], Any] | None = None,
    decision: str = "",
) -> Event:
    """An entry is written as its sheet begins it, or as it was changed then; ``decision`` is the one its move
    stands for."""

    def deed(place: Workplace, case_id: str) -> None:
        ground = place.ask(entries.begin_ground, case_id, kind, decision, place.now())
        service = place.ask(lambda session: session.get_one(Case, case_id).service)
        entry = service_kit(service).entries[kind].begin(ground)
        written = entry if change is None else change(entry)
        entries.write_entry(place, steps.MoveOrder(case_id, verb), written)

    return Event(ago, clock, login, deed)


def issued(ago: int, clock: str, login: str = "hendra") -> Event:
    """The papers of the service are signed and numbered in one go."""
    return Event(ago, clock, login, issuing.issue_papers)


def completed(ago: int, clock: str, login: str = "yudi", **papers: bool) -> Event:
    """Missing papers come in."""
    return Event(ago, clock, login, lambda place, case: cases.update_checklist(place, case, papers))


def attached(ago: int, clock: str, login: str, name: str, file: str, kind: str = "other") -> Event:
    """A file is put to the case; ``file`` is one of ``resources/demo``."""
    new = attachments.NewFile(name, shipped(file), kind)
    return Event(ago, clock, login, lambda place, case: attachments.attach(place, case, (new,)))
