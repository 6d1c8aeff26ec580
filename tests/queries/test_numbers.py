"""The books of numbers: newest first, one page after another, narrowed by book, state and text."""

from datetime import date

from desk.actions.numbers import NumberRequest, issue
from desk.actions.voiding import void_number
from desk.models import new_id
from desk.queries import numbers
from desk.queries.numbers import NumberFilter
from desk.queries.office import profile
from desk.queries.paging import PAGE
from tests.office import SmallOffice
from tests.stories import handed_over

DAY = date(2026, 3, 13)
ALL = NumberFilter()


def give(office: SmallOffice, count: int, register: str = "ekspedisi") -> list[str]:
    place = office.at("wulan")
    with place.write("number") as session:
        ground = profile(session), office.standards.get("ksb")
        return [
            issue(session, *ground, NumberRequest(register, DAY, "deliveries", new_id()), place.now())
            for _ in range(count)
        ]


def test_a_long_book_is_read_page_by_page_without_a_gap(office: SmallOffice) -> None:
    given = give(office, 2 * PAGE + 7)
    place, seen, after = office.at("wulan"), [], None
    sizes = []
    while True:
        part = place.ask(numbers.book, ALL, after)
        seen += [row.text for row in part.rows]
        sizes.append(len(part.rows))
        if part.following is None:
            break
        after = part.following
    assert seen == given[::-1]
    assert sizes == [PAGE, PAGE, 7]


def test_a_full_last_page_leads_nowhere(office: SmallOffice) -> None:
    give(office, 4)
    place = office.at("wulan")
    first = place.ask(numbers.book, ALL, size=2)
    last = place.ask(numbers.book, ALL, first.following, size=2)
    assert (len(first.rows), len(last.rows), last.following) == (2, 2, None)


def test_each_number_says_what_bears_it(office: SmallOffice) -> None:
    opened, signed, delivered = handed_over(office)
    rows = {row.bearer: row for row in office.at("wulan").ask(numbers.book, ALL).rows}
    assert rows.keys() == {"cases", "letters", "deliveries"}
    assert {row.case_id for row in rows.values()} == {opened.case_id}
    assert rows["cases"].about.startswith("Lalu Ahmad Fauzi: Rekapitulasi")
    assert (rows["letters"].text, rows["deliveries"].text) == (signed.number, delivered.number)


def test_books_states_and_texts_narrow_the_list(office: SmallOffice) -> None:
    letters, deliveries = give(office, 3, "informasi"), give(office, 12)
    void_number(office.at("wulan"), deliveries[4], "Salah ketik")
    place = office.at("wulan")
    found = [row.text for row in place.ask(numbers.book, NumberFilter(register="informasi")).rows]
    assert found == letters[::-1]
    assert [row.text for row in place.ask(numbers.book, NumberFilter(void_only=True)).rows] == [deliveries[4]]
    assert [row.text for row in place.ask(numbers.book, NumberFilter(text="0007/eks")).rows] == [
        deliveries[6]
    ]
    assert place.ask(numbers.book, NumberFilter(text="%")).rows == ()
    assert place.ask(numbers.void_reason, deliveries[4]) == "Salah ketik"
    assert place.ask(numbers.void_reason, deliveries[5]) == ""
