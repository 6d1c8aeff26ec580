"""Reading standards: inheritance, dates, and refusals that name file, service and key."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from desk.assets import resource
from desk.standards.check import standard_problems
from desk.standards.loader import StandardError, load_standards

HEIR = """
base = "ksb"
series = "ksb"
valid_from = 2027-01-01
applies_to = "unfinished_steps"
[services.informasi.limits.umum]
days = 7
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(resource("standards", "ksb.toml"), tmp_path / "ksb.toml")
    return tmp_path


def add(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_an_heir_changes_what_it_names_and_keeps_the_rest(folder: Path) -> None:
    add(folder, "ksb2027", HEIR)
    standards = load_standards(folder)
    old, new = standards.get("ksb"), standards.get("ksb2027")
    assert new.services["informasi"].limit().days == 7
    assert (
        new.services["informasi"].limit().extension_days == old.services["informasi"].limit().extension_days
    )
    assert new.services["paw"] == old.services["paw"]
    assert (old.series, new.series, new.id) == ("ksb", "ksb", "ksb2027")
    assert old.services["informasi"].limit().days == 10


def test_an_office_goes_by_the_newest_version_of_what_it_chose(folder: Path) -> None:
    add(folder, "ksb2027", HEIR)
    add(folder, "other", 'base = "ksb"\nvalid_from = 2027-01-01\n')
    standards = load_standards(folder)
    days = (date(2025, 9, 3), date(2026, 12, 31), date(2027, 1, 1))
    assert [standards.current("ksb", day).id for day in days] == ["ksb", "ksb", "ksb2027"]
    assert [standards.current("ksb2027", day).id for day in days] == ["ksb2027", "ksb", "ksb2027"]
    assert standards.current("other", days[0]).id == "other"


def test_the_version_in_force_depends_on_the_day(folder: Path) -> None:
    add(folder, "ksb2027", HEIR)
    standards = load_standards(folder)
    assert standards.on(date(2026, 12, 31), "ksb").id == "ksb"
    assert standards.on(date(2027, 1, 1), "ksb").id == "ksb2027"
    with pytest.raises(StandardError, match="in force on 2025-09-03"):
        standards.on(date(2025, 9, 3), "ksb")


def test_a_new_office_chooses_among_the_newest_versions_in_force(folder: Path) -> None:
    add(folder, "ksb2027", HEIR)
    add(folder, "other", 'base = "ksb"\nvalid_from = 2026-01-01\n')
    standards = load_standards(folder)
    assert [one.id for one in standards.in_force(date(2025, 12, 31))] == ["ksb"]
    assert [one.id for one in standards.in_force(date(2026, 1, 1))] == ["ksb", "other"]
    assert [one.id for one in standards.in_force(date(2027, 1, 1))] == ["ksb2027", "other"]


def test_an_heir_of_an_heir_has_its_own_series(folder: Path) -> None:
    add(folder, "middle", HEIR)
    add(folder, "last", 'base = "middle"\n')
    last = load_standards(folder).get("last")
    assert last.series == "last"
    assert last.services["informasi"].limit().days == 7


def test_an_heir_offers_only_what_it_names_in_that_order(folder: Path) -> None:
    add(folder, "few", 'base = "ksb"\noffers = ["pengaduan", "keberatan"]\n')
    add(folder, "heir", 'base = "few"\n[services.pengaduan]\nshort_name = "Aduan"\n')
    standards = load_standards(folder)
    assert list(standards.get("few").services) == ["pengaduan", "keberatan"]
    assert list(standards.get("heir").services) == ["pengaduan", "keberatan"]
    assert standards.get("heir").services["pengaduan"].short_name == "Aduan"
    assert "paw" in standards.get("ksb").services


def test_an_unknown_standard_is_said_with_those_there_are(folder: Path) -> None:
    with pytest.raises(StandardError, match="there are: ksb"):
        load_standards(folder).get("ntt")


@pytest.mark.parametrize(
    ("text", "service", "key", "says"),
    [
        ("= 1", "", "", "not readable as TOML"),
        ('base = "nowhere"', "", "base", "unknown base"),
        ('base = "bad"', "", "base", "circular"),
        ('base = "ksb"\ncolour = "red"', "", "", "colour"),
        ('base = "ksb"\nvalid_from = "soon"', "", "valid_from", "date"),
        ('base = "ksb"\nservices = 1', "", "services", "table"),
        ('base = "ksb"\noffers = ["parkir"]', "", "offers", "no service parkir"),
        ('base = "ksb"\noffers = "paw"', "", "offers", "array"),
        ('base = "ksb"\noffers = ["paw"]\n[services.magang]\ncode = "S5"', "magang", "offers", "not offered"),
        ('base = "ksb"\n[services]\npaw = 1', "paw", "", "table"),
        ('base = "ksb"\n[services.paw]\ncolour = "red"', "paw", "", "colour"),
        ('base = "ksb"\n[services.paw.limits.umum]\ndays = "five"', "paw", "days", "int"),
        ('base = "ksb"\n[services.paw.flows]\nletter = 1', "paw", "flows", "table"),
        ('base = "ksb"\n[services.paw]\nflows = 1', "paw", "flows", "table"),
        ('base = "ksb"\n[services.paw.flows.letter]\ncolour = 1', "paw", "flows.letter.colour", "unknown"),
        (
            'base = "ksb"\n[[services.paw.flows.letter.steps]]\nid = "a"\nmoves = [{ vreb = "x" }]',
            "paw",
            "flows.letter.steps[0].moves[0].vreb",
            "unknown key",
        ),
        (
            'base = "ksb"\n[services.paw]\nrequirements = [{ key = "a", lable = "A" }]',
            "paw",
            "requirements[0].lable",
            "unknown key",
        ),
        ('base = "ksb"\n[services.paw]\nrequirements = 1', "paw", "requirements", "array"),
        ('base = "ksb"\n[services.paw]\nrequirements = [1]', "paw", "requirements", "object"),
    ],
)
def test_a_bad_file_names_file_service_and_key(
    folder: Path, text: str, service: str, key: str, says: str
) -> None:
    add(folder, "bad", text)
    with pytest.raises(StandardError) as caught:
        load_standards(folder)
    error = caught.value
    assert error.file == "bad.toml"
    assert error.service == service
    assert key in error.key
    assert says in error.problem
    assert error.message.startswith("bad.toml: ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('office_roles = ["tukang_kebun"]', "unknown role tukang_kebun"),
        ('[hours]\nsenin = "pagi"', "pagi"),
        ('[registers.paw]\npattern = "{seq}"', "register paw"),
        ('[letters]\nekspedisi = { register = "nowhere" }', "unknown register nowhere"),
        ('[services.paw]\nqueue_prefix = "B"', "queue prefix B is used 2 times"),
        ('[services.paw]\nsigner = "pamdal"', "signer pamdal"),
        ('[services.paw]\nlegaliser = "tukang_kebun"', "paw: unknown role tukang_kebun"),
        ('[services.paw]\nregister = "nowhere"', "paw: unknown register nowhere"),
        ('[services.paw]\nletters = ["nowhere"]', "unknown letter nowhere"),
        ('[services.paw.hours]\nsenin = "pagi"', "paw: "),
        ('[services.paw.flows.letter]\nstart = "nowhere"', "flow letter: start nowhere"),
    ],
)
def test_what_does_not_hang_together_is_found(folder: Path, text: str, says: str) -> None:
    add(folder, "loose", f'base = "ksb"\n{text}')
    problems = standard_problems(load_standards(folder).get("loose"))
    assert any(says in problem for problem in problems)
    assert all(problem.startswith("loose: ") for problem in problems)


def test_a_service_without_the_general_limit_is_found(folder: Path) -> None:
    text = (folder / "ksb.toml").read_text(encoding="utf-8")
    add(folder, "ksb", text.replace("[services.paw.limits.umum]", "[services.paw.limits.lain]"))
    assert "ksb: paw: no limit of category umum" in standard_problems(load_standards(folder).get("ksb"))
