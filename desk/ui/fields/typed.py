"""A line edit that regroups what is typed and leaves the cursor beside the same character."""

from collections.abc import Callable

from desk.ui.fields.text import LineEdit


def regroup(line: LineEdit, keep: Callable[[str], bool], group: Callable[[str], str]) -> str:
    """Strip all but the kept characters, group them anew, put the cursor back; gives the bare text."""
    text, cursor = line.text(), line.cursorPosition()
    bare = "".join(char for char in text if keep(char))
    before = sum(1 for char in text[:cursor] if keep(char))
    grouped = group(bare)
    if grouped != text:
        place = 0
        while before and place < len(grouped):
            before -= keep(grouped[place])
            place += 1
        line.setText(grouped)
        line.setCursorPosition(place)
    return bare
