"""``desk search``: after a sign-in, what the person's roles may see."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from desk.actions.accounts import hash_password
from desk.actions.cases import IntakeOrder, open_case
from desk.actions.visits import VisitDraft, register_visit
from desk.cli import main
from desk.models import Credential, Staff
from desk.services.common import ApplicantDraft
from desk.services.informasi import InformasiDraft
from desk.store.actor import Actor
from tests.office import open_small_office

PASSWORD = "rahasia-kantor"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = open_small_office(tmp_path)
    with office.store.write(Actor("system", "setup", "admin"), "set_password", office.clock()) as session:
        hashed = hash_password(PASSWORD)
        session.add_all(Credential(id=one, password_hash=hashed) for one in session.scalars(select(Staff.id)))
    register_visit(office.at("bayu"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    applicant = ApplicantDraft(name="Fauziah Hanum", phone="0812-0000-3001")
    draft = InformasiDraft(
        applicant=applicant, information="Data TPS", purpose="Skripsi", ticked=("identitas",)
    )
    open_case(office.at("rahma"), IntakeOrder("informasi", draft))
    office.store.close()
    return tmp_path


def run(folder: Path, text: str, login: str, *options: str, password: str = PASSWORD) -> Result:
    command = ["search", text, "--login", login, "--data", str(folder), *options]
    return CliRunner().invoke(main, command, env={"DESK_PASSWORD": password}, prog_name="desk")


def test_prints_kind_number_and_title(folder: Path) -> None:
    done = run(folder, "fau", "rahma")
    assert done.exit_code == 0, done.output
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {line[0] for line in lines} == {"visit", "case"}
    assert any(line[2] == "Data TPS" and line[1].startswith("001/") for line in lines)


def test_json_gives_the_keys_that_scripts_rely_on(folder: Path) -> None:
    hits = json.loads(run(folder, "fauziah", "rahma", "--json").stdout)
    assert [set(hit) for hit in hits] == [{"kind", "id", "title", "number"}]


@pytest.mark.parametrize(("login", "kinds"), [("bayu", {"visit"}), ("agus", {"case"}), ("admin", set())])
def test_shows_only_what_the_role_may_see(folder: Path, login: str, kinds: set[str]) -> None:
    hits = json.loads(run(folder, "fau", login, "--json").stdout)
    assert {hit["kind"] for hit in hits} == kinds


def test_a_wrong_password_finds_nothing(folder: Path) -> None:
    done = run(folder, "fau", "rahma", password="salah")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("desk: ")


def test_the_password_is_no_argument(folder: Path) -> None:
    assert run(folder, "fau", "rahma", "--password", "x").exit_code == 2
