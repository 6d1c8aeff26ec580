"""The steps of a case for its progress line: done by whom and when, now since when, next."""

from collections.abc import Sequence
from datetime import date

from desk.queries.casefile import CaseFile
from desk.queries.history import StepRow
from desk.rules import workflow
from desk.rules.step_minutes import in_words
from desk.ui.screens.case.minutes import last_at, short_words
from desk.ui.widgets import Step, StepState
from desk.ui.words import short_day


def progress(file: CaseFile) -> tuple[Step, ...]:
    """The main path of the flow with the step of now; side steps appear only while the case stands there or
    is to pass them from there."""
    path = list(file.flow.path())
    now = file.flow.step(file.page.row.step)
    at = _place(path, now, file.steps)
    if now not in path:
        path = [*path[:at], now, *_ahead(file, now, path, at)]
    return tuple(_step(file, step, at, place) for place, step in enumerate(path))


def _ahead(file: CaseFile, now: workflow.Step, path: list[workflow.Step], at: int) -> Sequence[workflow.Step]:
    """What a side step leads to: its own way on, else (it waits, or leads back) what the main path had."""
    if now.end:
        return ()
    own = file.flow.path(now.id)[1:]
    return own if own and own[0] not in path[:at] else path[at:]


def _place(path: list[workflow.Step], now: workflow.Step, records: tuple[StepRow, ...]) -> int:
    """Where the step of now stands; a side step comes after the furthest step that was reached."""
    if now in path:
        return path.index(now)
    reached = {record.to_step for record in records} | {record.from_step for record in records}
    places = [place for place, step in enumerate(path) if step.id in reached]
    return max(places, default=-1) + 1


def _step(file: CaseFile, step: workflow.Step, at: int, place: int) -> Step:
    """Timed steps say their minutes instead of their day; when they were left stands in the history."""
    if place > at:
        planned = step.planned_minutes
        return Step(step.label, f"rencana {in_words(planned)}" if planned else "")
    if place < at or step.end:
        spent = last_at(file, step.id)
        return Step(step.label, short_words(spent) if spent else _done(file, step), StepState.DONE)
    since = file.office.day_of(file.page.row.stepped_at)
    return Step(step.label, f"sejak {_day(file, since)}", StepState.NOW)


def _done(file: CaseFile, step: workflow.Step) -> str:
    """When a step was left last and by whom; an end: when it was reached."""
    for record in reversed(file.steps):
        left = record.to_step if step.end else record.from_step
        if left == step.id and record.from_step != record.to_step:
            day = _day(file, file.office.day_of(record.at))
            return " · ".join(part for part in (day, _called(record.by)) if part)
    return ""


def _called(name: str) -> str:
    """The first name; of "I Wayan Sudarma" two words."""
    words = name.split()
    return " ".join(words[: 2 if words and len(words[0]) == 1 else 1])


def _day(file: CaseFile, day: date) -> str:
    return short_day(day, file.office.day_of(file.read_at))
