"""Drafts belong to an officer on this PC and leave no trace in the office's history."""

from datetime import timedelta

from desk.store.drafts import Draft, Drafts
from desk.store.store import Store
from tests.store.support import NOW


def draft(key: str = "a", minutes: int = 0, body: str = '{"name":"Me"}') -> Draft:
    return Draft(key, "informasi", "Permohonan Me", body, NOW + timedelta(minutes=minutes))


def test_a_draft_comes_back_as_it_was(store: Store) -> None:
    drafts = Drafts(store)
    drafts.save("s1", draft())
    drafts.save("s1", draft(body='{"name":"Melati"}', minutes=1))
    assert drafts.load("s1", "a") == draft(body='{"name":"Melati"}', minutes=1)
    assert drafts.load("s2", "a") is None


def test_an_officer_sees_their_own_newest_first(store: Store) -> None:
    drafts = Drafts(store)
    for key, minutes in (("a", 1), ("b", 3), ("c", 2)):
        drafts.save("s1", draft(key, minutes))
    drafts.save("s2", draft("d", 9))
    assert [kept.key for kept in drafts.of("s1")] == ["b", "c", "a"]
    assert drafts.of("s1", form="keberatan") == []
    drafts.discard("s1", "b")
    drafts.discard("s1", "b")
    assert [kept.key for kept in drafts.of("s1", form="informasi")] == ["c", "a"]


def test_drafts_are_no_history(store: Store) -> None:
    Drafts(store).save("s1", draft())
    assert store.verify_chain().bundles == 0
