"""The inspection after a crash sees each kind of half work that it claims to see."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.faults.inspection import HALF, half, inspect
from tests.faults.morning import Diary, morning
from tests.faults.reopening import reopened
from tests.office import SmallOffice
from tests.store.support import ACTOR

VANDALISM = {
    "a visit without its ticket": "UPDATE tickets SET visit_id = NULL",
    "a visit without its card": "UPDATE visits SET card = '99', left_at = NULL",
    "a case without its applicant": "DELETE FROM applicants",
    "a case without its checklist": "DELETE FROM checklist_items",
    "a case without its file": "UPDATE attachments SET case_id = NULL",
    "a case whose history ends elsewhere": "UPDATE cases SET step = 'nowhere'",
    "a case without its command": "UPDATE cases SET step = 'elsewhere'",
    "a number nothing bears": "UPDATE cases SET number = ''",
    "a paper without its number": "UPDATE letters SET number = '99/X'",
    "a counter that left its numbers": "UPDATE number_counters SET count = count + 1",
    "a gap in a register": "UPDATE issued_numbers SET seq = seq + 5",
    "a gap in the queue": "UPDATE tickets SET number = number + 5",
    "two tickets at one counter": "UPDATE tickets SET state = 'serving', "
    "counter_id = (SELECT id FROM counters LIMIT 1)",
}


@pytest.fixture(scope="session")
def lived(pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office after a morning in peace, with its diary."""
    folder = tmp_path_factory.mktemp("lived")
    shutil.copytree(pattern, folder, dirs_exist_ok=True)
    office = reopened(folder / "data")
    morning(office, Diary(folder / "diary.jsonl"), 0, 3)
    office.store.close()
    return folder


@pytest.fixture
def folder(lived: Path, tmp_path: Path) -> Path:
    shutil.copytree(lived, tmp_path / "office")
    return tmp_path / "office"


@pytest.fixture
def office(folder: Path) -> Iterator[SmallOffice]:
    opened = reopened(folder / "data")
    yield opened
    opened.store.close()


def test_there_is_a_way_to_break_everything_that_is_looked_at() -> None:
    assert VANDALISM.keys() == HALF.keys()


@pytest.mark.parametrize("name", VANDALISM)
def test_half_work_is_seen(office: SmallOffice, name: str) -> None:
    assert half(office) == {}
    with office.store.write(ACTOR, "vandalism", office.clock()) as session:
        session.execute(sa.text(VANDALISM[name]))
    assert name in half(office)


@pytest.mark.parametrize(
    "line",
    [
        {"done": "open_case", "case": "no-such-case", "number": "999/PI"},
        {"done": "-draft", "draft": "no-such-draft", "body": "{}"},
    ],
)
def test_what_was_told_and_is_not_there_is_missed(folder: Path, line: dict[str, str]) -> None:
    inspect(folder)
    with (folder / "diary.jsonl").open("a") as diary:
        print(json.dumps(line), file=diary)
    with pytest.raises(AssertionError):
        inspect(folder)


def test_what_stands_and_was_never_told_is_seen(folder: Path, office: SmallOffice) -> None:
    with office.store.write(ACTOR, "note", office.clock()) as session:
        session.execute(sa.text("UPDATE counters SET label = 'Loket X' WHERE number = 2"))
    with pytest.raises(AssertionError):
        inspect(folder)


def test_a_changed_line_of_the_log_breaks_the_chain(folder: Path, office: SmallOffice) -> None:
    with office.store._writer.connect() as connection:
        triggers = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'txn'"
        ).scalars()
        for name in triggers.all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE txn SET actor = 'somebody' WHERE position = 3")
        connection.commit()
    with pytest.raises(AssertionError):
        inspect(folder)
