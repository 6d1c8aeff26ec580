"""Which steps a tray collects: told from what the flows say of them, whatever a standard calls them."""

from desk.rules.workflow import Flow, HolderRule, MoveKind, Sheet, Step

_PPID = frozenset({"ppid", "atasan_ppid"})


def controlled(_flow: Flow, step: Step) -> bool:
    """A letter is checked or signed here."""
    return step.holder_rule is HolderRule.CHAIN or signed(_flow, step)


def signed(_flow: Flow, step: Step) -> bool:
    """A letter is signed here."""
    return any(move.sheet is Sheet.SIGN for move in step.moves)


def disposed(_flow: Flow, step: Step) -> bool:
    """An entry on the disposition sheet is written here."""
    return any(move.sheet is Sheet.DISPOSE for move in step.moves)


def handed_over(_flow: Flow, step: Step) -> bool:
    """A result waits for its receiver here."""
    return any(move.sheet is Sheet.HAND_OVER for move in step.moves)


def entered(flow: Flow, step: Step) -> bool:
    """A letter stands in the register here and waits to be passed on for its disposition."""
    return step.id == flow.start and flow.uses(Sheet.DISPOSE)


def decided_by_ppid(_flow: Flow, step: Step) -> bool:
    """The PPID decides here, or Atasan PPID (S3, S3k)."""
    deciding = any(move.kind is MoveKind.DECISION for move in step.moves)
    return deciding and not _PPID.isdisjoint(step.roles)


def sorted_out(_flow: Flow, step: Step) -> bool:
    """Tim Penghubung sorts requests here (S3)."""
    return step.id == "tim_penghubung"
