"""CSV files as offices save them: their encoding and what parts their columns."""

_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 with its mark, else Windows-1252."""
    if data.startswith(_BOMS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the first line has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
