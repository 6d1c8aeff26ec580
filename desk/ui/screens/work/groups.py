"""The work list in groups by how pressing a case is, and each case in the words of its row (P7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.queries.cases import CaseRow, flow_of
from desk.rules.deadlines import Pressure
from desk.standards.loader import Standards
from desk.ui.screens.case.words import role_words
from desk.ui.screens.collisions.items import Item
from desk.ui.screens.due import due_tone, due_words
from desk.ui.theme.tokens import Tone

TO_CHOOSE = "Perlu dipilih"
GROUPS = (TO_CHOOSE, "Terlambat", "Hari ini", "Segera", "Lainnya")
_GROUP_OF = {Pressure.OVERDUE: 1, Pressure.TODAY: 2, Pressure.SOON: 3}


@dataclass(frozen=True, slots=True)
class Task:
    """A case as it stands in the list, or with ``settles`` (a key of ``screens.collisions``) what waits for
    a choice."""

    case_id: str
    title: str
    detail: str
    step: str
    due: str
    tone: Tone
    group: str
    settles: str = ""

    @property
    def key(self) -> str:
        """What tells it apart."""
        return self.settles or self.case_id


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over a group, with how many cases it has."""

    text: str
    count: int


def task_of(row: CaseRow, standards: Standards, today: date) -> Task:
    """A row in words."""
    flow = flow_of(standards, row)
    waits = flow.step(row.step).waits
    group = GROUPS[len(GROUPS) - 1 if waits else _GROUP_OF.get(row.pressure, len(GROUPS) - 1)]
    holder = role_words(standards.get(row.standard), row.holder)
    return Task(
        case_id=row.id,
        title=row.subject,
        detail=" · ".join(part for part in (row.applicant, row.number, row.service_name) if part),
        step=" · ".join(part for part in (row.step_label, holder) if part),
        due=due_words(row, flow, today),
        tone=due_tone(row, flow),
        group=group,
    )


def task_of_item(item: Item) -> Task:
    """What waits for a choice, in words."""
    return Task("", item.title, item.detail, "", item.badge, item.tone, TO_CHOOSE, item.key)


def matching(tasks: Sequence[Task], text: str) -> tuple[Task, ...]:
    """Tasks in which every word of the filter stands somewhere."""
    words = text.lower().split()
    return tuple(
        task
        for task in tasks
        if all(word in f"{task.title} {task.detail} {task.step} {task.due}".lower() for word in words)
    )


def grouped(tasks: Sequence[Task]) -> tuple[Heading | Task, ...]:
    """Headings and tasks in the order of the list; empty groups are left out."""
    lines: list[Heading | Task] = []
    for group in GROUPS:
        members = [task for task in tasks if task.group == group]
        if members:
            lines += [Heading(group, len(members)), *members]
    return tuple(lines)
