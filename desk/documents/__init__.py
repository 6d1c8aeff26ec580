"""Papers in reportlab: finished facts in, PDF bytes out.

``facts`` holds the frozen dataclasses and imports no reportlab, so anybody may fill them. One module per
paper offers ``render(facts, office, ...) -> bytes``; import those lazily, they load reportlab. ``kit`` is the
page kit: fonts, sheet sizes, letterhead, text flow, tables, signature block, QR. Papers draw on a canvas
through light helpers (a receipt must come out while the applicant still stands there), without platypus.
Output is invariant: the same facts give the same bytes.
"""


def warm_up() -> None:
    """Load reportlab, the fonts and the QR encoder ahead of the first paper, from a background thread."""
    from desk.documents.kit import fonts, marks

    fonts.family("sans")
    fonts.family("serif")
    marks.qr("DESK", 1)
