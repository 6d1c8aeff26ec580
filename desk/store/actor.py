"""Who acts: the person, the desk they sit at, and the role they act in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a write.

    Args:
        staff_id: id of the staff row, or a reserved name such as ``"system"`` for set-up.
        device: name of the working place, e.g. ``"LOKET-1"``.
        role: the role acted in (P1 ... P11), not every role the person holds.
    """

    staff_id: str
    device: str
    role: str
