"""PCs that are restored, copied, revoked or a version behind, that wake after a week, and whose files
somebody holds."""

import shutil
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.actions.visits import correct_visit, register_visit, undo_register_visit
from desk.models import Visit
from desk.store import engine, layout
from desk.store.triggers import table_triggers
from desk.sync import admin, joining
from desk.sync.errors import RevokedError, TwinError
from tests.faults.lan.scenes import VISITOR
from tests.lan import Desk, OfficeLan
from tests.sync.invariants import quiet
from tests.watched import LONG, begin, told_of


def test_a_copied_data_folder_is_told_to_both_and_nothing_is_lost(lan: OfficeLan, tmp_path: Path) -> None:
    gate = lan.desk("POS-1", "pamdal")
    copied = copy_of(gate, tmp_path / "copy")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    put_in_place(gate, copied, tmp_path / "first")
    register_visit(gate.at("bayu"), replace(VISITOR, name="Sahabudin"))
    with pytest.raises(TwinError):
        gate.sync()
    assert names(gate) == {"Sahabudin"}
    put_in_place(gate, tmp_path / "first", copied)
    with pytest.raises(TwinError):
        gate.sync()
    assert names(gate) == {VISITOR.name}
    admin.revoke(lan.admin, "POS-1")
    joining.join(gate.store, admin.enrol(lan.admin, lan.address, "POS-1", "pamdal"))
    gate.hang_up()
    quiet(lan)


def test_a_revoked_pc_keeps_its_work_and_sends_it_with_a_new_code(lan: OfficeLan) -> None:
    gate = lan.desk("POS-1", "pamdal")
    register_visit(gate.at("bayu"), VISITOR)
    gate.hang_up()
    admin.revoke(lan.admin, "POS-1")
    with pytest.raises(RevokedError):
        gate.sync()
    assert names(gate) == {VISITOR.name}
    joining.join(gate.store, admin.enrol(lan.admin, lan.address, "POS-1", "pamdal"))
    quiet(lan)
    assert names(lan.server) == {VISITOR.name}


def test_a_pc_that_wakes_after_a_week_reads_anew_what_was_forgotten_meanwhile(lan: OfficeLan) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    leaves = register_visit(gate.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    counter.hang_up()
    register_visit(counter.at("rahma"), replace(VISITOR, name="Sahabudin"))
    undo_register_visit(gate.at("bayu"), leaves)
    for one in range(20):
        register_visit(gate.at("bayu"), replace(VISITOR, name=f"Tamu {one}"))
    gate.sync()
    lan.admin.execute("UPDATE desk.head SET gone_floor = rev")
    lan.admin.execute("DELETE FROM desk.gone")
    quiet(lan)
    assert names(counter) == {"Sahabudin", *(f"Tamu {one}" for one in range(20))}


def test_a_pc_one_version_behind_sends_and_reads(lan: OfficeLan) -> None:
    """Its rows lack a column, and the server's have one that it does not know."""
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    known = [one for one in Visit.__table__.columns if one.name != "companions"]
    columns = (sa.Column(one.name, one.type, primary_key=one.primary_key) for one in known)
    older = sa.Table("visits", sa.MetaData(), *columns)
    with gate.store.local() as session:
        for name, trigger in table_triggers(older).items():
            session.connection().exec_driver_sql(f"DROP TRIGGER {name}")
            session.connection().exec_driver_sql(trigger)
    visit_id = register_visit(gate.at("bayu"), VISITOR).visit_id
    gate.sync()
    assert "companions" not in lan.ask("SELECT data FROM desk.office_row WHERE id = %s", visit_id)[0][0]
    lan.admin.execute(
        'UPDATE desk.office_row SET data = data || \'{"colour": "biru"}\' WHERE id = %s', (visit_id,)
    )
    counter.sync()
    assert counter.rows("visits")[visit_id]["companions"] == 0
    correct_visit(counter.at("rahma"), visit_id, replace(VISITOR, name="Lalu A. Fauzi"))
    lan.sync_all()
    ((data,),) = lan.ask("SELECT data FROM desk.office_row WHERE id = %s", visit_id)
    assert (data["name"], data["colour"]) == ("Lalu A. Fauzi", "biru")
    assert gate.rows("visits") == counter.rows("visits")


def test_a_file_held_for_a_while_is_waited_for(
    lan: OfficeLan, ends: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    counter.restart()
    arrived = told_of(counter, "visits")
    watched = begin(counter, ends)
    held = ends.enter_context(
        closing(engine.connect(layout.database(counter.store.folder), counter.store.key))
    )
    held.execute("BEGIN IMMEDIATE")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    state = watched.until(lambda state: not state.online)
    assert state.trouble is None
    held.execute("ROLLBACK")
    assert arrived.wait(LONG)
    assert names(counter) == {VISITOR.name}
    ends.close()
    quiet(lan)


def names(desk: Desk) -> set[str]:
    """Who stands in a desk's guestbook."""
    return {row["name"] for row in desk.rows("visits").values()}


def copy_of(desk: Desk, folder: Path) -> Path:
    """The data folder of a desk as it is now, copied elsewhere."""
    desk.leave()
    shutil.copytree(desk.store.folder, folder)
    desk.restart()
    return folder


def put_in_place(desk: Desk, folder: Path, kept: Path) -> None:
    """Another data folder in place of a desk's own, which is kept."""
    desk.leave()
    desk.store.folder.rename(kept)
    folder.rename(desk.store.folder)
    desk.restart()
