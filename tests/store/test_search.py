"""Search finds rows by the beginnings of words, newest first, whatever is typed."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.models import Applicant, Case, Letter, Visit
from desk.store.changelog import erase
from desk.store.search import find, match_expression, rebuild
from desk.store.store import Store
from tests.store.support import ACTOR, NOW, add, case, visit


def titles(store: Store, text: str, **narrowed: object) -> list[str]:
    with store.read() as session:
        return [hit.title for hit in find(session, text, **narrowed)]  # type: ignore[arg-type]


@pytest.fixture
def filled(store: Store) -> Store:
    """A visitor, a case with its applicant, and its letter."""
    row = case()
    add(store, visit(card="K-07"), row)
    add(store, Applicant(case_id=row.id, name="Wayan Élok", phone="0812-9000-111", nik="5201010101010001"))
    add(
        store,
        Letter(
            case_id=row.id,
            kind="surat_jawaban",
            subject="Jawaban rekapitulasi",
            addressee="Sdr. Wayan",
            body="",
            signer_role="ppid",
            number="045/PP.08/2026",
            written_by="s",
        ),
    )
    return store


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("sari", ["visit"]),
        ("SARI mel", ["visit"]),
        ("tanjung", ["visit"]),
        ("0812345", ["visit"]),
        ("+62 812-3456", ["visit"]),
        ("62812345", ["visit"]),
        ("k-07", ["visit"]),
        ("rekap", ["letter", "case"]),
        ("012/ppid", ["case"]),
        ("k7qx-9plm", ["case"]),
        ("wayan elok", ["case"]),
        ("08129000", ["case"]),
        ("045/pp.08", ["letter"]),
        ("520101", []),
        ("melati wayan", []),
        ("s", []),
        ("", []),
    ],
)
def test_each_kind_is_found_by_what_people_remember(filled: Store, text: str, kinds: list[str]) -> None:
    with filled.read() as session:
        assert sorted(hit.kind for hit in find(session, text)) == sorted(kinds)


def test_a_hit_says_enough_to_choose_from(filled: Store) -> None:
    with filled.read() as session:
        (hit,) = find(session, "wayan", kinds={"case"})
    assert (hit.title, hit.number, hit.detail, hit.at) == (
        "Rekapitulasi daftar pemilih",
        "012/PPID/2026",
        "Wayan Élok",
        NOW,
    )


def test_the_newest_come_first_even_when_entered_late(store: Store) -> None:
    for day in (3, 1, 2):
        add(store, visit(name=f"Tamu {day}", arrived_at=NOW + timedelta(days=day)))
    add(store, visit(name="Tamu 0", arrived_at=NOW - timedelta(days=400)))
    assert titles(store, "tamu") == ["Tamu 3", "Tamu 2", "Tamu 1", "Tamu 0"]
    assert titles(store, "tamu", limit=2) == ["Tamu 3", "Tamu 2"]


def test_many_rows_of_one_moment_all_stay_findable(store: Store) -> None:
    add(store, *(visit(name=f"Serentak {n}") for n in range(50)))
    add(store, *(visit(name=f"Serentak {n}") for n in range(50, 70)))
    assert len(titles(store, "serentak", limit=100)) == 70


def test_rows_spill_into_the_next_minutes_and_none_is_lost(store: Store) -> None:
    add(store, *(visit(name=f"Padat {n}") for n in range(150)))
    add(store, *(visit(name=f"Padat nanti {n}", arrived_at=NOW + timedelta(minutes=1)) for n in range(3)))
    add(store, *(visit(name=f"Padat lagi {n}") for n in range(90)))
    add(store, visit(name="Padat terakhir", arrived_at=NOW + timedelta(minutes=2)))
    found = titles(store, "padat", limit=300)
    assert len(found) == len(set(found)) == 244
    assert found[:4] == ["Padat terakhir", *(f"Padat nanti {n}" for n in (2, 1, 0))]
    with store.local() as session:
        rebuild(session)
    assert titles(store, "padat", limit=300)[:4] == found[:4]
    assert len(titles(store, "padat", limit=300)) == 244


def test_moments_of_one_minute_keep_their_order(store: Store) -> None:
    for second in (40, 10, 55):
        add(store, visit(name=f"Detik {second}", arrived_at=NOW + timedelta(seconds=second)))
    assert titles(store, "detik") == ["Detik 55", "Detik 40", "Detik 10"]


def test_changes_and_removals_are_followed(store: Store) -> None:
    row = case()
    add(store, row)
    who = Applicant(case_id=row.id, name="Lama")
    add(store, who)
    with store.write(ACTOR, "rename", NOW) as session:
        session.execute(sa.update(Applicant).values(name="Baru"))
    assert (len(titles(store, "lama")), len(titles(store, "baru"))) == (0, 1)
    with store.write(ACTOR, "drop", NOW) as session:
        session.execute(sa.delete(Applicant))
    assert (len(titles(store, "baru")), len(titles(store, "rekap"))) == (0, 1)
    with store.write(ACTOR, "drop", NOW) as session:
        session.execute(sa.delete(Case))
    assert titles(store, "rekap") == []


def test_an_erased_person_is_no_longer_found(store: Store) -> None:
    row = visit(name="Dilupakan")
    add(store, row)
    with store.write(ACTOR, "erase", NOW) as session:
        erase(session, table="visits", row_id=row.id, blanks={"name": "(dihapus)"})
    assert titles(store, "dilupakan") == []


def test_what_was_rolled_back_is_not_found(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        add(store, visit(name="Batal"), case(), case())
    assert titles(store, "batal") == []


@pytest.mark.parametrize("letters", range(2, 16))
def test_a_word_is_found_by_any_beginning(store: Store, letters: int) -> None:
    add(store, visit(name="Satyagrahawijaya"), visit(name="Sabar"))
    assert titles(store, "satyagrahawijaya"[:letters]) == (
        ["Satyagrahawijaya"] if letters > 2 else ["Sabar", "Satyagrahawijaya"]
    )


def test_rebuilding_changes_no_answer(filled: Store) -> None:
    add(filled, *(visit(name=f"Tamu {n}", arrived_at=NOW + timedelta(minutes=n % 7)) for n in range(30)))
    texts = ("tamu", "sari", "rekap", "0812", "045")
    before = [sorted(titles(filled, text, limit=50)) for text in texts]
    with filled.local() as session:
        rebuild(session)
    assert [sorted(titles(filled, text, limit=50)) for text in texts] == before
    with filled.write(ACTOR, "rename", NOW) as session:
        session.execute(sa.update(Visit).where(Visit.name == "Tamu 3").values(name="Berganti"))
    assert titles(filled, "berganti") == ["Berganti"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40) | st.text(alphabet="\"*()^:-+ANDORNEar08'ªÿ²", max_size=30))
def test_no_text_is_a_syntax_error(store: Store, text: str) -> None:
    assert titles(store, text) == []


@given(text=st.text(alphabet="abc 08-+.", max_size=20))
def test_a_phone_is_looked_for_in_one_piece_too(text: str) -> None:
    expression = match_expression(text)
    digits = "".join(c for c in text if c.isdigit())
    if expression and not set(text) & set("abc"):
        assert f'"{digits}"*' in expression
