"""What a party asks of the votes of an election, and who signed for it (S1)."""

from collections.abc import Mapping

from desk.ui.fields import ChipChoice, Choice, ChoiceField
from desk.ui.sections.base import D, Section


class PartySection(Section[D]):
    """``draft.leader`` and ``draft.product``."""

    def __init__(self, leaders: Mapping[str, str], products: Mapping[str, str]) -> None:
        super().__init__()
        self.leader = ChoiceField(
            "Jabatan penanda tangan surat",
            [Choice(key, words) for key, words in leaders.items()],
            required=True,
            hint="Surat ditandatangani salah satu pimpinan partai.",
        )
        self.product = ChipChoice(
            "Yang diminta", tuple(Choice(key, words) for key, words in products.items())
        )
        self.bind("leader", self.leader, shown=lambda key: key or None, read=lambda key: key or "")
        self.bind("product", self.product, span=2)
