"""A PC of a network without its server: provisional numbers, and the official ones as they arrive."""

from desk.store.store import Network
from tests.office import SmallOffice


def on_a_network(office: SmallOffice, label: str = "LOKET-1") -> None:
    """From now on numbers are provisional."""
    office.store.join_network(Network(label, 1))


def official_arrives(office: SmallOffice, alias: str, number: str) -> None:
    """The server gives a number: its row and what bears it come, as the sync writes them."""
    with office.store.replica() as replica:
        book = replica.connection.exec_driver_sql(
            "SELECT id, subject_table, subject_id FROM issued_numbers WHERE alias = ?", (alias,)
        ).one()
        for table, row_id, changes in (
            ("issued_numbers", book.id, {"text": number, "seq": 7}),
            (book.subject_table, book.subject_id, {"number": number}),
        ):
            row = replica.copy(table, row_id)
            assert row is not None
            replica.write(table, [(row_id, 2, row | changes)])
