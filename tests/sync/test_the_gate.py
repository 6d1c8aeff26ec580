"""What a gate is given of the people of the office: names, and the sign-in of those who work there."""

from desk.models import Credential, Staff, StaffRole
from desk.sync.server.install import install
from tests.lan import Desk, OfficeLan
from tests.office import MORNING, standards
from tests.sync.invariants import quiet


def of_yudi(desk: Desk) -> tuple[str, str, str]:
    """Name, login and NIP of Yudi, who works inside, as a desk holds them."""
    row = desk.rows("staff")[desk.office.founded.staff["yudi"]]
    return row["name"], row["login"], row["nip"]


def describe(lan: OfficeLan) -> str:
    """Yudi gets a NIP and a password; his id."""
    yudi = lan.server.office.founded.staff["yudi"]
    with lan.server.at("admin").write("describe") as session:
        session.get_one(Staff, yudi).nip = "199001012020121001"
        session.add(Credential(id=yudi, password_hash="argon2"))
    lan.sync_all()
    return yudi


def test_who_comes_to_work_at_the_gate_can_sign_in_there(lan: OfficeLan) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    yudi = describe(lan)
    assert of_yudi(gate) == ("Yudi Hartawan", yudi, "")
    assert of_yudi(counter) == ("Yudi Hartawan", "yudi", "199001012020121001")
    assert gate.rows("credentials") == {}
    quiet(lan)
    with lan.server.at("admin").write("give_role") as session:
        session.get_one(Staff, yudi).name = "Yudi Hartawan, S.H."
        session.add(StaffRole(staff_id=yudi, role="pamdal", since=MORNING.date()))
    lan.sync_all()
    assert of_yudi(gate) == ("Yudi Hartawan, S.H.", "yudi", "")
    assert gate.rows("credentials").keys() == {yudi}
    late = lan.desk("POS-2", "pamdal")
    assert late.rows("staff") == gate.rows("staff")
    quiet(lan)


def test_a_server_of_before_takes_back_what_its_gates_have_seen(lan: OfficeLan) -> None:
    lan.admin.execute("UPDATE desk.audience_rule SET mask = 15, gate = '{}' WHERE tbl = 'staff'")
    lan.admin.execute("DELETE FROM desk.office_row WHERE face = 'gate'")
    lan.admin.execute("UPDATE desk.office_row SET audience = 15 WHERE tbl = 'staff'")
    gate = lan.desk("POS-1", "pamdal")
    yudi = describe(lan)
    assert of_yudi(gate) == ("Yudi Hartawan", "yudi", "199001012020121001")
    install(lan.admin, standards().by_id.values(), "KPU")
    lan.sync_all()
    assert of_yudi(gate) == ("Yudi Hartawan", yudi, "")
    quiet(lan)
    before = lan.ask("SELECT rev FROM desk.head")
    install(lan.admin, standards().by_id.values(), "KPU")
    assert lan.ask("SELECT rev FROM desk.head") == before
