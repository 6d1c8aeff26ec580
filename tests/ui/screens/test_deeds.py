"""Every action of the log has words of its own."""

import re
from pathlib import Path

from desk.ui.screens.deeds import deed, known

_ACTIONS = Path(__file__).parents[3] / "desk" / "actions"
_WRITTEN = re.compile(r'(?:workplace\.write\(f?|store\.write\(.*\), |_step\(workplace, )"([a-z_]+)[:"]')


def test_no_action_is_without_words() -> None:
    sources = [file.read_text("utf-8") for file in _ACTIONS.glob("[a-z]*.py")]
    written = {name for source in sources for name in _WRITTEN.findall(source)}
    assert {"register_visit", "move", "hold", "found_office"} <= written
    assert written - known() == set()


def test_what_nobody_knows_is_still_a_sentence() -> None:
    assert deed("move:setujui") == "Permohonan diteruskan"
    assert deed("of_a_newer_desk") == "Perubahan dicatat"
