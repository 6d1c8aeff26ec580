"""Programs broken on purpose, one process each: what the inspection after a crash must find out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desk.actions import numbers, visits
from desk.store import blobs, changelog, search_index
from desk.store.drafts import Drafts
from desk.store.store import Store


@dataclass(frozen=True)
class Sabotage:
    """How a program is broken, the point of intake to kill it at the nth time, and who must find it out: a
    function of the inspection, or the count of processes that did not end as they should."""

    breaks: Callable[[], object]
    found_by: str
    point: str = "while the paper is made"
    nth: int = 2


def _nothing_is_committed() -> None:
    """An action tells its result although its transaction was taken back."""
    real = changelog.close_bundle

    def forgetful(connection: Any, bundle: Any) -> Any:
        changed = real(connection, bundle)
        if bundle.action == "open_case":
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        return changed

    changelog.close_bundle = forgetful


def _files_come_later() -> None:
    """The row that names a file is committed before the file is there."""
    waiting: list[tuple[blobs.Blobs, bytes]] = []
    add, tell = blobs.Blobs.add, Store._tell

    def later(self: blobs.Blobs, content: bytes) -> tuple[str, str, int]:
        from hashlib import sha256

        waiting.append((self, content))
        return sha256(content).hexdigest(), blobs.sniff(content), len(content)

    def then(self: Store, changed: Any) -> None:
        tell(self, changed)
        while waiting:
            add(*waiting.pop())

    blobs.Blobs.add, Store._tell = later, then


def _numbers_are_remembered() -> None:
    """The next number comes from this process's memory; the register is not written."""
    given: dict[str, int] = {}

    def next_one(_session: Any, scope: str) -> int:
        given[scope] = given.get(scope, 0) + 1
        return given[scope]

    numbers._next = next_one


def _tickets_are_not_given() -> None:
    """A visitor is registered, the ticket is only said."""
    real = visits.add_ticket

    def say_only(session: Any, *args: Any, **named: Any) -> Any:
        ticket = real(session, *args, **named)
        session.flush()
        session.delete(ticket)
        return ticket

    visits.add_ticket = say_only


def _drafts_are_remembered() -> None:
    """What somebody types stays in memory."""
    Drafts.save = lambda *_: None


def _the_index_is_left_out() -> None:
    """New rows are not found."""
    search_index.refresh = lambda *_: None


def _the_chain_is_not_a_chain() -> None:
    """Each bundle says it is the first."""
    real = changelog.open_bundle

    def first(*args: Any) -> Any:
        from dataclasses import replace

        return replace(real(*args), prev_hash=bytes(32))

    changelog.open_bundle = first


SABOTAGES = {
    "nothing is committed": Sabotage(_nothing_is_committed, "ended"),
    "files come later": Sabotage(_files_come_later, "_files", "after COMMIT, before anybody is told", 4),
    "numbers are remembered": Sabotage(_numbers_are_remembered, "ended"),
    "tickets are not given": Sabotage(_tickets_are_not_given, "ended"),
    "drafts are remembered": Sabotage(_drafts_are_remembered, "_late"),
    "the index is left out": Sabotage(_the_index_is_left_out, "_all_told"),
    "the chain is not a chain": Sabotage(_the_chain_is_not_a_chain, "inspect"),
}
